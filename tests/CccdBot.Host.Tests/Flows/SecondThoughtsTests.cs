using CccdBot.Core.Booking;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Flows;

/// <summary>Seeing, moving and cancelling what is booked, and taking each back.</summary>
public sealed class SecondThoughtsTests : VillageTests
{
    private static readonly TimeSpan JustInTime = Reservation.UndoLasts - TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TooLate = Reservation.UndoLasts + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_list_shows_code_day_and_place_of_what_is_booked()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var told = await lan.SaysAsync("/lichcuatoi");

        Assert.Contains("A1: 18h30, thứ Năm, 26/11/2026, Nhà sinh hoạt cộng đồng buôn Sui", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_booked_nothing_is_offered_to_book()
    {
        var lan = Village.NewCitizen();

        var list = await lan.SaysAsync("/lichcuatoi");
        var move = await lan.SaysAsync("/doilich");
        var cancel = await lan.SaysAsync("/huylich");

        Assert.All([list, move, cancel], told => Assert.Contains("chưa có lịch nào", told.Text, StringComparison.Ordinal));
        Assert.All([list, move, cancel], told => Assert.Contains("Đặt lịch tối", told.Buttons[0].Label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_booking_just_made_is_taken_back_within_ten_minutes()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        Village.Clock.Advance(JustInTime);

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("bỏ lịch vừa đặt", told.Text, StringComparison.Ordinal);
        Assert.Equal("none: A1 Cancelled", await BookAsync());
    }

    [Fact]
    public async Task A_cancellation_just_before_the_evening_is_taken_back_too()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        Village.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 18, 5, 0, TimeSpan.FromHours(7)));
        await lan.SaysAsync("/huylich");
        await lan.TapsAsync("A1");

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("Đã giữ chỗ. Mã lịch: A1", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dạ vâng ạ", "Đã giữ chỗ")]
    [InlineData("dong y giu cho", "Đã giữ chỗ")]
    [InlineData("Đúng rồi ạ!", "Đã giữ chỗ")]
    [InlineData("Thôi ạ", "không giữ chỗ và không giữ tên")]
    [InlineData("không", "không giữ chỗ và không giữ tên")]
    [InlineData("Siu H'Bia", "Siu H'Bia\n18h30")]
    public async Task A_yes_is_a_yes_a_no_a_no_and_a_better_name_a_name_however_politely(string words, string told)
    {
        var lan = Village.NewCitizen();
        await ToTheNameAsync(lan);
        await lan.SaysAsync("Siu Lan");

        var answer = await lan.SaysAsync(words);

        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_was_not_agreed_to_goes_out_of_the_talk_with_the_hold()
    {
        var lan = Village.NewCitizen();
        await ToTheNameAsync(lan);
        await lan.SaysAsync("Siu Chưa Chịu");

        await Village.MovingOnAsync(TimeSpan.FromSeconds(15), () => Village.Service.InLedgerAsync(db => db.Slots.AllAsync(slot => slot.Taken == 0)));

        Assert.Equal(0, await Village.RowsWithAsync("Siu Chưa Chịu"));
    }

    private static async Task ToTheNameAsync(Citizen lan)
    {
        await lan.SaysAsync("/datlich");
        await lan.TapsAsync("Buôn Sui");
        await lan.TapsAsync("1.");
        await lan.TapsAsync("1.");
    }

    [Fact]
    public async Task A_booking_older_than_ten_minutes_is_not_taken_back()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        Village.Clock.Advance(TooLate);

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("Đã quá 10 phút", told.Text, StringComparison.Ordinal);
        Assert.Equal("26 A: A1 Booked", await BookAsync());
    }

    [Fact]
    public async Task A_moved_booking_frees_its_old_seat()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var told = await MoveAsync(lan);

        Assert.Contains("Đã đổi lịch. Mã lịch mới: B1\n19h00, thứ Sáu, 27/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Equal("27 B: A1 Moved, B1 Booked", await BookAsync());
    }

    [Fact]
    public async Task A_move_is_asked_back_first_and_can_be_left()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var asked = await ToTheMoveAsync(lan);
        var both = await BookAsync();
        var told = await lan.TapsAsync("Giữ lịch cũ");

        Assert.Contains("Đổi từ 18h30, thứ Năm, 26/11/2026\nsang 19h00, thứ Sáu, 27/11/2026", asked.Text, StringComparison.Ordinal);
        Assert.Equal("26 A, 27 B: A1 Booked, B1 Held", both);
        Assert.Contains("giữ nguyên lịch cũ", told.Text, StringComparison.Ordinal);
        Assert.Equal("26 A: A1 Booked, B1 Lapsed", await BookAsync());
    }

    [Fact]
    public async Task A_move_is_taken_back_within_ten_minutes()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await MoveAsync(lan);
        Village.Clock.Advance(JustInTime);

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("Mã lịch mới: A1\n18h30, thứ Năm, 26/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Equal("26 A: A1 Moved, B1 Moved, A1 Booked", await BookAsync());
    }

    [Fact]
    public async Task A_move_older_than_ten_minutes_is_not_taken_back()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await MoveAsync(lan);
        Village.Clock.Advance(TooLate);

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("Đã quá 10 phút", told.Text, StringComparison.Ordinal);
        Assert.Equal("27 B: A1 Moved, B1 Booked", await BookAsync());
    }

    [Fact]
    public async Task A_cancelled_booking_frees_its_seat()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var told = await CancelAsync(lan);

        Assert.Contains("Đã huỷ lịch A1: 18h30, thứ Năm, 26/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Equal("none: A1 Cancelled", await BookAsync());
    }

    [Fact]
    public async Task A_cancellation_is_taken_back_within_ten_minutes()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await CancelAsync(lan);
        Village.Clock.Advance(JustInTime);

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("Mã lịch: A1\n18h30, thứ Năm, 26/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Equal("26 A: A1 Cancelled, A1 Booked", await BookAsync());
    }

    [Fact]
    public async Task A_cancellation_older_than_ten_minutes_is_not_taken_back()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await CancelAsync(lan);
        Village.Clock.Advance(TooLate);

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("Đã quá 10 phút", told.Text, StringComparison.Ordinal);
        Assert.Equal("none: A1 Cancelled", await BookAsync());
    }

    [Fact]
    public async Task A_seat_given_away_meanwhile_cannot_be_taken_back_and_others_are_offered()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await CancelAsync(lan);
        await Village.Service.InLedgerAsync(db => db.Slots.Where(s => s.Session!.PlaceCode == "sui" && s.Letter == "A")
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Capacity)));

        var told = await lan.TapsAsync("Hoàn tác");

        Assert.Contains("vừa hết chỗ", told.Text, StringComparison.Ordinal);
        Assert.Equal(5, told.Buttons.Count);
    }

    [Fact]
    public async Task A_freed_seat_and_its_code_go_to_the_next_one()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        await lan.BooksAtSuiAsync();
        await CancelAsync(lan);

        var told = await mai.BooksAtSuiAsync("Mai");

        Assert.Contains("Mã lịch: A1", told.Text, StringComparison.Ordinal);
        Assert.Equal("26 A: A1 Cancelled, A1 Booked", await BookAsync());
    }

    private static async Task<FakeMessage> ToTheMoveAsync(Citizen citizen)
    {
        await citizen.SaysAsync("/doilich");
        await citizen.TapsAsync("2.");
        return await citizen.TapsAsync("2.");
    }

    private static async Task<FakeMessage> MoveAsync(Citizen citizen)
    {
        await ToTheMoveAsync(citizen);
        return await citizen.TapsAsync("Đổi lịch");
    }

    private static async Task<FakeMessage> CancelAsync(Citizen citizen)
    {
        await citizen.SaysAsync("/huylich");
        return await citizen.TapsAsync("A1");
    }

    /// <summary>Which half hours have one seat taken, and every reservation ever made with what became of it: "26 A: A1 Booked".</summary>
    private async Task<string> BookAsync()
    {
        var taken = await Village.AllAsync(db => db.Slots.Where(s => s.Taken == 1).OrderBy(s => s.StartsAt)
            .Select(s => new { s.Session!.Date, s.Letter }));
        var reservations = await Village.AllAsync(db => db.Reservations.OrderBy(r => r.Id).Select(r => new { r.Code, r.State }));
        var where = taken.Count == 0 ? "none" : string.Join(", ", taken.Select(s => $"{s.Date.Day} {s.Letter}"));
        return $"{where}: {string.Join(", ", reservations.Select(r => $"{r.Code} {r.State}"))}";
    }
}
