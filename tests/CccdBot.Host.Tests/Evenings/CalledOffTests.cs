using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.People;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>An evening is called off or moved: nobody walks for nothing, and nobody is forgotten.</summary>
public sealed class CalledOffTests
{
    [Fact]
    public async Task Everyone_is_told_why_is_kept_a_seat_and_counted()
    {
        await using var hall = await Hall.OpenAsync();
        var (lan, mai, old) = (await hall.PersonAsync(), await hall.PersonAsync("Siu Mai"), await hall.PersonAsync("Ama Thin", hasChat: false));
        foreach (var person in new[] { lan, mai, old })
        {
            await hall.BookAsync(person, hall.Slots[0]);
        }

        await hall.CallOffAsync(hall.Slots[0]);

        var displaced = await hall.DisplacedAsync();
        Assert.Equal(3, displaced.Count);
        Assert.All(displaced, one => Assert.Equal((hall.Slots[0].SessionId, DisplacedOutcome.Asked, true), (one.SessionId, one.Outcome, one.KeptId is not null)));
        var told = await hall.ToldAsync();
        Assert.Equal(2, told.Count);
        Assert.All(told, message => Assert.Contains("phải hoãn vì mưa to", message.Text, StringComparison.Ordinal));
        Assert.All(told, message => Assert.Equal(["Nhận chỗ này", "18h30 Chủ Nhật 29/11", "18h30 Thứ Hai 30/11", "Thôi, không đến"], message.Choices.Select(choice => choice.Label)));
        Assert.Equal(3, await hall.Ledger.CountAsync($"SELECT taken FROM slots WHERE id = {hall.Slots[1].Id}"));
        Assert.Equal(0, await hall.WrongCountsAsync());

        Assert.Equal(1, await hall.Do<Displaced, int>(people => people.Settle(hall.Now)));
        var call = Assert.Single(await hall.Ledger.ReadAsync(db => db.CallTasks.AsNoTracking().ToListAsync()));
        Assert.Equal((old, CallReason.EveningCalledOff), (call.PersonId, call.Reason));
    }

    [Fact]
    public async Task Who_does_not_answer_within_a_day_is_called_and_the_kept_seat_is_free_again()
    {
        await using var hall = await Hall.OpenAsync();
        await hall.BookAsync(await hall.PersonAsync(), hall.Slots[1]);
        await hall.CallOffAsync(hall.Slots[1]);

        hall.Now += DisplacedBooking.MayThink;
        await hall.Do<SeatBook, int>(seats => seats.FreeLapsed(hall.Now));
        Assert.Equal(1, await hall.Do<Displaced, int>(people => people.Settle(hall.Now)));
        Assert.Equal(0, await hall.Do<Displaced, int>(people => people.Settle(hall.Now)));

        Assert.Equal([DisplacedOutcome.ToCall], await hall.OutcomesAsync());
        Assert.Equal(0, await hall.Ledger.CountAsync("SELECT SUM(taken) FROM slots"));
        var task = await hall.Ledger.ReadAsync(db => db.CallTasks.Select(task => task.Id).SingleAsync());
        Assert.True(await hall.Do<Displaced, bool>(people => people.Told(task, hall.Officer, hall.Now)));
        Assert.False(await hall.Do<Displaced, bool>(people => people.Told(task, Guid.NewGuid(), hall.Now)));
        Assert.Equal([DisplacedOutcome.Told], await hall.OutcomesAsync());
    }

    [Fact]
    public async Task Nobody_gets_a_seat_in_an_evening_that_is_being_called_off_however_fast_they_are()
    {
        await using var hall = await Hall.OpenAsync(evenings: 12, capacity: 40);
        for (var round = 0; round < 6; round++)
        {
            var slot = hall.Slots[round];
            var people = new List<PersonId>();
            for (var i = 0; i < 20; i++)
            {
                people.Add(await hall.PersonAsync($"Người {round} {i}"));
            }

            var booking = people.ConvertAll(person => BookIfOpenAsync(hall, person, slot));
            await hall.CallOffAsync(slot);
            await Task.WhenAll(booking);
            await hall.SeeToDisplacedAsync();

            Assert.Equal(0, await hall.Ledger.CountAsync(
                $"SELECT COUNT(*) FROM reservations WHERE session_id = {slot.SessionId} AND state IN {ReservationLife.Ahead}"));
            Assert.IsType<HoldOutcome.NoSuchSlot>(await hall.HoldAsync(people[0], slot));
        }

        Assert.Equal(
            await hall.Ledger.CountAsync("SELECT COUNT(*) FROM reservations WHERE state = 'Cancelled'"),
            await hall.Ledger.CountAsync("SELECT COUNT(*) FROM displaced_bookings"));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task Two_hundred_people_of_one_evening_all_have_an_outcome_and_no_seat_is_given_twice()
    {
        await using var hall = await Hall.OpenAsync(evenings: 9, capacity: 200);
        await hall.Ledger.SqlAsync("UPDATE slots SET capacity = 20 WHERE starts_at > (SELECT MIN(starts_at) FROM slots)");
        for (var i = 0; i < 200; i++)
        {
            await hall.BookAsync(await hall.PersonAsync($"Người {i}", hasChat: i % 10 != 0), hall.Slots[0]);
        }

        await hall.CallOffAsync(hall.Slots[0]);
        await hall.Do<Displaced, int>(people => people.Settle(hall.Now));

        var outcomes = await hall.OutcomesAsync();
        Assert.Equal((200, 180, 20), (outcomes.Count, outcomes.Count(o => o == DisplacedOutcome.Asked), outcomes.Count(o => o == DisplacedOutcome.ToCall)));
        Assert.Equal(20, await hall.OpenCallsAsync());
        // Eight evenings of twenty seats: the last forty are told, and choose for themselves.
        Assert.Equal(160, (await hall.DisplacedAsync()).Count(one => one.KeptId is not null));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task A_family_is_kept_its_seats_together()
    {
        await using var hall = await Hall.OpenAsync();
        var keeper = await hall.PersonAsync();
        var mother = (await hall.Do<Household, Member?>(household => household.Take(keeper, "Mẹ Lan", hall.Now)))!.Id;
        var held = Assert.IsType<HoldOutcome.Held>(await hall.Do<SeatBook, HoldOutcome>(seats => seats.Hold([keeper, mother], hall.Slots[0].Id, hall.Now)));
        await hall.Do<SeatBook, Appointment?>(seats => seats.Confirm(keeper, held.Appointment.Id, hall.Now));

        await hall.CallOffAsync(hall.Slots[0]);

        Assert.Contains("2 chỗ liền nhau", Assert.Single(await hall.ToldAsync()).Text, StringComparison.Ordinal);
        var kept = (await hall.DisplacedAsync())[0].KeptId!.Value;
        Assert.NotNull(await hall.Do<SeatBook, Appointment?>(seats => seats.Confirm(keeper, kept, hall.Now)));
        Assert.Equal(2, (await hall.Do<SeatBook, List<Appointment>>(seats => seats.Upcoming(keeper, hall.Now))).Count);
    }

    [Theory]
    [InlineData(false, "cũng phải hoãn vì cầu hỏng")]
    [InlineData(true, "vừa đổi giờ vì cầu hỏng")]
    public async Task Who_loses_even_the_seat_that_was_kept_hears_why_and_is_kept_another(bool isMoved, string said)
    {
        await using var hall = await Hall.OpenAsync();
        var lan = await hall.PersonAsync();
        await hall.BookAsync(lan, hall.Slots[0]);
        await hall.CallOffAsync(hall.Slots[0]);

        if (isMoved)
        {
            Assert.True(await hall.AtDesk(desk => desk.Move(hall.Slots[1].SessionId, hall.Slots[1].StartsAt, "sui", hall.Slots[1].StartsAt.AddHours(1), hall.Officer, "cầu hỏng", hall.Now)));
        }
        else
        {
            await hall.CallOffAsync(hall.Slots[1], "cầu hỏng");
        }

        var told = await hall.ToldAsync();
        Assert.Equal(2, told.Count);
        Assert.Contains(said, told[1].Text, StringComparison.Ordinal);
        Assert.Contains("Em giữ sẵn một chỗ lúc 18h30, Chủ nhật, 29/11/2026", told[1].Text, StringComparison.Ordinal);
        var displaced = Assert.Single(await hall.DisplacedAsync());
        Assert.Equal(DisplacedOutcome.Asked, displaced.Outcome);
        Assert.Equal(1, await hall.Ledger.CountAsync("SELECT SUM(taken) FROM slots"));
        Assert.NotNull(await hall.Do<SeatBook, Appointment?>(seats => seats.Confirm(lan, displaced.KeptId!.Value, hall.Now)));
        Assert.Equal(hall.Slots[2].StartsAt, Assert.Single(await hall.Do<SeatBook, List<Appointment>>(seats => seats.Upcoming(lan, hall.Now))).StartsAt);
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task Who_loses_the_kept_seat_when_nothing_else_is_free_hears_so_and_is_called_when_they_do_not_answer()
    {
        await using var hall = await Hall.OpenAsync(evenings: 2);
        await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]);
        await hall.CallOffAsync(hall.Slots[0]);
        await hall.CallOffAsync(hall.Slots[1], "cầu hỏng");

        Assert.Contains("Bà con chọn buổi khác giúp em", (await hall.ToldAsync())[1].Text, StringComparison.Ordinal);
        Assert.Equal(0, await hall.Do<Displaced, int>(people => people.Settle(hall.Now)));
        hall.Now += DisplacedBooking.MayThink;
        Assert.Equal(1, await hall.Do<Displaced, int>(people => people.Settle(hall.Now)));
        Assert.Equal([DisplacedOutcome.ToCall], await hall.OutcomesAsync());
    }

    [Fact]
    public async Task A_family_that_loses_its_kept_seats_is_told_once_and_kept_as_many_again()
    {
        await using var hall = await Hall.OpenAsync();
        var keeper = await hall.PersonAsync();
        var mother = (await hall.Do<Household, Member?>(household => household.Take(keeper, "Mẹ Lan", hall.Now)))!.Id;
        var held = Assert.IsType<HoldOutcome.Held>(await hall.Do<SeatBook, HoldOutcome>(seats => seats.Hold([keeper, mother], hall.Slots[0].Id, hall.Now)));
        await hall.Do<SeatBook, Appointment?>(seats => seats.Confirm(keeper, held.Appointment.Id, hall.Now));
        await hall.CallOffAsync(hall.Slots[0]);

        await hall.CallOffAsync(hall.Slots[1], "cầu hỏng");

        var told = await hall.ToldAsync();
        Assert.Equal(2, told.Count);
        Assert.Contains("Em giữ sẵn 2 chỗ liền nhau lúc 18h30, Chủ nhật, 29/11/2026", told[1].Text, StringComparison.Ordinal);
        Assert.Equal([DisplacedOutcome.Asked, DisplacedOutcome.Asked], await hall.OutcomesAsync());
        Assert.Equal(2, await hall.Ledger.CountAsync(
            $"SELECT COUNT(*) FROM displaced_bookings d JOIN reservations r ON r.id = d.kept_id WHERE r.state = 'Kept' AND r.slot_id = {hall.Slots[2].Id}"));
    }

    [Fact]
    public async Task A_seat_is_kept_behind_those_who_wait_and_goes_to_them_when_it_is_not_taken()
    {
        await using var hall = await Hall.OpenAsync(evenings: 3, capacity: 1);
        var (lan, mai, hoa) = (await hall.PersonAsync(), await hall.PersonAsync("Siu Mai"), await hall.PersonAsync("Siu Hoa"));
        await hall.BookAsync(lan, hall.Slots[0]);
        var others = await hall.BookAsync(await hall.PersonAsync("Y Thuk"), hall.Slots[1]);
        Assert.True(await JoinAsync(hall, mai, hall.Slots[1]));
        await hall.Do<SeatBook, bool>(seats => seats.Cancel(others, Doing.OfService(StepReason.CannotCome), hall.Now));

        await hall.CallOffAsync(hall.Slots[0]);

        // Mai waited for the seat that became free tomorrow; for Lan the one after it is kept.
        var kept = (await hall.DisplacedAsync())[0].KeptId!.Value;
        Assert.Equal(hall.Slots[2].StartsAt, (await hall.Do<SeatBook, Appointment?>(seats => seats.Find(kept)))!.StartsAt);
        Assert.Equal(1, (await HandOnAsync(hall)).Offered);

        // Hoa waits for the kept one, and gets it only when Lan's day is over.
        Assert.True(await JoinAsync(hall, hoa, hall.Slots[2]));
        Assert.Equal(0, (await HandOnAsync(hall)).Offered);
        hall.Now += DisplacedBooking.MayThink;
        Assert.True((await HandOnAsync(hall)).Offered >= 1);
        Assert.Equal(hoa, await hall.Ledger.ReadAsync(db => db.Reservations.Where(r => r.SlotId == hall.Slots[2].Id && r.State == ReservationState.Held).Select(r => r.PersonId).SingleAsync()));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task A_moved_evening_takes_its_seats_along_and_asks_everyone()
    {
        await using var hall = await Hall.OpenAsync(halfHours: 3);
        var lan = await hall.PersonAsync();
        var booking = await hall.BookAsync(lan, hall.Slots[1]);
        var (session, from) = (hall.Slots[1].SessionId, hall.Slots[0].StartsAt);

        Assert.True(await hall.AtDesk(desk => desk.Move(session, from, "sui", from.AddHours(1), hall.Officer, "mất điện", hall.Now)));
        Assert.False(await hall.AtDesk(desk => desk.Move(session, from.AddHours(1), "sui", hall.Slots[3].StartsAt, hall.Officer, "mất điện", hall.Now)));

        var mine = Assert.Single(await hall.Do<SeatBook, List<Appointment>>(seats => seats.Upcoming(lan, hall.Now)));
        Assert.Equal((booking, from.AddHours(1.5)), (mine.Id, mine.StartsAt));
        Assert.Contains("Lý do: mất điện", Assert.Single(await hall.ToldAsync()).Text, StringComparison.Ordinal);
        Assert.Equal([DisplacedOutcome.Asked], await hall.OutcomesAsync());

        await hall.Do<SeatBook, bool>(seats => seats.Cancel(booking, Doing.Of(lan, StepReason.CannotCome), hall.Now));
        await hall.Do<Displaced, int>(people => people.Settle(hall.Now));
        Assert.Equal([DisplacedOutcome.GaveUp], await hall.OutcomesAsync());
    }

    private static Task<bool> JoinAsync(Hall hall, PersonId who, Slot slot) =>
        hall.Do<WaitingLine, bool>(line => line.Join(who, who, slot.SessionId, null, WaitingPriority.None, hall.Now));

    private static Task<(int Offered, bool)> HandOnAsync(Hall hall) => hall.Do<SeatOffers, (int, bool)>(offers => offers.HandOn(hall.Now));

    private static async Task BookIfOpenAsync(Hall hall, PersonId person, Slot slot)
    {
        if (await hall.HoldAsync(person, slot) is HoldOutcome.Held(var hold))
        {
            await hall.Do<SeatBook, Appointment?>(seats => seats.Confirm(person, hold.Id, hall.Now));
        }
    }
}
