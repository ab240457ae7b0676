using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>What a citizen reads on Telegram of an evening that does only some kinds of work.</summary>
public sealed class LimitedEveningTalkTests : VillageTests
{
    private const string Tomorrow = "2026-11-27";

    [Fact]
    public async Task From_the_menus_one_gets_what_the_evening_does_first_and_may_choose_among_what_it_does()
    {
        await LimitAsync("Vneid,Correction");
        var lan = await KnownAsync();

        var shown = await PicksTomorrowAsync(lan);
        var works = await lan.TapsAsync("Làm việc khác");
        var changed = await lan.TapsAsync("Sửa thông tin sai");
        await lan.TapsAsync("Giữ chỗ");

        Assert.Contains("\nLàm VNeID mức 2\nBuổi này chỉ nhận: làm VNeID mức 2, sửa thông tin sai.\n", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["1. Làm VNeID mức 2", "2. Sửa thông tin sai"], works.Buttons.Select(button => button.Label));
        Assert.Contains("\nSửa thông tin sai\n", changed.Text, StringComparison.Ordinal);
        Assert.Equal([WishService.Correction], await BookedAsync());
    }

    [Fact]
    public async Task Where_one_thing_is_done_nothing_else_is_offered_and_of_a_usual_evening_nothing_is_said()
    {
        await LimitAsync("Vneid");
        var lan = await KnownAsync();

        var limited = await PicksTomorrowAsync(lan);
        await lan.TapsAsync("Thôi, không đặt");
        var usual = await lan.SaysAsync("thứ bảy 7h tối ở buôn Sui");

        Assert.DoesNotContain(limited.Buttons, button => button.Label.Contains("Làm việc khác", StringComparison.Ordinal));
        Assert.Contains(usual.Buttons, button => button.Label.Contains("Làm việc khác", StringComparison.Ordinal));
        Assert.DoesNotContain("chỉ nhận", usual.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_sentence_is_answered_with_evenings_that_do_what_it_names_or_the_card()
    {
        await LimitAsync("Vneid,Correction");
        var lan = await KnownAsync();

        var card = await lan.SaysAsync("tối mai 7h ở buôn Sui");
        var app = await lan.SaysAsync("tối mai 7h ở buôn Sui làm vneid");

        Assert.StartsWith("Thứ Sáu 27/11 không có giờ nào còn chỗ làm căn cước.", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Buttons, button => button.Label.Contains("27/11", StringComparison.Ordinal) || button.Label.Contains("Chờ chỗ", StringComparison.Ordinal));
        Assert.Contains("19h00, thứ Sáu, 27/11/2026", app.Text, StringComparison.Ordinal);
        Assert.Contains("\nLàm VNeID mức 2\n", app.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_is_not_moved_to_where_its_work_is_not_done_and_other_evenings_are_named()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await LimitAsync("Vneid");

        await lan.TapsAsync("Đổi lịch");
        await lan.TapsAsync("Thứ Sáu 27/11");
        var told = await lan.TapsAsync("18h30");
        await lan.TapsAsync("Thứ Bảy 28/11");
        var moved = await lan.TapsAsync("18h30");

        Assert.StartsWith(
            "Buổi thứ Sáu, 27/11/2026 ở Nhà sinh hoạt cộng đồng buôn Sui chỉ nhận: làm VNeID mức 2. Bà con chọn buổi có nhận làm căn cước nhé:",
            told.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(told.Buttons, button => button.Label.Contains("27/11", StringComparison.Ordinal));
        Assert.StartsWith("Đổi từ 18h30, thứ Năm, 26/11/2026\nsang", moved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_stands_in_the_line_of_an_evening_that_does_not_do_their_work()
    {
        var lan = await KnownAsync();
        await FindsFullAsync(lan);
        await LimitAsync("Card,Vneid");

        var told = await lan.TapsAsync("Chờ chỗ tối đó");

        Assert.Contains("chỉ nhận: làm căn cước, làm VNeID mức 2. Bà con chọn buổi có nhận sửa thông tin sai nhé:", told.Text, StringComparison.Ordinal);
        Assert.Empty(await Village.AllAsync(db => db.WaitingEntries));
    }

    [Fact]
    public async Task Who_waits_is_written_down_with_the_work_they_come_for()
    {
        var lan = await KnownAsync();
        await FindsFullAsync(lan);

        await lan.TapsAsync("Chờ chỗ tối đó");
        await lan.TapsAsync("Không ạ");

        Assert.Equal([WishService.Correction], await Village.AllAsync(db => db.WaitingEntries.Select(entry => entry.Service)));
    }

    [Fact]
    public async Task A_cancellation_that_is_taken_back_keeps_its_work()
    {
        await LimitAsync("Vneid");
        var lan = await KnownAsync();
        await lan.SaysAsync("tối mai 7h ở buôn Sui làm vneid");
        await lan.TapsAsync("Giữ chỗ");
        await lan.TapsAsync("Huỷ lịch");

        var back = await lan.TapsAsync("Hoàn tác");

        Assert.StartsWith("Đã giữ chỗ.", back.Text, StringComparison.Ordinal);
        Assert.Equal([WishService.Vneid], await BookedAsync());
    }

    /// <summary>Tomorrow at buôn Sui only this is done.</summary>
    private Task LimitAsync(string to) => Village.Service.Ground.SqlAsync($"UPDATE sessions SET services = '{to}' WHERE place_code = 'sui' AND date = '{Tomorrow}'");

    /// <summary>Wrong data is to be put right tomorrow, when no seat is left.</summary>
    private async Task FindsFullAsync(Citizen citizen)
    {
        await Village.Service.Ground.SqlAsync($"UPDATE slots SET capacity = 0 WHERE session_id IN (SELECT id FROM sessions WHERE date = '{Tomorrow}')");
        await citizen.SaysAsync("sửa thông tin sai, tối mai ở buôn Sui");
    }

    private static async Task<FakeMessage> PicksTomorrowAsync(Citizen citizen)
    {
        await citizen.SaysAsync("/datlich");
        await citizen.TapsAsync("Buôn Sui");
        await citizen.TapsAsync("Thứ Sáu 27/11");
        return await citizen.TapsAsync("19h00");
    }

    private async Task<Citizen> KnownAsync()
    {
        var citizen = Village.NewCitizen();
        await citizen.BooksAtSuiAsync();
        await citizen.TapsAsync("Hoàn tác");
        return citizen;
    }

    private Task<List<WishService>> BookedAsync() =>
        Village.AllAsync(db => db.Reservations.Where(r => r.State == ReservationState.Booked).Select(r => r.Service));
}
