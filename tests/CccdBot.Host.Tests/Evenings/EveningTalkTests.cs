using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>What a citizen hears on Telegram when the police confirm, call off or move an evening, and after it.</summary>
public sealed class EveningTalkTests : VillageTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private readonly Guid _officer = Guid.NewGuid();

    [Fact]
    public async Task The_hour_is_firm_when_the_police_have_confirmed_and_everyone_is_told_then()
    {
        var lan = Village.NewCitizen();
        var booked = await lan.BooksAtSuiAsync();

        await DeskAsync(async desk => Assert.Equal(1, desk.Confirm(await SessionAsync(), _officer, Now)));
        var told = await lan.HearsAsync();

        Assert.Contains("Công an xã xác nhận buổi này xong, em báo ngay", booked.Text, StringComparison.Ordinal);
        Assert.StartsWith("Công an xã đã xác nhận lịch, mã A1:\n18h30, thứ Năm, 26/11/2026", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_rain_calls_an_evening_off_one_tap_takes_the_seat_that_was_kept()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        await CallOffAsync();
        var told = await lan.HearsAsync();
        var taken = await lan.TapsAsync("Nhận chỗ này");

        Assert.StartsWith("Xin lỗi bà con, buổi 18h30, thứ Năm, 26/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Contains("phải hoãn vì mưa to, đường ngập", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ chỗ. Mã lịch: A1\n18h30, thứ Sáu, 27/11/2026", taken.Text, StringComparison.Ordinal);
        Assert.Equal([DisplacedOutcome.Rebooked], await Village.AllAsync(db => db.DisplacedBookings.Select(d => d.Outcome)));
    }

    [Fact]
    public async Task Another_of_the_three_hours_may_be_taken_and_the_kept_seat_goes_back()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await CallOffAsync();
        await lan.HearsAsync();

        var taken = await lan.TapsAsync("2.");

        Assert.StartsWith("Đã giữ chỗ", taken.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Village.Service.InLedgerAsync(db => db.Slots.SumAsync(slot => slot.Taken)));
        Assert.Equal([DisplacedOutcome.Rebooked], await Village.AllAsync(db => db.DisplacedBookings.Select(d => d.Outcome)));
    }

    [Fact]
    public async Task Who_cannot_come_at_all_says_so_and_keeps_no_seat_from_others()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await CallOffAsync();
        await lan.HearsAsync();

        var told = await lan.TapsAsync("Thôi, không đến");

        Assert.Contains("em bỏ lịch này", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Village.Service.InLedgerAsync(db => db.Slots.SumAsync(slot => slot.Taken)));
        Assert.Equal([DisplacedOutcome.GaveUp], await Village.AllAsync(db => db.DisplacedBookings.Select(d => d.Outcome)));
    }

    [Fact]
    public async Task Who_answers_after_the_kept_seat_has_gone_is_asked_to_choose_again()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await CallOffAsync();
        await lan.HearsAsync();
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<SeatBook, int>(seats => seats.FreeLapsed(Now + DisplacedBooking.MayThink));

        var told = await lan.TapsAsync("Nhận chỗ này");

        Assert.Contains("đã quá hạn", told.Text, StringComparison.Ordinal);
        Assert.Contains(told.Buttons, button => button.Label.Contains("Buôn Sui", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moved_evening_is_told_with_its_reason_and_suits_with_one_tap()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await DeskAsync(async desk => Assert.True(desk.Move(await SessionAsync(), await StartAsync(), "sui", await StartAsync() + TimeSpan.FromHours(1), _officer, "mất điện", Now)));
        Village.Service.Services.GetRequiredService<Postman>().RingAll();

        var told = await lan.HearsAsync();
        var answered = await lan.TapsAsync("Giờ mới được");

        Assert.StartsWith("Xin lỗi bà con, buổi hẹn đổi sang:\n19h30, thứ Năm, 26/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Contains("Lý do: mất điện", told.Text, StringComparison.Ordinal);
        Assert.Contains("19h30, thứ Năm, 26/11/2026", answered.Text, StringComparison.Ordinal);
        Assert.Equal([DisplacedOutcome.Stayed], await Village.AllAsync(db => db.DisplacedBookings.Select(d => d.Outcome)));
    }

    [Fact]
    public async Task Who_was_not_there_hears_no_blame_the_next_morning_and_three_new_times()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        var start = await StartAsync();
        Village.Clock.Advance(start.AddHours(3) - Now);
        await DeskAsync(async desk => Assert.Equal(1, desk.Close(await SessionAsync(), _officer, Now)));

        await RemindAsync(start.AddHours(14));
        var told = await HearsAsync(lan, "Không sao ạ");
        var booked = await lan.TapsAsync("1.");

        Assert.Equal(4, told.Buttons.Count);
        Assert.Contains("Em ghi như sau", booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_ill_loses_nothing_and_is_asked_again_on_the_day_they_named()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var until = await lan.SaysAsync("/hoanom");
        var putOff = await lan.TapsAsync("1 tuần nữa");
        await RemindAsync(Now.AddDays(7));
        var asked = await HearsAsync(lan, "hỏi thăm sức khoẻ");
        await lan.TapsAsync("Chưa, hỏi lại sau");
        var again = await lan.TapsAsync("2 tuần nữa");

        Assert.Contains("không mất lượt", until.Text, StringComparison.Ordinal);
        Assert.Contains("Thứ Năm, 03/12/2026 em hỏi thăm lại", putOff.Text, StringComparison.Ordinal);
        Assert.Contains(asked.Buttons, button => button.Label.Contains("Đặt lịch tối", StringComparison.Ordinal));
        Assert.Contains("em hoãn lịch này", again.Text, StringComparison.Ordinal);
        Assert.Equal([ReservationState.Deferred], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
    }

    [Fact]
    public async Task A_card_that_has_come_and_an_account_that_waits_are_told()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        var id = (await Village.AllAsync(db => db.Reservations.Select(r => r.Id))).Single();
        Village.Clock.Advance(await StartAsync() - Now);
        await DeskAsync(desk =>
        {
            Assert.True(desk.Mark(id, ReservationState.CheckedIn, StepReason.CameIn, _officer, Now));
            Assert.True(desk.Mark(id, ReservationState.Served, StepReason.Done, _officer, Now));
            Assert.True(desk.CardIsReady(id, Now));
            return Task.CompletedTask;
        });

        await RemindAsync(Now);
        var ready = await HearsAsync(lan, "Thẻ căn cước đã có ở công an xã");
        await Village.Service.Ground.SqlAsync("UPDATE reservations SET service = 'Both'");
        await RemindAsync(Now.AddDays(3));
        var asked = await HearsAsync(lan, "cần kích hoạt, còn 4 ngày");
        await lan.TapsAsync("Đã kích hoạt");
        await RemindAsync(Now.AddDays(3));

        Assert.Contains("giấy hẹn", ready.Text, StringComparison.Ordinal);
        Assert.Contains("OTP không đọc cho ai", asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Village.Service.InLedgerAsync(db => db.Reminders.CountAsync(r => r.Kind == "not-yet-activated-6")));
    }

    [Fact]
    public async Task A_returned_dossier_is_called_back_with_its_reason_and_a_seat()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        var id = (await Village.AllAsync(db => db.Reservations.Select(r => r.Id))).Single();
        Village.Clock.Advance(await StartAsync() - Now);
        await DeskAsync(desk =>
        {
            desk.Mark(id, ReservationState.CheckedIn, StepReason.CameIn, _officer, Now);
            desk.Mark(id, ReservationState.Served, StepReason.Done, _officer, Now);
            return Task.CompletedTask;
        });

        var gate = Village.Service.Services.GetRequiredService<WriteGate>();
        Assert.True(await gate.RunAsync<Displacing, bool>(displacing => displacing.CallBack(id, "ảnh bị mờ", Now)));
        Assert.False(await gate.RunAsync<Displacing, bool>(displacing => displacing.CallBack(id, "ảnh bị mờ", Now)));
        Village.Service.Services.GetRequiredService<Postman>().RingAll();
        Village.Clock.Advance(Tick);
        var told = await HearsAsync(lan, "cần bổ sung: ảnh bị mờ");
        var taken = await lan.TapsAsync("Nhận chỗ này");

        Assert.Contains("Xin lỗi đã phiền bà con", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ chỗ", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_family_one_comes_again_takes_the_kept_seat_or_gives_up_and_the_others_keep_theirs()
    {
        var lan = Village.NewCitizen();
        var first = await FamilyAsync(lan);
        var startsAt = (await Village.AllAsync(db => db.Reservations.Where(r => r.Id == first).Select(r => r.Slot!.StartsAt))).Single();
        Village.Clock.Advance(startsAt - Now);
        await DeskAsync(desk =>
        {
            Assert.True(desk.Mark(first, ReservationState.CheckedIn, StepReason.CameIn, _officer, Now));
            return Task.CompletedTask;
        });
        var arrival = (await Village.AllAsync(db => db.Arrivals)).Single();
        var day = VietnamTime.DateOf(Now).AddDays(2);
        Assert.True(await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<HallDesk, bool>(
            desk => desk.ComeAgain(arrival.SessionId, arrival.Id, null, day, _officer, Now)));
        Village.Service.Services.GetRequiredService<Postman>().RingAll();
        Village.Clock.Advance(Tick);
        await HearsAsync(lan, $"Cán bộ hẹn {VietnamTime.DayText(day)}");

        var givenUp = await lan.TapsAsync("Thôi, không đến");

        Assert.StartsWith("Dạ, em bỏ lịch này", givenUp.Text, StringComparison.Ordinal);
        Assert.Equal(
            [ReservationState.Booked, ReservationState.Cancelled, ReservationState.Deferred, ReservationState.Lapsed],
            (await Village.AllAsync(db => db.Reservations.Select(r => r.State))).OrderBy(state => $"{state}", StringComparer.Ordinal));
    }

    /// <summary>She and her mother in one evening; returns her own seat.</summary>
    private async Task<Guid> FamilyAsync(Citizen lan)
    {
        await lan.BooksAtSuiAsync();
        return await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<IServiceProvider, Guid>(async desk =>
        {
            var (db, seats) = (desk.GetRequiredService<CccdDb>(), desk.GetRequiredService<SeatBook>());
            var mine = await db.Reservations.AsNoTracking().SingleAsync();
            seats.Cancel(mine.Id, Doing.Of(mine.PersonId, StepReason.CannotCome), Now);
            var mother = desk.GetRequiredService<Household>().Take(mine.PersonId, "Mẹ", Now)!.Id;
            var slot = await db.Slots.Where(s => s.SessionId != mine.SessionId && s.Session!.PlaceCode == "sui").OrderBy(s => s.StartsAt).FirstAsync();
            var hold = Assert.IsType<HoldOutcome.Held>(seats.Hold([mine.PersonId, mother], slot.Id, Now));
            Assert.NotNull(seats.Confirm(mine.PersonId, hold.Appointment.Id, Now));
            return hold.Appointment.Id;
        });
    }

    private DateTime Now => Village.Clock.GetUtcNow().UtcDateTime;

    private async Task DeskAsync(Func<EveningDesk, Task> act)
    {
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<EveningDesk>(act);
        Village.Clock.Advance(Tick);
    }

    /// <summary>The clock stands at this moment, and the service looks whom it has to remind.</summary>
    private async Task RemindAsync(DateTime at)
    {
        Village.Clock.Advance(at - Now);
        await Village.Service.Services.GetRequiredService<DueReminders>().WriteAsync();
        Village.Clock.Advance(Tick);
    }

    private async Task CallOffAsync()
    {
        await DeskAsync(async desk => Assert.True(desk.CallOff(await SessionAsync(), _officer, "mưa to, đường ngập", Now)));
        await Village.Service.Services.GetRequiredService<EveningRounds>().SeeToDisplacedAsync();
    }

    /// <summary>The evening in which the first of all bookings is.</summary>
    private Task<long> SessionAsync() => Village.Service.InLedgerAsync(db => db.Reservations.OrderBy(r => r.Id).Select(r => r.SessionId).FirstAsync());

    private async Task<DateTime> StartAsync()
    {
        var session = await SessionAsync();
        return await Village.Service.InLedgerAsync(db => db.Sessions.Where(s => s.Id == session).Select(s => s.StartsAt).SingleAsync());
    }

    /// <summary>The message with these words, among the reminders that time brings along.</summary>
    private static async Task<Telegram.FakeMessage> HearsAsync(Citizen citizen, string words)
    {
        Telegram.FakeMessage heard;
        do
        {
            heard = await citizen.HearsAsync();
        }
        while (!heard.Text.Contains(words, StringComparison.Ordinal));

        return heard;
    }
}
