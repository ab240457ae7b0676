using System.Data.Common;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Waiting;

/// <summary>Who gets a freed seat, and for how long.</summary>
public sealed class LineTests
{
    [Fact]
    public async Task Priority_goes_first_and_among_equals_who_came_first()
    {
        await using var evening = await FullEvening.OpenAsync(capacity: 6);
        var (early, late) = (await evening.JoinsAsync(), await evening.JoinsAsync());
        var called = await evening.JoinsAsync(WaitingPriority.CalledBack);
        var far = await evening.JoinsAsync(WaitingPriority.TravelledFar);
        var (old, older) = (await evening.JoinsAsync(WaitingPriority.Elderly), await evening.JoinsAsync(WaitingPriority.Elderly));
        var inTurn = new List<PersonId>();
        for (var freed = 0; freed < 6; freed++)
        {
            await evening.FreesAsync();
            Assert.Equal(1, await evening.HandsOnAsync());
            inTurn.Add((await evening.OfferedAsync()).Except(inTurn).Single());
        }

        Assert.Equal([old, older, far, called, early, late], inTurn);
    }

    [Fact]
    public async Task One_freed_seat_is_offered_to_one_however_often_one_looks()
    {
        await using var evening = await FullEvening.OpenAsync();
        var first = await evening.JoinsAsync();
        await evening.JoinsAsync();
        await evening.FreesAsync();

        var offered = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => evening.HandsOnAsync()));

        Assert.Equal(1, offered.Sum());
        Assert.Equal([first], await evening.OfferedAsync());
        Assert.Single(await evening.MessagesAsync());
        Assert.Equal(0, await evening.WrongCountsAsync());
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_without_an_answer_it_is_the_next_ones()
    {
        await using var evening = await FullEvening.OpenAsync();
        var (first, second) = (await evening.JoinsAsync(), await evening.JoinsAsync());
        await evening.FreesAsync();
        await evening.HandsOnAtAsync("2026-11-26 09:00");

        await evening.HandsOnAtAsync("2026-11-26 09:14:59");
        var before = await evening.OfferedAsync();
        await evening.HandsOnAtAsync("2026-11-26 09:15");

        Assert.Equal([first], before);
        Assert.Equal([second], await evening.OfferedAsync());
        Assert.Equal(WaitingState.Lapsed, await evening.StateAsync(first));
        Assert.Equal([WaitingReason.Joined, WaitingReason.SeatFreed, WaitingReason.NotAnswered], await evening.WhyAsync(first));
        Assert.Equal(0, await evening.WrongCountsAsync());
    }

    [Theory]
    [InlineData("2026-11-26 22:00")]
    [InlineData("2026-11-26 20:50")]
    public async Task At_night_it_is_held_until_half_past_seven(string freed)
    {
        await using var evening = await FullEvening.OpenAsync();
        var (first, second) = (await evening.JoinsAsync(), await evening.JoinsAsync());
        await evening.FreesAsync();
        await evening.HandsOnAtAsync(freed);

        await evening.HandsOnAtAsync("2026-11-27 07:29:59");
        var before = await evening.OfferedAsync();
        await evening.HandsOnAtAsync("2026-11-27 07:30");

        Assert.Equal([first], before);
        Assert.Equal([second], await evening.OfferedAsync());
    }

    [Theory]
    [InlineData("2026-11-26 22:00", "2026-11-27 07:00", "2026-11-27 07:30")] // tomorrow's evening: nobody is woken
    [InlineData("2026-11-27 05:30", "2026-11-27 05:30", "2026-11-27 07:30")] // today's: the hours count
    [InlineData("2026-11-27 12:00", "2026-11-27 12:00", "2026-11-27 12:15")]
    [InlineData("2026-11-27 17:50", "2026-11-27 17:50", "2026-11-27 18:00")] // never past the last call
    public async Task It_is_told_and_held_by_the_hour_of_the_day(string freed, string told, string until)
    {
        await using var evening = await FullEvening.OpenAsync();
        var waits = await evening.JoinsAsync();
        await evening.FreesAsync();

        await evening.HandsOnAtAsync(freed);

        var message = Assert.Single(await evening.MessagesAsync());
        Assert.Equal(FullEvening.Vietnam(told), message.NotBefore);
        Assert.Equal((FullEvening.Vietnam(until), FullEvening.Vietnam(until)), (message.ExpiresAt, await evening.HeldUntilAsync(waits)));
    }

    [Fact]
    public async Task A_closed_chat_is_passed_over_before_and_after_the_offer_and_noted()
    {
        await using var evening = await FullEvening.OpenAsync();
        var (gone, leaves, last) = (await evening.JoinsAsync(), await evening.JoinsAsync(), await evening.JoinsAsync());
        await CloseAsync(evening, "1");
        await evening.FreesAsync();

        await evening.HandsOnAsync();
        var afterFirst = await evening.OfferedAsync();
        await CloseAsync(evening, "2");
        await evening.HandsOnAsync();

        Assert.Equal([leaves], afterFirst);
        Assert.Equal([last], await evening.OfferedAsync());
        Assert.Equal([WaitingReason.Joined, WaitingReason.ChatClosed], await evening.WhyAsync(gone));
        Assert.Equal([WaitingReason.Joined, WaitingReason.SeatFreed, WaitingReason.ChatClosed], await evening.WhyAsync(leaves));
        Assert.Equal(0, await evening.WrongCountsAsync());
    }

    [Theory]
    [InlineData("UPDATE people SET stopped_at = created_at WHERE id = (SELECT person_id FROM waiting_entries WHERE state = 'Offered')", WaitingReason.MessagesOff)]
    [InlineData("UPDATE outgoing_messages SET state = 'Refused' WHERE kind = 'Offer'", WaitingReason.NotDelivered)]
    public async Task Who_cannot_be_told_any_more_loses_the_offer_to_the_next_at_once(string happens, WaitingReason noted)
    {
        await using var evening = await FullEvening.OpenAsync();
        var (first, second) = (await evening.JoinsAsync(), await evening.JoinsAsync());
        await evening.FreesAsync();
        await evening.HandsOnAsync();
        await evening.Ledger.SqlAsync(happens);

        await evening.HandsOnAsync();

        Assert.Equal([second], await evening.OfferedAsync());
        Assert.Equal(noted, (await evening.WhyAsync(first))[^1]);
    }

    [Fact]
    public async Task A_restart_in_the_middle_changes_nothing()
    {
        await using var evening = await FullEvening.OpenAsync();
        var (first, second) = (await evening.JoinsAsync(), await evening.JoinsAsync());
        await evening.FreesAsync();
        await evening.HandsOnAtAsync("2026-11-26 09:00");
        await evening.Ledger.PutDownPenAsync();

        await using var restarted = await Ledger.OpenAsync(ground: evening.Ledger.Ground);
        var again = await HandOnAsync(restarted, "2026-11-26 09:01");
        var next = await HandOnAsync(restarted, "2026-11-26 09:15");

        Assert.Equal((0, 1), (again, next));
        Assert.Equal(WaitingState.Lapsed, await evening.StateAsync(first));
        Assert.Equal([second], await evening.OfferedAsync());
    }

    [Fact]
    public async Task When_the_evening_has_passed_the_line_is_over()
    {
        await using var evening = await FullEvening.OpenAsync();
        var waits = await evening.JoinsAsync();

        await evening.HandsOnAtAsync("2026-11-27 18:00");

        Assert.Equal(WaitingState.Over, await evening.StateAsync(waits));
    }

    [Fact]
    public async Task Who_waits_for_one_half_hour_is_offered_no_other_and_keeps_no_other_from_anyone()
    {
        await using var ledger = await Ledger.OpenAsync();
        var now = FullEvening.Vietnam("2026-11-26 08:00");
        var slots = await ledger.SlotsAsync(1, capacity: 1, now, halfHours: 2);
        var people = await ledger.PeopleAsync(3, now);
        await HoldAsync(ledger, people[0], slots[0], now);
        await ledger.Gate.RunAsync<WaitingLine, bool>(line => line.Join(people[1], people[1], slots[0].SessionId, slots[0].Id, WaitingPriority.None, now));

        Assert.Equal(0, await HandOnAsync(ledger, "2026-11-26 08:01"));
        Assert.IsType<HoldOutcome.Held>(await HoldAsync(ledger, people[2], slots[1], now));
    }

    [Fact]
    public async Task Someone_stands_in_a_line_once()
    {
        await using var evening = await FullEvening.OpenAsync();
        var person = (await evening.Ledger.PeopleAsync(1, evening.Now))[0];

        var joined = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => JoinAsync(evening, person)));

        Assert.Equal(1, joined.Count(isNew => isNew));
        Assert.Equal(1, await evening.Ledger.CountAsync("SELECT COUNT(*) FROM waiting_entries"));
    }

    [Fact]
    public async Task Without_the_index_they_would_stand_in_it_twice_and_that_is_seen()
    {
        await using var evening = await FullEvening.OpenAsync();
        var person = (await evening.Ledger.PeopleAsync(1, evening.Now))[0];
        await evening.Ledger.SqlAsync("DROP INDEX ux_waiting_person_session");

        var joined = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => JoinAsync(evening, person)));

        Assert.Equal(16, joined.Count(isNew => isNew));
    }

    [Theory]
    [InlineData("UPDATE waiting_steps SET reason = 'Accepted'")]
    [InlineData("DELETE FROM waiting_steps")]
    public async Task What_is_written_about_the_line_is_never_changed(string change)
    {
        await using var evening = await FullEvening.OpenAsync();
        await evening.JoinsAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => evening.Ledger.SqlAsync(change));
    }

    private static Task<bool> JoinAsync(FullEvening evening, PersonId person) => evening.Ledger.Gate.RunAsync<WaitingLine, bool>(
        line => line.Join(person, person, evening.Slot.SessionId, null, WaitingPriority.None, evening.Now));

    private static Task<HoldOutcome> HoldAsync(Ledger ledger, PersonId person, Slot slot, DateTime now) =>
        ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(person, slot.Id, now));

    private static async Task<int> HandOnAsync(Ledger ledger, string moment) =>
        (await ledger.Gate.RunAsync<SeatOffers, (int Offered, bool)>(offers => offers.HandOn(FullEvening.Vietnam(moment)))).Offered;

    private static Task CloseAsync(FullEvening evening, string chat) =>
        evening.Ledger.Gate.RunAsync<Outbox>(outbox => outbox.CloseAddress(new ChannelAddress("telegram", chat)));
}
