using CccdBot.Core.Channels;
using CccdBot.Host.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Channels;

/// <summary>The budget of a bot, taken from by one node or by two in turn: it is the same budget.</summary>
public sealed class SendPaceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 5, 0, 0, TimeSpan.Zero);
    private static readonly PacedChannel Telegram = new("telegram", new(30, 3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));

    private readonly FakeTimeProvider _clock = new(Noon);
    private Ledger[] _nodes = null!;

    public async Task InitializeAsync()
    {
        var first = await Ledger.OpenAsync(_clock);
        _nodes = Ground.IsPostgres ? [first, await Ledger.OpenAsync(_clock, ground: first.Ground)] : [first];
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes.Reverse())
        {
            await node.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(MessageKind.Answer, 30)]
    [InlineData(MessageKind.Reminder, 27)]
    public async Task In_no_second_more_leave_than_the_budget_allows_and_no_fewer_in_the_long_run(MessageKind kind, int most)
    {
        await AddAsync(kind, most * 9, chat => $"{chat}");

        var sent = await SentAsync(TimeSpan.FromSeconds(8));

        Assert.Equal(most, BusiestSecond(sent));
        Assert.InRange(sent.Count, 0.9 * most * 8, most * 9);
    }

    [Fact]
    public async Task While_reminders_use_their_whole_share_answers_still_find_room()
    {
        await AddAsync(MessageKind.Reminder, 40, chat => $"r{chat}");
        Assert.Equal(27, (await TakeOutAsync(_nodes[0])).Count);

        await AddAsync(MessageKind.Answer, 40, chat => $"a{chat}");

        Assert.Equal(3, (await TakeOutAsync(_nodes[^1])).Count);
    }

    [Fact]
    public async Task One_chat_takes_a_burst_of_three_and_then_one_a_second()
    {
        await AddAsync(MessageKind.Answer, 20, _ => "1");

        var sent = await SentAsync(TimeSpan.FromSeconds(12));

        Assert.Equal(3, sent.Count(at => at < Noon.AddMilliseconds(500)));
        Assert.InRange(sent.Count, 13, 15);
    }

    [Fact]
    public async Task What_is_still_on_its_way_takes_up_room_until_a_second_after_it_arrived_and_no_longer_than_two_when_its_sender_died()
    {
        await AddAsync(MessageKind.Answer, 90, chat => $"{chat}");
        var slow = await TakeOutAsync(_nodes[0]);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Empty(await TakeOutAsync(_nodes[^1]));

        await _nodes[0].Gate.RunAsync<Outbox>(outbox => slow.ForEach(message => outbox.Record(message, new SendResult.Sent("1"))));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await TakeOutAsync(_nodes[^1]));
        _clock.Advance(TimeSpan.FromSeconds(0.02));
        Assert.Equal(30, (await TakeOutAsync(_nodes[0])).Count);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(30, (await TakeOutAsync(_nodes[^1])).Count);
    }

    [Fact]
    public async Task A_group_takes_one_in_three_seconds()
    {
        await AddAsync(MessageKind.Answer, 20, _ => "-100");

        var sent = await SentAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(10, sent.Count);
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task After_a_429_nothing_leaves_until_the_silence_is_over()
    {
        await AddAsync(MessageKind.Answer, 2, chat => $"{chat}");
        var refused = (await TakeOutAsync(_nodes[0]))[0];
        await AddAsync(MessageKind.Answer, 5, chat => $"b{chat}");
        await _nodes[0].Gate.RunAsync<Outbox>(outbox => outbox.Record(refused, new SendResult.TryLater("429", TimeSpan.FromSeconds(17))));

        _clock.Advance(TimeSpan.FromSeconds(16.9));
        Assert.Empty(await TakeOutAsync(_nodes[^1]));
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(6, (await TakeOutAsync(_nodes[^1])).Count);
    }

    [Fact]
    public async Task A_channel_of_our_own_has_no_budget()
    {
        await AddAsync(MessageKind.Reminder, 300, chat => $"{chat}");

        Assert.Equal(300, (await TakeOutAsync(_nodes[0], Telegram with { Budget = SendBudget.Unlimited })).Count);
    }

    private Task AddAsync(MessageKind kind, int howMany, Func<int, string> chat) => _nodes[0].Gate.RunAsync<Outbox>(outbox =>
    {
        for (var i = 0; i < howMany; i++)
        {
            outbox.Add(OutgoingMessage.For(
                new ChannelAddress(Telegram.Name, chat(i)), kind, new Reply("Dạ."), _clock.GetUtcNow().UtcDateTime));
        }
    });

    private static Task<List<OutgoingMessage>> TakeOutAsync(Ledger node, PacedChannel? channel = null) =>
        node.Gate.RunAsync<Outbox, List<OutgoingMessage>>(outbox => outbox.TakeOut(channel ?? Telegram, most: 1000));

    /// <summary>Twenty times a second each node in turn takes out what it may, and all of it arrives.</summary>
    private async Task<List<DateTimeOffset>> SentAsync(TimeSpan lasting)
    {
        var sent = new List<DateTimeOffset>();
        for (var round = 0; _clock.GetUtcNow() < Noon + lasting; round++)
        {
            var node = _nodes[round % _nodes.Length];
            var taken = await TakeOutAsync(node);
            await node.Gate.RunAsync<Outbox>(outbox => taken.ForEach(message => outbox.Record(message, new SendResult.Sent("1"))));
            sent.AddRange(taken.Select(_ => _clock.GetUtcNow()));
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        return sent;
    }

    private static int BusiestSecond(List<DateTimeOffset> sent) => sent.Max(at => sent.Count(other => other >= at && other < at.AddSeconds(1)));
}
