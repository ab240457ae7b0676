using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.People;
using CccdBot.Host.Tests.Evenings;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Waiting;

/// <summary>A family that waits for seats side by side: all of them are offered together, or none.</summary>
public sealed class FamilyLineTests : IAsyncLifetime
{
    private FullEvening _evening = null!;

    public async Task InitializeAsync() => _evening = await FullEvening.OpenAsync();

    public async Task DisposeAsync()
    {
        Assert.Equal(0, await _evening.WrongCountsAsync());
        await _evening.DisposeAsync();
    }

    [Fact]
    public async Task A_family_is_offered_its_seats_in_one_message_when_there_are_enough_and_not_before()
    {
        var family = await _evening.FamilyJoinsAsync(2);
        await _evening.FreesAsync();
        Assert.Equal(0, await _evening.HandsOnAsync());
        Assert.Equal([WaitingState.Waiting, WaitingState.Waiting], await _evening.StatesAsync(family));

        await _evening.FreesAsync();
        Assert.Equal(2, await _evening.HandsOnAsync());

        Assert.Equal([WaitingState.Offered, WaitingState.Offered], await _evening.StatesAsync(family));
        var message = Assert.Single(await _evening.MessagesAsync());
        Assert.StartsWith("Có 2 chỗ liền nhau cho cả nhà:\nBà con: 18h30", message.Text, StringComparison.Ordinal);
        Assert.Equal(_evening.Now.AddMinutes(15), message.ExpiresAt);
    }

    [Fact]
    public async Task Who_takes_the_offer_takes_it_for_all()
    {
        var family = await OfferedAsync();
        var hold = await HoldOfAsync(family[1]);

        await _evening.Ledger.Gate.RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(family[0], hold, _evening.Now));
        await _evening.HandsOnAsync();

        Assert.Equal([WaitingState.Taken, WaitingState.Taken], await _evening.StatesAsync(family));
        Assert.Equal(2, (await _evening.Ledger.Gate.RunAsync<SeatBook, List<Appointment>>(seats => seats.Upcoming(family[0], _evening.Now))).Count);
    }

    [Fact]
    public async Task What_a_family_does_not_answer_goes_to_the_next_after_a_quarter_of_an_hour()
    {
        var family = await OfferedAsync();
        var (lan, mai) = (await _evening.JoinsAsync(), await _evening.JoinsAsync());

        _evening.Now = _evening.Now.AddMinutes(15);
        Assert.Equal(2, await _evening.HandsOnAsync());

        Assert.Equal([WaitingState.Lapsed, WaitingState.Lapsed], await _evening.StatesAsync(family));
        Assert.Equal((WaitingState.Offered, WaitingState.Offered), (await _evening.StateAsync(lan), await _evening.StateAsync(mai)));
    }

    [Fact]
    public async Task When_one_of_the_offered_seats_is_let_go_none_is_held_for_the_others()
    {
        var family = await OfferedAsync();
        var hold = await HoldOfAsync(family[1]);

        await _evening.Ledger.Gate.RunAsync<SeatBook, bool>(seats => seats.LetGo(hold, _evening.Now));
        await _evening.HandsOnAsync();

        Assert.Equal([WaitingState.Lapsed, WaitingState.Lapsed], await _evening.StatesAsync(family));
        Assert.Equal(1, await _evening.Ledger.CountAsync("SELECT SUM(taken) FROM slots"));
    }

    [Fact]
    public async Task A_family_that_came_first_goes_before_those_behind_it()
    {
        var family = await _evening.FamilyJoinsAsync(2);
        var lan = await _evening.JoinsAsync();

        await _evening.FreesAsync(2);
        await _evening.HandsOnAsync();

        Assert.Equal([WaitingState.Offered, WaitingState.Offered], await _evening.StatesAsync(family));
        Assert.Equal(WaitingState.Waiting, await _evening.StateAsync(lan));
    }

    [Fact]
    public async Task One_seat_that_is_too_few_for_a_family_goes_to_the_next_and_that_is_written_down()
    {
        var family = await _evening.FamilyJoinsAsync(2);
        var lan = await _evening.JoinsAsync();

        await _evening.FreesAsync();
        await _evening.HandsOnAsync();
        await _evening.HandsOnAsync();

        Assert.Equal(WaitingState.Offered, await _evening.StateAsync(lan));
        Assert.Equal([WaitingState.Waiting, WaitingState.Waiting], await _evening.StatesAsync(family));
        Assert.Equal(2, await _evening.Ledger.CountAsync("SELECT COUNT(*) FROM waiting_steps WHERE reason = 'TooFewTogether'"));
        Assert.Equal([WaitingReason.Joined, WaitingReason.SeatFreed], await _evening.WhyAsync(lan));
    }

    [Fact]
    public async Task One_of_a_family_who_finds_a_seat_by_another_way_leaves_and_the_others_wait_on()
    {
        var family = await _evening.FamilyJoinsAsync(3);
        await _evening.FreesAsync(2);
        await _evening.Ledger.Gate.RunAsync<SeatBook, Appointment?>(seats =>
        {
            var hold = Assert.IsType<HoldOutcome.Held>(seats.Hold([family[2]], _evening.Slot.Id, _evening.Now, offeredUntil: _evening.Now.AddMinutes(5))).Appointment;
            return seats.Confirm(family[2], hold.Id, _evening.Now);
        });
        await _evening.HandsOnAsync();
        await _evening.FreesAsync();

        await _evening.HandsOnAsync();

        Assert.Equal([WaitingState.Offered, WaitingState.Offered, WaitingState.Left], await _evening.StatesAsync(family));
    }

    [Fact]
    public async Task Seats_of_neighbouring_half_hours_are_side_by_side_and_those_with_a_gap_are_not()
    {
        await using var hall = await Hall.OpenAsync(evenings: 1, capacity: 1, halfHours: 3);
        var keeper = await hall.PersonAsync();
        var booked = new List<Guid>();
        foreach (var slot in hall.Slots)
        {
            booked.Add(await hall.BookAsync(await hall.PersonAsync("Y Thuk"), slot));
        }

        var mother = (await hall.Do<Household, Member?>(household => household.Take(keeper, "Mẹ Lan", hall.Now)))!.Id;
        Assert.True(await hall.Do<WaitingLine, bool>(line => line.Join(keeper, [keeper, mother], hall.Slots[0].SessionId, null, WaitingPriority.None, hall.Now)));
        await FreesAsync(hall, booked[0]);
        await FreesAsync(hall, booked[2]);
        Assert.Equal(0, (await HandOnAsync(hall)).Offered);
        Assert.Equal(0, await hall.WrongCountsAsync());

        await FreesAsync(hall, booked[1]);
        Assert.Equal(2, (await HandOnAsync(hall)).Offered);

        Assert.Equal(
            [(keeper, hall.Slots[0].Id), (mother, hall.Slots[1].Id)],
            await hall.Ledger.ReadAsync(db => db.Reservations.Where(r => r.State == ReservationState.Held).OrderBy(r => r.SlotId).Select(r => new ValueTuple<PersonId, long>(r.PersonId, r.SlotId)).ToListAsync()));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    private async Task<List<PersonId>> OfferedAsync()
    {
        var family = await _evening.FamilyJoinsAsync(2);
        await _evening.FreesAsync(2);
        Assert.Equal(2, await _evening.HandsOnAsync());
        return family;
    }

    private async Task<Guid> HoldOfAsync(PersonId who) =>
        (await _evening.Ledger.ReadAsync(db => db.WaitingEntries.Where(e => e.ForId == who).Select(e => e.ReservationId).SingleAsync()))!.Value;

    private static Task<bool> FreesAsync(Hall hall, Guid id) => hall.Do<SeatBook, bool>(seats => seats.Cancel(id, Doing.OfService(StepReason.CannotCome), hall.Now));

    private static Task<(int Offered, bool)> HandOnAsync(Hall hall) => hall.Do<SeatOffers, (int, bool)>(offers => offers.HandOn(hall.Now));
}
