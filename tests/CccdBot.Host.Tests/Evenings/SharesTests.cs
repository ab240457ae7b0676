using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>Who may have which seat: the village's own, those that rest, and as many as the stations can serve.</summary>
public sealed class SharesTests
{
    [Fact]
    public async Task The_last_seats_are_the_villages_own_until_a_day_before_and_then_anyones()
    {
        await using var hall = await Hall.OpenAsync();
        await hall.Ledger.SqlAsync("UPDATE slots SET kept_for_village = 2");
        var (slot, stranger) = (hall.Slots[2], await hall.PersonAsync("Nguyễn Văn Xa"));
        await hall.BookAsync(await hall.PersonAsync(), slot);

        Assert.IsType<HoldOutcome.KeptForVillage>(await hall.HoldAsync(stranger, slot));

        var neighbour = await hall.PersonAsync();
        Assert.True(await hall.Do<Homes, bool>(homes => homes.Say(neighbour, "sui")));
        await hall.BookAsync(neighbour, slot);
        Assert.IsType<HoldOutcome.KeptForVillage>(await hall.HoldAsync(stranger, slot));

        hall.Now = slot.StartsAt - Slot.OpensToAll;
        await hall.BookAsync(stranger, slot);
    }

    [Fact]
    public async Task Who_is_booked_for_by_another_gets_a_seat_of_the_villages_share()
    {
        await using var hall = await Hall.OpenAsync(capacity: 1);
        await hall.Ledger.SqlAsync("UPDATE slots SET kept_for_village = 1");
        var keeper = await hall.PersonAsync();
        var mother = await hall.Do<Household, Member?>(household => household.Take(keeper, "Mẹ Lan", hall.Now));

        Assert.IsType<HoldOutcome.KeptForVillage>(await hall.HoldAsync(keeper, hall.Slots[2]));
        Assert.IsType<HoldOutcome.Held>(await hall.HoldAsync(mother!.Id, hall.Slots[2]));
    }

    [Fact]
    public async Task A_village_that_was_said_once_cannot_be_changed_for_another()
    {
        await using var hall = await Hall.OpenAsync();
        var lan = await hall.PersonAsync();

        Assert.True(await hall.Do<Homes, bool>(homes => homes.Say(lan, "sui")));
        Assert.True(await hall.Do<Homes, bool>(homes => homes.Say(lan, "sui")));
        Assert.False(await hall.Do<Homes, bool>(homes => homes.Say(lan, "blak")));
        Assert.False(await hall.Do<Homes, bool>(homes => homes.IsNear(lan, "blak")));
    }

    [Fact]
    public async Task A_seat_given_back_rests_for_three_minutes_but_not_from_who_takes_it_back()
    {
        await using var hall = await Hall.OpenAsync(capacity: 1);
        var (slot, lan, mai) = (hall.Slots[0], await hall.PersonAsync(), await hall.PersonAsync("Siu Mai"));
        var booking = await hall.BookAsync(lan, slot);
        await hall.Do<SeatBook, bool>(seats => seats.Cancel(booking, Doing.Of(lan, StepReason.CannotCome), hall.Now));

        Assert.IsType<HoldOutcome.JustGivenBack>(await hall.HoldAsync(mai, slot));
        var back = await hall.Do<SeatBook, HoldOutcome>(seats => seats.Hold(lan, slot.Id, hall.Now, isUndo: true));
        Assert.True(await hall.Do<SeatBook, bool>(seats => seats.LetGo(Assert.IsType<HoldOutcome.Held>(back).Appointment.Id, hall.Now)));

        hall.Now += Slot.Rests;
        Assert.IsType<HoldOutcome.Held>(await hall.HoldAsync(mai, slot));
    }

    [Fact]
    public async Task Fifty_accounts_of_one_who_trades_in_seats_get_their_quota_and_no_seat_of_the_villages()
    {
        await using var hall = await Hall.OpenAsync(evenings: 10, capacity: 20);
        await hall.Ledger.SqlAsync("UPDATE slots SET kept_for_village = 5");
        var far = hall.Slots[2..];
        var got = new List<int>();
        for (var account = 0; account < 50; account++)
        {
            var person = await hall.PersonAsync($"Người {account}");
            var mine = 0;
            foreach (var slot in far)
            {
                if (await hall.HoldAsync(person, slot) is HoldOutcome.Held(var hold))
                {
                    mine += await hall.Do<SeatBook, Appointment?>(seats => seats.Confirm(person, hold.Id, hall.Now)) is null ? 0 : 1;
                }
            }

            got.Add(mine);
        }

        Assert.All(got, mine => Assert.InRange(mine, 0, SeatBook.MostAhead));
        Assert.Equal(0, await hall.Ledger.CountAsync("SELECT COUNT(*) FROM slots WHERE taken > capacity - kept_for_village"));
    }

    [Fact]
    public async Task A_half_hour_is_full_for_long_work_before_it_is_full_for_short_work_and_is_not_shown_for_it()
    {
        await using var hall = await Hall.OpenAsync(capacity: 4);
        await hall.Ledger.SqlAsync("UPDATE slots SET minutes = 60");
        var slot = hall.Slots[0];
        foreach (var name in new[] { "Một", "Hai" })
        {
            Assert.IsType<HoldOutcome.Held>(await hall.HoldAsync(await hall.PersonAsync(name), slot, WishService.Correction));
        }

        var open = await hall.Do<Timetable, (int Correction, int Card, int Vneid)>(timetable => (
            FreeAt(timetable, slot, hall.Now, WishService.Correction), FreeAt(timetable, slot, hall.Now, WishService.Card), FreeAt(timetable, slot, hall.Now, WishService.Vneid)));
        Assert.Equal((0, 0, 1), open);
        Assert.IsType<HoldOutcome.Full>(await hall.HoldAsync(await hall.PersonAsync("Ba"), slot, WishService.Both));
        Assert.IsType<HoldOutcome.Held>(await hall.HoldAsync(await hall.PersonAsync("Bốn"), slot, WishService.Vneid));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    private static int FreeAt(Timetable timetable, Slot slot, DateTime now, WishService service) =>
        timetable.Open("sui", now, service: service).Find(open => open.Id == slot.Id)?.Free ?? 0;
}
