using System.Data.Common;
using CccdBot.Core.Booking;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>What may follow what in the life of a booking, and what is written down of it.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task Only_what_the_table_allows_happens_and_each_change_keeps_who_when_and_why()
    {
        await using var hall = await Hall.OpenAsync();
        var booking = await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]);
        foreach (var (from, to) in from one in Enum.GetValues<ReservationState>() from other in Enum.GetValues<ReservationState>() select (one, other))
        {
            await hall.Ledger.SqlAsync($"UPDATE reservations SET state = '{from}'");
            await hall.Ledger.SqlAsync("UPDATE slots SET taken = 1, minutes_taken = 15");

            var before = await hall.Do<ReservationChanges, ReservationState?>(
                changes => changes.Change(booking, to, Doing.OfOfficer(hall.Officer, StepReason.CameIn), hall.Now));

            Assert.Equal((from, to, ReservationLife.Allows(from, to)), (from, to, before == from));
            Assert.Equal(before is null ? from : to, await hall.StateAsync(booking));
        }

        var steps = await hall.Ledger.ReadAsync(db => db.ReservationSteps.AsNoTracking().Where(step => step.Who == hall.Officer).ToListAsync());
        Assert.Equal(steps.Count, steps.Select(step => (step.From, step.To)).Distinct().Count());
        Assert.All(steps, step => Assert.True(
            ReservationLife.Allows(step.From, step.To) && step is { Hand: Hand.Officer, Why: StepReason.CameIn } && step.At == hall.Now));
    }

    [Fact]
    public async Task From_the_hold_to_the_stamp_every_step_is_told_in_order()
    {
        await using var hall = await Hall.OpenAsync();
        var lan = await hall.PersonAsync();
        var booking = await hall.BookAsync(lan, hall.Slots[0]);

        Assert.Equal(1, await hall.AtDesk(desk => desk.Confirm(hall.Slots[0].SessionId, hall.Officer, hall.Now)));
        hall.Now = hall.Slots[0].StartsAt;
        Assert.True(await hall.AtDesk(desk => desk.Mark(booking, ReservationState.CheckedIn, StepReason.CameIn, hall.Officer, hall.Now)));
        Assert.True(await hall.AtDesk(desk => desk.Mark(booking, ReservationState.Served, StepReason.Done, hall.Officer, hall.Now)));

        var steps = await hall.Ledger.ReadAsync(db => db.ReservationSteps.OrderBy(step => step.Id).Select(step => new { step.To, step.Hand, step.Who }).ToListAsync());
        Assert.Equal(
            [(ReservationState.Booked, lan.Value), (ReservationState.Confirmed, hall.Officer), (ReservationState.CheckedIn, hall.Officer), (ReservationState.Served, hall.Officer)],
            steps.Select(step => (step.To, step.Who!.Value)));
    }

    [Theory]
    [InlineData("UPDATE reservation_steps SET why = 'Done'")]
    [InlineData("DELETE FROM reservation_steps")]
    public async Task What_was_written_down_stays(string sql)
    {
        await using var hall = await Hall.OpenAsync();
        await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]);

        await Assert.ThrowsAnyAsync<DbException>(() => hall.Ledger.SqlAsync(sql));
    }

    [Fact]
    public async Task Of_two_officers_one_confirms_the_evening_and_the_other_hears_that_it_was_done()
    {
        await using var hall = await Hall.OpenAsync();
        await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]);

        var both = await Task.WhenAll(
            hall.AtDesk(desk => desk.Confirm(hall.Slots[0].SessionId, hall.Officer, hall.Now)),
            hall.AtDesk(desk => desk.Confirm(hall.Slots[0].SessionId, Guid.NewGuid(), hall.Now)));

        Assert.Equal([1, null], both.OrderByDescending(told => told));
    }

    [Fact]
    public async Task Who_books_after_the_police_confirmed_has_a_firm_hour_at_once_but_who_stayed_away_twice_is_asked_after_first()
    {
        await using var hall = await Hall.OpenAsync();
        var (lan, mai) = (await hall.PersonAsync(), await hall.PersonAsync("Siu Mai"));
        foreach (var slot in hall.Slots[..2])
        {
            await hall.BookAsync(mai, slot);
            hall.Now = slot.StartsAt;
            Assert.Equal(1, await hall.AtDesk(desk => desk.Close(slot.SessionId, hall.Officer, hall.Now)));
        }

        await hall.AtDesk(desk => desk.Confirm(hall.Slots[3].SessionId, hall.Officer, hall.Now));

        var (lans, mais) = (await hall.BookAsync(lan, hall.Slots[3]), await hall.BookAsync(mai, hall.Slots[3]));
        Assert.Equal((ReservationState.Confirmed, ReservationState.Booked), (await hall.StateAsync(lans), await hall.StateAsync(mais)));
        Assert.True(await hall.AtDesk(desk => desk.Mark(mais, ReservationState.Confirmed, StepReason.EveningConfirmed, hall.Officer, hall.Now)));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task A_closed_evening_has_only_served_and_missed_people_and_no_seat_for_anyone()
    {
        await using var hall = await Hall.OpenAsync();
        var (came, stayedAway) = (await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]), await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]));
        hall.Now = hall.Slots[0].StartsAt;
        await hall.AtDesk(desk => desk.Mark(came, ReservationState.CheckedIn, StepReason.CameIn, hall.Officer, hall.Now));

        Assert.Equal(1, await hall.AtDesk(desk => desk.Close(hall.Slots[0].SessionId, hall.Officer, hall.Now)));
        Assert.Null(await hall.AtDesk(desk => desk.Close(hall.Slots[0].SessionId, hall.Officer, hall.Now)));
        Assert.Equal((ReservationState.Served, ReservationState.Missed), (await hall.StateAsync(came), await hall.StateAsync(stayedAway)));

        Assert.True(await hall.AtDesk(desk => desk.Mark(stayedAway, ReservationState.CheckedIn, StepReason.CameIn, hall.Officer, hall.Now)));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task Two_seats_of_one_person_under_two_chats_are_merged_and_the_other_chat_is_told()
    {
        await using var hall = await Hall.OpenAsync();
        var (first, second) = (await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]), await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]));

        Assert.True(await hall.AtDesk(desk => desk.Merge(first, second, hall.Officer, hall.Now)));
        Assert.False(await hall.AtDesk(desk => desk.Merge(first, second, hall.Officer, hall.Now)));

        Assert.Equal((ReservationState.Booked, ReservationState.Cancelled), (await hall.StateAsync(first), await hall.StateAsync(second)));
        Assert.Contains("cán bộ gộp lại", Assert.Single(await hall.ToldAsync()).Text, StringComparison.Ordinal);
    }
}
