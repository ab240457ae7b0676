using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Host.Tests.Waiting;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>An evening that does only some kinds of work.</summary>
public sealed class LimitedEveningTests
{
    private static readonly EveningSeries AppAtSchool = new(
        "sui", new DateOnly(2026, 11, 28), new DateOnly(2026, 11, 28), [DayOfWeek.Saturday], new TimeOnly(7, 30), new TimeOnly(9, 0), 6, 2)
    {
        Services = EveningWork.Only([WishService.Vneid]),
    };

    [Fact]
    public async Task Who_names_nothing_comes_for_the_card_or_else_for_what_the_evening_does_first()
    {
        await using var hall = await Hall.OpenAsync();
        await LimitAsync(hall, hall.Slots[0], "Vneid,Correction");

        var (limited, usual) = (await HeldAsync(hall, hall.Slots[0]), await HeldAsync(hall, hall.Slots[1]));

        Assert.Equal((WishService.Vneid, WishService.Card), (limited.Service, usual.Service));
        Assert.Equal([WishService.Vneid, WishService.Correction], limited.EveningDoes.Kinds);
        Assert.False(usual.EveningDoes.IsLimited);
    }

    [Fact]
    public async Task What_the_evening_does_not_do_is_refused_and_takes_no_seat()
    {
        await using var hall = await Hall.OpenAsync();
        await LimitAsync(hall, hall.Slots[0], "Vneid");
        var lan = await hall.PersonAsync();
        var inHand = Assert.IsType<HoldOutcome.Held>(await hall.HoldAsync(lan, hall.Slots[1])).Appointment;

        var refused = Assert.IsType<HoldOutcome.OtherWork>(await hall.HoldAsync(lan, hall.Slots[0]));

        Assert.Equal((hall.Slots[0].Id, WishService.Card), (refused.Slot.Id, refused.Service));
        Assert.Equal(ReservationState.Held, await hall.StateAsync(inHand.Id));
        Assert.Equal(0, await hall.Ledger.CountAsync($"SELECT taken FROM slots WHERE id = {hall.Slots[0].Id}"));
    }

    [Fact]
    public async Task A_booking_moves_only_to_where_its_work_is_done()
    {
        await using var hall = await Hall.OpenAsync();
        await LimitAsync(hall, hall.Slots[1], "Vneid");
        var lan = await hall.PersonAsync();
        var booked = await hall.BookAsync(lan, hall.Slots[0]);

        var there = await hall.Do<SeatBook, HoldOutcome>(seats => seats.Hold(lan, hall.Slots[1].Id, hall.Now, replaces: booked));
        var later = await hall.Do<SeatBook, HoldOutcome>(seats => seats.Hold(lan, hall.Slots[2].Id, hall.Now, replaces: booked));

        Assert.Equal(WishService.Card, Assert.IsType<HoldOutcome.OtherWork>(there).Service);
        Assert.Equal(WishService.Card, Assert.IsType<HoldOutcome.Held>(later).Appointment.Service);
    }

    [Fact]
    public async Task When_an_evening_is_called_off_a_seat_is_kept_where_the_same_work_is_done()
    {
        await using var hall = await Hall.OpenAsync();
        await LimitAsync(hall, hall.Slots[1], "Vneid,Both");
        await hall.BookAsync(await hall.PersonAsync(), hall.Slots[0]);

        await hall.CallOffAsync(hall.Slots[0]);

        Assert.Equal(
            hall.Slots[2].Id, await hall.Ledger.CountAsync("SELECT slot_id FROM reservations WHERE state = 'Kept'"));
        Assert.Equal(
            ["Nhận chỗ này", "18h30 Thứ Hai 30/11", "Thôi, không đến"],
            Assert.Single(await hall.ToldAsync()).Choices.Select(choice => choice.Label));
    }

    [Fact]
    public async Task Only_fitting_evenings_are_offered_for_named_work_while_who_looks_around_sees_all()
    {
        await using var hall = await Hall.OpenAsync();
        await LimitAsync(hall, hall.Slots[1], "Vneid,Both");
        await LimitAsync(hall, hall.Slots[2], "Correction");
        var (every, cards, vneid, correction) = (hall.Slots.ConvertAll(slot => slot.Id), At(0, 3), At(0, 1, 3), At(0, 2, 3));

        await hall.Do<Timetable, int>(timetable =>
        {
            Assert.Equal(cards, timetable.Open("sui", hall.Now).Select(slot => slot.Id));
            Assert.Equal(vneid, timetable.Open("sui", hall.Now, service: WishService.Vneid).Select(slot => slot.Id));
            Assert.Equal(correction, timetable.OpenAnywhere(hall.Now, WishService.Correction).Select(slot => slot.Id));
            Assert.Equal(cards, timetable.NearestTo("sui", hall.Slots[1].StartsAt, hall.Now, most: 3).Select(slot => slot.Id));
            Assert.Equal(every, timetable.Evenings("sui", hall.Now, 0, 9).SelectMany(evening => timetable.Times(evening.SessionId, hall.Now)).Select(slot => slot.Id));
            return 0;
        });

        await hall.Ledger.SqlAsync("UPDATE slots SET taken = capacity");
        Assert.Equal(correction, await hall.Do<Timetable, List<long>>(timetable => timetable.Full("sui", hall.Now, WishService.Correction).ConvertAll(slot => slot.Id)));

        List<long> At(params int[] days) => [.. days.Select(day => hall.Slots[day].Id)];
    }

    [Fact]
    public async Task An_evening_of_short_work_is_shown_until_its_minutes_are_used_up()
    {
        await using var hall = await Hall.OpenAsync(evenings: 1);
        await hall.Ledger.SqlAsync("UPDATE sessions SET services = 'Vneid'");
        await hall.Ledger.SqlAsync("UPDATE slots SET minutes = 30");

        for (var free = 3; free > 0; free--)
        {
            var offered = Assert.Single(await hall.Do<Timetable, List<SlotOffer>>(timetable => timetable.Times(hall.Slots[0].SessionId, hall.Now)));
            Assert.Equal(free, offered.Free);
            await HeldAsync(hall, hall.Slots[0]);
        }

        Assert.Empty(await hall.Do<Timetable, List<SlotOffer>>(timetable => timetable.Times(hall.Slots[0].SessionId, hall.Now)));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    [Fact]
    public async Task A_freed_seat_is_offered_for_the_work_one_waits_for()
    {
        await using var evening = await FullEvening.OpenAsync();
        var mai = await evening.JoinsAsync(service: WishService.Both);
        await evening.FreesAsync();

        Assert.Equal(1, await evening.HandsOnAsync());

        var hold = (await evening.EntryAsync(mai)).ReservationId;
        Assert.Equal(WishService.Both, await evening.Ledger.ReadAsync(db => db.Reservations.Where(r => r.Id == hold).Select(r => r.Service).SingleAsync()));
    }

    [Fact]
    public async Task Who_waits_for_what_is_no_longer_done_leaves_the_line_and_the_seat_goes_to_the_next()
    {
        await using var evening = await FullEvening.OpenAsync();
        var (mai, hoa) = (await evening.JoinsAsync(service: WishService.Correction), await evening.JoinsAsync());
        await evening.Ledger.SqlAsync("UPDATE sessions SET services = 'Card,Vneid'");
        await evening.FreesAsync();

        Assert.Equal(1, await evening.HandsOnAsync());

        Assert.Equal(WaitingState.Left, await evening.StateAsync(mai));
        Assert.Equal([WaitingReason.Joined, WaitingReason.OtherWork], await evening.WhyAsync(mai));
        Assert.Equal([hoa], await evening.OfferedAsync());
        Assert.Equal(0, await evening.HandsOnAsync());
    }

    [Fact]
    public async Task A_series_is_limited_as_chosen_and_so_is_its_repeat_a_week_later()
    {
        await using var hall = await Hall.OpenAsync();
        var opened = await hall.Ledger.Gate.RunAsync<SeriesDesk, SeriesOutcome>(desk => desk.OpenAsync(AppAtSchool, hall.Now, CancellationToken.None));
        hall.Now = Hall.Vietnam(new DateOnly(2026, 11, 30), 8);

        var again = await hall.Ledger.Gate.RunAsync<SeriesDesk, SeriesOutcome>(desk => desk.RepeatWeekAsync(hall.Now, CancellationToken.None));

        var ids = opened.Ids.Concat(again.Ids).ToList();
        var limited = await hall.Ledger.ReadAsync(db => db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.StartsAt).ToListAsync());
        Assert.Equal(
            [(new DateOnly(2026, 11, 28), "Vneid"), (new DateOnly(2026, 12, 5), "Vneid")],
            limited.Where(s => s.Services.IsLimited).Select(s => (s.Date, s.Services.Written)));
    }

    [Fact]
    public void As_many_seats_as_the_stations_can_serve_with_what_the_evening_does()
    {
        var today = new DateOnly(2026, 11, 26);

        Assert.True(AppAtSchool.IsSound(today));
        Assert.False((AppAtSchool with { Services = EveningWork.All }).IsSound(today));
    }

    [Fact]
    public void All_four_kinds_are_no_limit_and_none_is_no_evening()
    {
        Assert.Same(EveningWork.All, EveningWork.Only(Enum.GetValues<WishService>()));
        Assert.Equal("Card,Both", EveningWork.Only([WishService.Both, WishService.Card, WishService.Both]).Written);
        Assert.Throws<ArgumentOutOfRangeException>(() => EveningWork.Only([]));
    }

    [Fact]
    public async Task Who_walks_in_may_come_for_anything()
    {
        await using var hall = await Hall.OpenAsync();
        await LimitAsync(hall, hall.Slots[0], "Vneid");
        hall.Now = hall.Slots[0].StartsAt;

        Assert.Equal(1, await hall.Do<HallLine, int?>(line => line.LetIn(
            hall.Slots[0].SessionId, "Ama Thin", WishService.Correction, null, Guid.NewGuid(), hall.Now)));
    }

    private static async Task<Appointment> HeldAsync(Hall hall, Slot slot)
    {
        var person = await hall.PersonAsync();
        return Assert.IsType<HoldOutcome.Held>(await hall.Do<SeatBook, HoldOutcome>(seats => seats.Hold(person, slot.Id, hall.Now))).Appointment;
    }

    private static Task LimitAsync(Hall hall, Slot slot, string to) =>
        hall.Ledger.SqlAsync($"UPDATE sessions SET services = '{to}' WHERE id = {slot.SessionId}");
}
