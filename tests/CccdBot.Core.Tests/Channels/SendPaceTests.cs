using CccdBot.Core.Channels;

namespace CccdBot.Core.Tests.Channels;

public sealed class SendPaceTests
{
    private static readonly DateTime Noon = new(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc);
    private static readonly SendBudget Telegram = new(30, 3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    [Theory]
    [InlineData(MessageKind.Answer, 30)]
    [InlineData(MessageKind.Reminder, 25)]
    public void In_no_second_more_leave_than_the_budget_allows_and_no_fewer_in_the_long_run(MessageKind kind, int most)
    {
        var sent = Sent(kind, chats: 1000, seconds: 20);

        Assert.Equal(most, BusiestSecond(sent));
        Assert.InRange(sent.Count, 0.9 * most * 20, most * 21);
    }

    [Fact]
    public void While_reminders_use_their_whole_share_answers_still_find_room()
    {
        var pace = NewPace();
        var reminders = Enumerable.Range(0, 40).Count(chat => pace.TryTake(To($"r{chat}", MessageKind.Reminder), Noon));
        var answers = Enumerable.Range(0, 40).Count(chat => pace.TryTake(To($"a{chat}", MessageKind.Answer), Noon));

        Assert.Equal((25, 5), (reminders, answers));
    }

    [Fact]
    public void One_chat_takes_a_burst_of_three_and_then_one_a_second()
    {
        var sent = Sent(MessageKind.Answer, chats: 1, seconds: 20);

        Assert.Equal(3, sent.Count(at => at < Noon.AddMilliseconds(100)));
        Assert.InRange(sent.Count, 20, 23);
    }

    [Fact]
    public void A_group_takes_at_most_20_in_any_minute()
    {
        var sent = Sent(MessageKind.Answer, chats: 1, seconds: 180, prefix: "-100");

        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at.AddMinutes(1)), 0, 20));
        Assert.InRange(sent.Count, 55, 61);
    }

    [Fact]
    public void A_channel_of_our_own_has_no_budget()
    {
        var pace = new SendPace(SendBudget.Unlimited, _ => false);

        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.True(pace.TryTake(To("1", MessageKind.Reminder), Noon)));
    }

    /// <summary>Everyone tries every ten milliseconds.</summary>
    private static List<DateTime> Sent(MessageKind kind, int chats, int seconds, string prefix = "")
    {
        var (pace, sent, next) = (NewPace(), new List<DateTime>(), 0);
        for (var now = Noon; now < Noon.AddSeconds(seconds); now = now.AddMilliseconds(10))
        {
            while (pace.TryTake(To($"{prefix}{next % chats}", kind), now))
            {
                sent.Add(now);
                next++;
            }
        }

        return sent;
    }

    private static int BusiestSecond(List<DateTime> sent) => sent.Max(at => sent.Count(other => other >= at && other < at.AddSeconds(1)));

    private static SendPace NewPace() => new(Telegram, address => address.StartsWith('-'));

    private static OutgoingMessage To(string address, MessageKind kind) =>
        OutgoingMessage.For(new ChannelAddress("telegram", address), kind, new Reply("Dạ."), Noon);
}
