using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.People;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Waiting;

/// <summary>Many at once: those who wait, those who look at the menus, those who give seats back, and two nodes that hand them on.</summary>
public sealed class LineRaceTests
{
    private const int Waiters = 64;
    private const int Seats = 200;

    [Fact]
    public async Task Of_200_freed_seats_64_who_wait_are_offered_one_each()
    {
        await using var evening = await FullEvening.OpenAsync(Seats);
        for (var i = 0; i < Waiters; i++)
        {
            await evening.JoinsAsync();
        }

        var freeing = evening.Booked.Select(id => evening.Ledger.Gate.RunAsync<SeatBook, bool>(seats => seats.Cancel(id, Doing.OfService(StepReason.CannotCome), evening.Now)));
        var handing = Enumerable.Range(0, 40).Select(_ => evening.HandsOnAsync());
        await Task.WhenAll(Task.WhenAll(freeing), Task.WhenAll(handing));
        for (var more = 1; more > 0; more = await evening.HandsOnAsync())
        {
            Assert.Equal(0, await evening.WrongCountsAsync());
        }

        var entries = await evening.Ledger.ReadAsync(db => db.WaitingEntries.AsNoTracking().ToListAsync());
        Assert.All(entries, entry => Assert.Equal(WaitingState.Offered, entry.State));
        Assert.Equal(Waiters, entries.Select(entry => entry.ReservationId).Distinct().Count());
        Assert.Equal(Waiters, (await evening.MessagesAsync()).Select(message => message.Address).Distinct().Count());
        Assert.Equal(Waiters, (await evening.MessagesAsync()).Count);
        Assert.Equal(Waiters, await evening.Ledger.CountAsync("SELECT CAST(taken AS bigint) FROM slots"));
        Assert.Equal(0, await evening.WrongCountsAsync());
    }

    [Fact]
    public async Task Freed_seats_go_to_the_line_and_none_to_20_who_reach_for_them_in_the_menus()
    {
        await using var evening = await FullEvening.OpenAsync(capacity: 10);
        for (var i = 0; i < 10; i++)
        {
            await evening.JoinsAsync();
        }

        var grabbed = await RaceAsync(evening, (seats, person) => seats.Hold(person, evening.Slot.Id, evening.Now) is HoldOutcome.Held);

        Assert.Equal(0, grabbed);
        Assert.Equal(10, (await evening.OfferedAsync()).Count);
        Assert.Equal(0, await evening.WrongCountsAsync());
    }

    [Fact]
    public async Task Taken_without_a_look_at_the_line_freed_seats_are_grabbed_and_that_is_seen()
    {
        await using var evening = await FullEvening.OpenAsync(capacity: 10);
        for (var i = 0; i < 10; i++)
        {
            await evening.JoinsAsync();
        }

        var grabbed = await RaceAsync(
            evening, (seats, person) => seats.Hold([person], evening.Slot.Id, evening.Now, offeredUntil: evening.Now.AddMinutes(5)) is HoldOutcome.Held);

        Assert.True(grabbed > 0);
    }

    [Fact]
    public async Task A_seat_added_to_a_full_evening_is_the_lines_too()
    {
        await using var evening = await FullEvening.OpenAsync();
        var waits = await evening.JoinsAsync();
        var other = (await evening.Ledger.PeopleAsync(1, evening.Now))[0];
        await evening.Ledger.SqlAsync("UPDATE slots SET capacity = capacity + 1");

        var outcome = await evening.Ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(other, evening.Slot.Id, evening.Now));
        await evening.HandsOnAsync();

        Assert.IsType<HoldOutcome.Full>(outcome);
        Assert.Equal([waits], await evening.OfferedAsync());
    }

    [Fact]
    public async Task When_nobody_waits_any_more_a_freed_seat_is_anyones()
    {
        await using var evening = await FullEvening.OpenAsync();
        await evening.JoinsAsync();
        var other = (await evening.Ledger.PeopleAsync(1, evening.Now))[0];
        await evening.FreesAsync(2);
        await evening.HandsOnAsync();

        Assert.IsType<HoldOutcome.JustGivenBack>(await ReachAsync());
        evening.Now += Slot.Rests;
        Assert.IsType<HoldOutcome.Held>(await ReachAsync());

        Task<HoldOutcome> ReachAsync() => evening.Ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(other, evening.Slot.Id, evening.Now));
    }

    /// <summary>Ten give their seats back, two of twenty reach for each at once and again, and the line is handed on; how many of the twenty got one.</summary>
    private static async Task<int> RaceAsync(FullEvening evening, Func<SeatBook, PersonId, bool> reach)
    {
        var bookers = await evening.Ledger.PeopleAsync(20, evening.Now);
        var reaching = evening.Booked.Zip(bookers.Chunk(2), (id, two) => FreeAndReachAsync(evening, id, two, reach)).ToList();
        await Task.WhenAll(evening.HandsOnAsync(), evening.HandsOnAsync());
        var grabbed = await Task.WhenAll(reaching);
        await evening.HandsOnAsync();
        return grabbed.Sum();
    }

    private static async Task<int> FreeAndReachAsync(FullEvening evening, Guid booked, PersonId[] bookers, Func<SeatBook, PersonId, bool> reach)
    {
        var freed = evening.Ledger.Gate.RunAsync<SeatBook, bool>(seats => seats.Cancel(booked, Doing.OfService(StepReason.CannotCome), evening.Now));
        var grabbed = 0;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var tries = await Task.WhenAll(bookers.Select(person => evening.Ledger.Gate.RunAsync<SeatBook, bool>(seats => reach(seats, person))));
            grabbed += tries.Count(won => won);
        }

        Assert.True(await freed);
        return grabbed;
    }
}
