using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Flows;

/// <summary>One sentence, typed as people type, on Thursday 26/11/2026 at eight in the morning.</summary>
public sealed class SentenceTests : VillageTests
{
    [Fact]
    public async Task A_farmer_says_it_all_in_one_sentence_and_one_tap_keeps_the_seat()
    {
        var lan = await KnownAsync();

        var shown = await lan.SaysAsync("mai 7h toi nha rong sui");
        var told = await lan.TapsAsync("Giữ chỗ");

        Assert.Contains("Siu Lan\n19h00, thứ Sáu, 27/11/2026\nNhà sinh hoạt cộng đồng buôn Sui", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ chỗ. Mã lịch: B1", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_for_the_first_time_is_told_what_is_kept_before_the_name_is_asked()
    {
        var lan = Village.NewCitizen();

        var asked = await lan.SaysAsync("dat lich toi mai 7h o buon sui");
        var shown = await lan.SaysAsync("Siu Lan");
        await lan.TapsAsync("Đồng ý, giữ chỗ");

        Assert.Contains("em xin nói rõ", asked.Text, StringComparison.Ordinal);
        Assert.Contains("19h00, thứ Sáu, 27/11/2026", shown.Text, StringComparison.Ordinal);
        Assert.Single(await BookedAsync());
    }

    [Fact]
    public async Task What_a_sentence_leaves_out_is_asked_one_thing_at_a_time()
    {
        var lan = await KnownAsync();

        var where = await lan.SaysAsync("cho tui dat lich voi");
        var day = await lan.TapsAsync("Buôn Blăk");
        var hour = await lan.SaysAsync("tối mai");
        var shown = await lan.SaysAsync("8 giờ");

        Assert.Contains("làm ở đâu", where.Text, StringComparison.Ordinal);
        Assert.Contains("chọn ngày", day.Text, StringComparison.Ordinal);
        Assert.Contains("mấy giờ", hour.Text, StringComparison.Ordinal);
        Assert.Contains("20h00, thứ Sáu, 27/11/2026\nNhà sinh hoạt cộng đồng buôn Blăk", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task A_question_left_open_is_answered_within_half_an_hour_and_then_forgotten(int minutes, bool isAnswer)
    {
        var lan = await KnownAsync();
        await lan.SaysAsync("cho tui dat lich voi");
        await lan.TapsAsync("Buôn Blăk");

        Village.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var told = await lan.SaysAsync("tối mai");

        Assert.Equal(isAnswer, told.Text.Contains("mấy giờ", StringComparison.Ordinal));
        Assert.Equal(isAnswer, told.Text.Contains("buôn Blăk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_answer_gives_the_open_wish_another_half_an_hour()
    {
        var lan = await KnownAsync();
        await lan.SaysAsync("cho tui dat lich voi");
        await lan.TapsAsync("Buôn Blăk");
        Village.Clock.Advance(TimeSpan.FromMinutes(29));
        await lan.SaysAsync("tối mai");
        Village.Clock.Advance(TimeSpan.FromMinutes(29));

        var shown = await lan.SaysAsync("8 giờ");

        Assert.Contains("20h00, thứ Sáu, 27/11/2026\nNhà sinh hoạt cộng đồng buôn Blăk", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_halls_in_one_sentence_are_asked_back_and_not_guessed()
    {
        var lan = await KnownAsync();

        var asked = await lan.SaysAsync("mai 7h toi o sui hoac blak cung duoc");
        var shown = await lan.TapsAsync("Buôn Blăk");

        Assert.Equal(["Buôn Sui", "Buôn Blăk"], asked.Buttons.Select(button => button.Label[3..]));
        Assert.Contains("buôn Blăk", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_mother_her_name_is_one_tap_and_remembered_for_the_next_time()
    {
        var lan = await KnownAsync();

        await lan.SaysAsync("dat cho me toi 7h toi mai o sui");
        await lan.TapsAsync("1.");
        var shown = await lan.TapsAsync("Mẹ");
        var told = await lan.TapsAsync("Giữ chỗ");
        await lan.SaysAsync("đặt giúp mẹ tối thứ bảy 7 giờ ở Blăk");
        await lan.TapsAsync("Mẹ");
        await lan.TapsAsync("Giữ chỗ");
        var mine = await lan.SaysAsync("/lichcuatoi");

        Assert.Contains("\nMẹ\n19h00, thứ Sáu, 27/11/2026", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ chỗ cho Mẹ.", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, mine.Text.Split("cho Mẹ").Length - 1);
        Assert.Equal(2, (await Village.AllAsync(db => db.People.AsNoTracking())).Count);
    }

    [Fact]
    public async Task A_family_gets_seats_without_a_gap_and_all_of_them_are_one_tap()
    {
        var lan = await KnownAsync();

        await lan.SaysAsync("mai 7h toi nha rong sui 3 nguoi");
        var asked = await lan.TapsAsync("1.");
        var shown = await lan.SaysAsync("tôi, H'Bia và Mẹ");
        var told = await lan.TapsAsync("Giữ chỗ");

        Assert.Contains("3 người", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Siu Lan: 19h00\nH'Bia: 19h00\nMẹ: 19h00\nThứ Sáu, 27/11/2026", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ 3 chỗ.", told.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await BookedAsync()).Count);

        await lan.TapsAsync("Hoàn tác");
        Assert.Empty(await BookedAsync());
    }

    [Fact]
    public async Task A_family_that_finds_no_row_of_seats_takes_none_and_hears_where_there_is_one()
    {
        var lan = await KnownAsync();
        await Village.Service.Ground.SqlAsync("UPDATE slots SET capacity = 1 WHERE starts_at >= '2026-11-27 12:00:00'");
        await Village.Service.Ground.SqlAsync("UPDATE slots SET capacity = 0, taken = 0 WHERE letter = 'C'");

        await lan.SaysAsync("mai 7h toi nha rong sui 3 nguoi");
        var offered = lan.Screen;

        Assert.DoesNotContain(await Village.AllAsync(db => db.Slots.AsNoTracking()), slot => slot.Taken > 0);
        Assert.Contains("Các giờ", offered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_to_another_day_the_hall_and_the_hour_stay_as_they_were()
    {
        var lan = await KnownAsync();
        await BooksAsync(lan, "mai 7h toi nha rong sui");

        var shown = await lan.SaysAsync("dời lịch sang chủ nhật");
        var told = await lan.TapsAsync("Đổi lịch");

        Assert.Contains("Đổi từ 19h00, thứ Sáu, 27/11/2026\nsang 19h00, Chủ Nhật, 29/11/2026, Nhà sinh hoạt cộng đồng buôn Sui", shown.Text, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Đã đổi lịch", told.Text, StringComparison.Ordinal);
        Assert.Single(await BookedAsync());
    }

    [Fact]
    public async Task Cancelled_in_a_few_words_it_is_shown_once_more_before_it_goes()
    {
        var lan = await KnownAsync();
        await BooksAsync(lan, "mai 7h toi nha rong sui");

        var shown = await lan.SaysAsync("huỷ giúp con");
        var told = await lan.TapsAsync("Huỷ lịch này");

        Assert.Contains("19h00, thứ Sáu, 27/11/2026", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã huỷ lịch", told.Text, StringComparison.Ordinal);
        Assert.Empty(await BookedAsync());
    }

    [Theory]
    [InlineData("lịch của tui bữa nào")]
    [InlineData("lich cua e may gio v ad")]
    public async Task Asked_when_it_was_the_own_evening_is_told(string asked)
    {
        var lan = await KnownAsync();
        await BooksAsync(lan, "mai 7h toi nha rong sui");

        var told = await lan.SaysAsync(asked);

        Assert.Contains("19h00, thứ Sáu, 27/11/2026", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("đặt lịch như thế nào vậy", "/datlich")]
    [InlineData("làm lại căn cước bao nhiêu tiền", "Theo")]
    [InlineData("mất thẻ rồi thì làm sao", "Theo")]
    public async Task A_question_stays_a_question(string asked, string expected)
    {
        var lan = await KnownAsync();

        var told = await lan.SaysAsync(asked);

        Assert.Contains(expected, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_the_middle_is_answered_and_not_taken_for_a_place()
    {
        var lan = await KnownAsync();
        await lan.SaysAsync("cho tui dat lich voi");

        var told = await lan.SaysAsync("làm thẻ mất bao nhiêu tiền");

        Assert.Contains("Theo", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_evenings_ahead_are_enough_for_one_person_and_the_way_on_is_shown()
    {
        var lan = await KnownAsync();
        await BooksAsync(lan, "mai 7h toi nha rong sui");
        await BooksAsync(lan, "tối thứ bảy 7 giờ ở sui");

        var told = await lan.SaysAsync("7h toi chu nhat o sui");

        Assert.Contains("hai buổi", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await BookedAsync()).Count);
    }

    [Fact]
    public async Task The_day_and_hour_of_a_day_without_a_seat_lead_to_the_nearest_ones()
    {
        var lan = await KnownAsync();

        var told = await lan.SaysAsync("đặt cho tôi 10 giờ sáng mai ở sui");

        Assert.Contains("không có giờ 10h00", told.Text, StringComparison.Ordinal);
        Assert.NotEmpty(told.Buttons);
    }

    [Fact]
    public async Task A_hall_typed_as_the_answer_is_the_place_and_the_day_said_before_stays()
    {
        var lan = await KnownAsync();

        await lan.SaysAsync("đặt cho tôi tối mai lúc 7 giờ");
        var shown = await lan.SaysAsync("sui");

        Assert.Contains("19h00, thứ Sáu, 27/11/2026\nNhà sinh hoạt cộng đồng buôn Sui", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_in_the_middle_of_a_new_wish_cancels_and_books_nothing()
    {
        var lan = await KnownAsync();
        await BooksAsync(lan, "mai 7h toi nha rong sui");
        await lan.SaysAsync("cho tui dat lich voi");

        var shown = await lan.SaysAsync("thôi huỷ lịch 7h tối mai giúp em");

        Assert.Contains("muốn huỷ lịch này", shown.Text, StringComparison.Ordinal);
        Assert.Single(await BookedAsync());
    }

    [Fact]
    public async Task Who_thinks_better_of_it_when_names_are_asked_leaves_nobody_behind()
    {
        var lan = await KnownAsync();
        await lan.SaysAsync("dat cho me toi 7h toi mai o sui");
        await lan.TapsAsync("1.");

        var told = await lan.SaysAsync("thôi");

        Assert.StartsWith("Dạ, em không giữ chỗ", told.Text, StringComparison.Ordinal);
        Assert.Single(await Village.AllAsync(db => db.People.AsNoTracking()));
    }

    private static async Task BooksAsync(Citizen citizen, string sentence)
    {
        await citizen.SaysAsync(sentence);
        await citizen.TapsAsync("Giữ chỗ");
    }

    /// <summary>Siu Lan, who has agreed and has no booking.</summary>
    private async Task<Citizen> KnownAsync()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await lan.TapsAsync("Hoàn tác");
        return lan;
    }

    private Task<List<Reservation>> BookedAsync() =>
        Village.AllAsync(db => db.Reservations.AsNoTracking().Where(r => r.State == ReservationState.Booked));
}
