using CccdBot.Core.Outreach.Notices;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Outreach.Notices;

/// <summary>R7, R8 and R9: what Telegram may do to a notice; its own record is the oracle, and the states add up to everyone.</summary>
public sealed class NoticeFaultTests : NoticeTests
{
    private const int PerSecond = 30;
    private const int Seed = 20261201;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>The clock may take its next step while a call is on its way.</summary>
    public NoticeFaultTests() => Village = new() { InFlightGrace = Step };

    private readonly int _people = Long.IsAsked ? 2_000 : 150;
    private readonly Random _chance = new(Seed);

    [Fact]
    public async Task Told_to_wait_again_and_again_it_loses_nobody_and_asks_nothing_inside_a_forbidden_time()
    {
        await PeopleAsync(_people);
        Village.Telegram.Faults = call => call.IsSend && Happens(0.2) ? new Fault.TooManyRequests(_chance.Next(1, 4)) : null;
        var notice = await ApprovedAsync(Words);

        await EndsAsync(notice);

        Assert.Equal(Sorted((ReceiptState.Sent, _people)), await TallyAsync(notice));
        Assert.All(Accepted().GroupBy(call => call.ChatId), chat => Assert.Single(chat));
        Assert.Equal(_people, Accepted().Count);
        Assert.True(Received().Count > _people, "Telegram never said no.");
        Assert.Equal(0, Village.Telegram.CallsInsideForbiddenWindow);
        Assert.InRange(BusiestSecond(Accepted()), 1, PerSecond);
    }

    [Fact]
    public async Task Where_every_tenth_answer_is_lost_nobody_gets_it_twice_and_each_of_them_is_named()
    {
        await PeopleAsync(_people);
        Village.Telegram.Faults = call => call.IsSend && Happens(0.1) ? new Fault.DropAfterAccepting() : null;
        var notice = await ApprovedAsync(Words);

        await EndsAsync(notice);

        var tally = await TallyAsync(notice);
        Assert.Equal(_people, tally.Values.Sum());
        Assert.All(Accepted().GroupBy(call => call.ChatId), chat => Assert.Single(chat));
        Assert.Equal(Received().Count(call => call.Outcome.EndsWith("dropped", StringComparison.Ordinal)), tally[ReceiptState.Unknown]);
    }

    [Fact]
    public async Task Every_twentieth_has_blocked_the_bot_each_is_tried_once_and_the_next_notice_does_not_try_them_at_all()
    {
        await PeopleAsync(_people);
        Village.Telegram.Faults = call => call.IsSend && call.ChatId % 20 == 0 ? new Fault.Forbidden() : null;
        var blocked = Enumerable.Range(0, _people).Count(i => (FirstChat + i) % 20 == 0);
        var first = await ApprovedAsync(Words);
        await EndsAsync(first);
        Assert.Equal(Sorted((ReceiptState.Sent, _people - blocked), (ReceiptState.Blocked, blocked)), await TallyAsync(first));
        Assert.Equal(_people, Received().Count);

        var second = await ApprovedAsync(Words with { Text = "Kính mời bà con đến nhà sinh hoạt cộng đồng sáng Chủ nhật." });
        await EndsAsync(second);

        Assert.Equal(Sorted((ReceiptState.Sent, _people - blocked), (ReceiptState.NoChannel, blocked)), await TallyAsync(second));
        Assert.Equal((2 * _people) - blocked, Received().Count);
    }

    [Fact]
    public async Task After_half_an_hour_without_telegram_everyone_gets_it_once_and_at_full_pace()
    {
        await PeopleAsync(_people);
        await Village.TelegramGoesAsync();
        var notice = await ApprovedAsync(Words);
        for (var minute = 0; minute < 30; minute++)
        {
            await LookAsync();
            Village.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(_people, (await TallyAsync(notice)).Where(end => end.Key is ReceiptState.Waiting or ReceiptState.Queued).Sum(end => end.Value));
        await Village.TelegramComesBackAsync();
        await Village.MovingOnAsync(Step, () => Task.FromResult(Received().Count > 0));
        var back = Now;
        await EndsAsync(notice);

        Assert.Equal(Sorted((ReceiptState.Sent, _people)), await TallyAsync(notice));
        Assert.Equal(_people, Received().Count);
        // By steps of half a second a second's window is free again after three of them.
        Assert.InRange(Now - back, TimeSpan.Zero, TimeSpan.FromSeconds((1.5 * _people / BulkInWindow) + 3));
    }

    [Fact]
    public async Task What_could_not_be_sent_within_a_day_is_not_sent_stale_and_still_adds_up()
    {
        await PeopleAsync(20);
        await Village.TelegramGoesAsync();
        var notice = await ApprovedAsync(Words);
        await LookAsync();
        Village.Clock.Advance(TimeSpan.FromHours(25));
        await Village.TelegramComesBackAsync();

        await EndsAsync(notice);

        Assert.Equal(Sorted((ReceiptState.Lapsed, 20)), await TallyAsync(notice));
        Assert.Empty(Received());
    }

    private bool Happens(double share) => _chance.NextDouble() < share;

    private List<ApiCall> Accepted() => Received().FindAll(call => call.IsAccepted);

    private static int BusiestSecond(List<ApiCall> calls) => calls.Max(call => calls.Count(other => other.At >= call.At && other.At < call.At.AddSeconds(1)));
}
