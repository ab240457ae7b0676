using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Channels;

public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly ChannelAddress Lan = new("telegram", "1001");
    private static readonly PacedChannel Unpaced = new("telegram", SendBudget.Unlimited);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 5, 0, 0, TimeSpan.Zero));
    private Ledger _ledger = null!;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync() => _ledger = await Ledger.OpenAsync(_clock);

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Theory]
    [InlineData(MessageKind.Answer, 1)]
    [InlineData(MessageKind.Booking, 5)]
    [InlineData(MessageKind.FromStaff, 5)]
    [InlineData(MessageKind.Reminder, 20)]
    public async Task An_unknown_end_gets_one_second_try_after_a_while_and_then_stays_unknown(MessageKind kind, int seconds)
    {
        await AddAsync(kind);
        Assert.True(await TryAsync(new SendResult.Unknown("timeout")));
        Assert.Empty(await TakeOutAsync());
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.True(await TryAsync(new SendResult.Unknown("timeout")));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await TakeOutAsync());
        Assert.Equal((OutgoingState.Unknown, 2), await StateAsync());
    }

    [Fact]
    public async Task What_is_called_back_while_it_leaves_is_not_tried_a_second_time()
    {
        await AddAsync(MessageKind.Reminder, "reservation:1");
        var leaving = Assert.Single(await TakeOutAsync());

        await _ledger.Gate.RunAsync<Outbox>(outbox =>
        {
            outbox.CallBack("reservation:1", MessageKind.Reminder);
            outbox.Record(leaving, new SendResult.Unknown("timeout"));
        });
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await TryAsync(new SendResult.Sent("1")));
        Assert.Equal(OutgoingState.Expired, (await StateAsync()).State);
    }

    [Fact]
    public async Task What_surely_was_not_sent_is_tried_as_often_as_it_takes_and_no_try_is_counted()
    {
        await AddAsync(MessageKind.Answer);
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await TryAsync(new SendResult.TryLater("429")));
        }

        Assert.Equal((OutgoingState.Queued, 0), await StateAsync());
        Assert.True(await TryAsync(new SendResult.Sent("77")));
        Assert.Equal((OutgoingState.Sent, 1), await StateAsync());
    }

    [Fact]
    public async Task A_refused_message_is_never_tried_again()
    {
        await AddAsync(MessageKind.Booking);
        await TryAsync(new SendResult.Refused("400"));
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(await TakeOutAsync());
        Assert.Equal(OutgoingState.Refused, (await StateAsync()).State);
    }

    [Fact]
    public async Task Whoever_is_gone_gets_nothing_more_until_they_write_again()
    {
        await AddAsync(MessageKind.Answer);
        await AddAsync(MessageKind.Reminder);
        await TryAsync(new SendResult.Gone("403"));
        Assert.Empty(await TakeOutAsync());
        await AddAsync(MessageKind.Booking);
        Assert.False(await TryAsync(new SendResult.Sent("1")));

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.OpenAddress(Lan));
        await AddAsync(MessageKind.Booking);

        Assert.True(await TryAsync(new SendResult.Sent("2")));
    }

    [Theory]
    [InlineData(MessageKind.Answer, 10)]
    [InlineData(MessageKind.Booking, 24 * 60)]
    public async Task After_its_time_a_message_is_not_sent_any_more(MessageKind kind, int minutes)
    {
        await AddAsync(kind);
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.False(await TryAsync(new SendResult.Sent("1")));
        Assert.Equal(OutgoingState.Expired, (await StateAsync()).State);
    }

    [Fact]
    public async Task Only_the_reminders_of_that_booking_are_called_back_and_only_what_has_not_left()
    {
        await AddAsync(MessageKind.Reminder, "reservation:1");
        await AddAsync(MessageKind.Reminder, "reservation:2");
        await AddAsync(MessageKind.Booking, "reservation:1");

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.CallBack("reservation:1", MessageKind.Reminder));

        Assert.Equal([OutgoingState.Cancelled, OutgoingState.Queued, OutgoingState.Queued], await StatesAsync());
        Assert.Equal(MessageKind.Booking, Assert.Single(await TakeOutAsync()).Kind);
        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.CallBack("reservation:1", MessageKind.Booking));
        Assert.Equal([OutgoingState.Cancelled, OutgoingState.Queued, OutgoingState.Sending], await StatesAsync());
    }

    [Fact]
    public async Task What_was_on_its_way_at_a_crash_gets_its_second_try_and_never_a_third()
    {
        await AddAsync(MessageKind.Booking);
        Assert.Single(await TakeOutAsync());
        Assert.Empty(await TakeOutAsync());

        await CrashAsync();
        Assert.Equal((OutgoingState.Queued, 1), await StateAsync());
        Assert.Single(await TakeOutAsync());
        await CrashAsync();

        Assert.Equal((OutgoingState.Unknown, 2), await StateAsync());
        Assert.Empty(await TakeOutAsync());
    }

    [Fact]
    public async Task Two_who_take_out_at_once_do_not_both_get_the_one_message()
    {
        await AddAsync(MessageKind.Booking);

        var got = await Task.WhenAll(TakeOutAsync(), TakeOutAsync());

        Assert.Single(got.SelectMany(taken => taken));
    }

    [Fact]
    public async Task Of_a_chat_one_message_is_in_hand_at_a_time_and_none_overtakes_a_second_try()
    {
        await AddAsync(MessageKind.Booking);
        await AddAsync(MessageKind.Booking);
        var first = Assert.Single(await TakeOutAsync());
        Assert.Empty(await TakeOutAsync());

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.Record(first, new SendResult.Unknown("timeout")));
        Assert.Empty(await TakeOutAsync());
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(first.Id, Assert.Single(await TakeOutAsync()).Id);
    }

    [Fact]
    public async Task How_a_try_ended_is_not_written_over_what_another_has_taken_up_meanwhile()
    {
        await AddAsync(MessageKind.Booking);
        var slow = Assert.Single(await TakeOutAsync());
        await CrashAsync();
        var second = Assert.Single(await TakeOutAsync());

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.Record(slow, new SendResult.Unknown("woke up late")));

        Assert.Equal((OutgoingState.Sending, 2), await StateAsync());
        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.Record(second, new SendResult.Sent("1")));
        Assert.Equal((OutgoingState.Sent, 2), await StateAsync());
    }

    [Fact]
    public async Task Answers_go_before_reminders_and_reminders_wait_for_the_morning()
    {
        _clock.SetUtcNow(new DateTimeOffset(VietnamTime.ToUtc(new DateOnly(2026, 11, 25), new TimeOnly(21, 30)), TimeSpan.Zero));
        await AddAsync(MessageKind.Reminder);
        await AddAsync(MessageKind.Booking);
        await AddAsync(MessageKind.FromStaff);
        Assert.Equal([MessageKind.Booking, MessageKind.FromStaff], await AllThatLeavesAsync());

        await AddAsync(MessageKind.Reminder);
        await AddAsync(MessageKind.FromStaff);
        _clock.Advance(TimeSpan.FromHours(9.5));

        Assert.Equal([MessageKind.FromStaff, MessageKind.Reminder, MessageKind.Reminder], await AllThatLeavesAsync());
    }

    [Fact]
    public async Task A_chat_that_is_forgotten_keeps_no_words_of_what_was_said_and_what_is_just_leaving_is_not_said_twice()
    {
        await AddAsync(MessageKind.Booking);
        Assert.Single(await TakeOutAsync());

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.BlankSaid(Lan));
        await CrashAsync();

        Assert.False(await TryAsync(new SendResult.Sent("1")));
        Assert.Equal("", await _ledger.ReadAsync(db => db.OutgoingMessages.Select(m => m.Text).SingleAsync()));
    }

    [Fact]
    public async Task What_still_waited_for_a_chat_can_be_dropped()
    {
        await AddAsync(MessageKind.Booking);

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.DropWaiting(Lan));

        Assert.Empty(await TakeOutAsync());
        Assert.Equal(OutgoingState.Cancelled, (await StateAsync()).State);
    }

    private Task AddAsync(MessageKind kind, string? about = null) => _ledger.Gate.RunAsync<Outbox>(outbox =>
    {
        var message = OutgoingMessage.For(Lan, kind, new Reply("Dạ."), Now);
        if (about is not null)
        {
            message.KeepFor(about);
        }

        outbox.Add(message);
    });

    /// <summary>The node is gone, and whoever takes up its work is a new one on the same ledger.</summary>
    private async Task CrashAsync()
    {
        await _ledger.SqlAsync("DELETE FROM nodes");
        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.TakeUp());
        await _ledger.Gate.RunAsync<Neighbours>(neighbours => neighbours.Beat());
    }

    private Task<List<OutgoingMessage>> TakeOutAsync() =>
        _ledger.Gate.RunAsync<Outbox, List<OutgoingMessage>>(outbox => outbox.TakeOut(Unpaced, most: 10));

    /// <summary>Sends one after the other until nothing more is due.</summary>
    private async Task<List<MessageKind>> AllThatLeavesAsync()
    {
        var kinds = new List<MessageKind>();
        while (await TakeOutAsync() is [var next])
        {
            kinds.Add(next.Kind);
            await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.Record(next, new SendResult.Sent("1")));
        }

        return kinds;
    }

    /// <summary>Takes the next message, sends it with this end, and says whether it was sent at all.</summary>
    private async Task<bool> TryAsync(SendResult end)
    {
        if (await TakeOutAsync() is not [var message])
        {
            return false;
        }

        await _ledger.Gate.RunAsync<Outbox>(outbox => outbox.Record(message, end));
        return true;
    }

    private Task<List<OutgoingState>> StatesAsync() =>
        _ledger.ReadAsync(db => db.OutgoingMessages.OrderBy(m => m.Id).Select(m => m.State).ToListAsync());

    private async Task<(OutgoingState State, int Tries)> StateAsync()
    {
        var last = await _ledger.ReadAsync(db => db.OutgoingMessages.AsNoTracking().OrderByDescending(m => m.Id).FirstAsync());
        return (last.State, last.Tries);
    }
}
