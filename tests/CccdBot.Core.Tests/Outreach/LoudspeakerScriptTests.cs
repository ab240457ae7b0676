using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Outreach.Loudspeaker;
using CccdBot.Core.Time;
using Xunit.Abstractions;

namespace CccdBot.Core.Tests.Outreach;

/// <summary>What a loudspeaker says of an evening: all that is needed, every number in words, and never longer than a minute.</summary>
public sealed class LoudspeakerScriptTests(ITestOutputHelper output)
{
    private const string Hotline = "02693 123 456";

    private static readonly DateOnly Saturday = new(2026, 11, 28);

    /// <summary>As long as the commune's file allows, and such as are read with more syllables than they have words.</summary>
    private static readonly string[] ShortNames =
        ["Buôn Sui", "Hội trường xã", "Buôn Krông Blăk Rmok Ea", "Tổ 115 khu 235 ấp 325 B", "Ô Ê Ơ Y Ư Ă Â A E I O U", "Buôn H'B'R'K'L'M'N'Đ'S'P"];

    private static readonly string[] PlaceNames =
        ["Nhà sinh hoạt cộng đồng buôn Sui", "Điểm trường tiểu học và trung học cơ sở Nguyễn Thị Minh Khai, phân hiệu buôn Krông Blăk Rmok cạnh ngã ba quốc lộ 14C kilômét số 1945"];

    /// <summary>Without these it is no announcement, or one that could be a swindler's.</summary>
    private static readonly string[] Needed =
        ["Kính mời bà con", "Nơi làm:", "Bắt đầu lúc", "hớ mang", "không mất tiền.", "Xã không gọi điện hỏi tiền hay mã OTP."];

    private static readonly EveningWork[] Works =
        [EveningWork.All, EveningWork.Only([WishService.Card, WishService.Vneid, WishService.Correction]), EveningWork.Only([WishService.Vneid, WishService.Correction])];

    [Fact]
    public void It_says_who_is_asked_where_when_by_both_calendars_what_to_bring_what_it_costs_and_whom_to_call()
    {
        var script = LoudspeakerScript.Of(At(Saturday, new TimeOnly(18, 30)), Hotline);

        Assert.Equal(
            [
                "Kính mời bà con buôn Sui đi làm thẻ căn cước.",
                "Nơi làm: Nhà sinh hoạt cộng đồng buôn Sui.",
                "Bắt đầu lúc sáu giờ rưỡi tối, thứ Bảy, ngày hai mươi tám tháng mười một.",
                "Tức ngày hai mươi tháng mười âm lịch.",
                "Nhớ mang thẻ cũ, nếu còn.",
                "Đặt lịch, làm thẻ lần đầu không mất tiền.",
                "Xã không gọi điện hỏi tiền hay mã OTP.",
                "Cần hỏi, gọi 02693 123 456.",
            ],
            script.Sentences);
        Assert.InRange(script.Seconds, 30, 60);
    }

    [Fact]
    public void Every_evening_of_a_year_is_read_twice_within_a_minute_with_the_longest_names_too()
    {
        var scripts =
            from shortName in ShortNames
            from placeName in PlaceNames
            from hotline in new[] { null, "0269 3123 456 hoặc 0912 345 678" }
            from work in Works
            from number in Enumerable.Range(0, 365)
            where number % 5 == 0 || !work.IsLimited
            let day = new DateOnly(2027, 1, 1).AddDays(number)
            select LoudspeakerScript.Of(At(day, new TimeOnly(day.Day % 24, day.Month * 4), shortName, placeName) with { Work = work }, hotline);

        var longest = TimeSpan.Zero;
        foreach (var script in scripts)
        {
            Assert.True(script.Takes <= LoudspeakerScript.Longest, $"{script.Takes}: {string.Join(' ', script.Sentences)}");
            Assert.All(Needed, words => Assert.Contains(script.Sentences, line => line.Contains(words, StringComparison.Ordinal)));
            longest = script.Takes > longest ? script.Takes : longest;
        }

        output.WriteLine($"the longest takes {longest}");
    }

    [Fact]
    public void An_evening_for_the_app_alone_calls_nobody_for_the_card()
    {
        var script = LoudspeakerScript.Of(At(Saturday, new TimeOnly(18, 30)) with { Work = EveningWork.Only([WishService.Vneid]) }, Hotline);

        Assert.Equal("Kính mời bà con buôn Sui đi làm VNeID mức 2.", script.Sentences[0]);
        Assert.Contains("Bà con nhớ mang thẻ căn cước và điện thoại đang dùng.", script.Sentences);
        Assert.DoesNotContain(script.Sentences, line => line.Contains("làm thẻ", StringComparison.Ordinal) || line.Contains("thẻ cũ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_time_is_left_less_needed_sentences_are_said_too()
    {
        var script = LoudspeakerScript.Of(At(Saturday, new TimeOnly(18, 0), "Buôn A", "Nhà A"), hotline: null);

        Assert.Contains("Chưa đặt lịch cũng cứ đến.", script.Sentences);
    }

    [Theory]
    [InlineData("Kính mời bà con", 4)]
    [InlineData("ngày 28 tháng 11", 7)]
    [InlineData("gọi 02693 123 456.", 16)]
    [InlineData("gọi 0912345678", 11)]
    [InlineData("mã OTP, UBND xã", 9)]
    [InlineData("buôn Blăk, xã Ia Rmok", 7)]
    [InlineData("nghỉ khuya ở trường, giờ quốc tế yêu quý", 9)]
    [InlineData("H'Bia", 2)]
    public void Syllables_are_counted_as_they_are_spoken(string line, int syllables) => Assert.Equal(syllables, Aloud.Syllables(line));

    [Theory]
    [InlineData(5, "năm")]
    [InlineData(10, "mười")]
    [InlineData(15, "mười lăm")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(24, "hai mươi bốn")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(111, "một trăm mười một")]
    [InlineData(2026, "hai nghìn không trăm hai mươi sáu")]
    [InlineData(3000, "ba nghìn")]
    public void Numbers_are_spoken_as_people_do(int number, string words) => Assert.Equal(words, Aloud.Number(number));

    [Theory]
    [InlineData(7, 0, "bảy giờ sáng")]
    [InlineData(12, 0, "mười hai giờ trưa")]
    [InlineData(13, 45, "một giờ bốn mươi lăm chiều")]
    [InlineData(19, 30, "bảy giờ rưỡi tối")]
    public void Hours_are_spoken_as_people_do(int hour, int minute, string words) =>
        Assert.Equal(words, Aloud.Hour(VietnamTime.ToUtc(Saturday, new TimeOnly(hour, minute))));

    [Theory]
    [InlineData("2026-11-29", "Chủ nhật, ngày hai mươi chín tháng mười một", "ngày hai mươi mốt tháng mười âm lịch")]
    [InlineData("2026-12-05", "thứ Bảy, ngày mùng năm tháng mười hai", "ngày hai mươi bảy tháng mười âm lịch")]
    [InlineData("2027-02-06", "thứ Bảy, ngày mùng sáu tháng hai", "mùng một tháng giêng âm lịch")]
    [InlineData("2026-08-27", "thứ Năm, ngày hai mươi bảy tháng tám", "rằm tháng bảy âm lịch")]
    [InlineData("2025-07-25", "thứ Sáu, ngày hai mươi lăm tháng bảy", "mùng một tháng sáu nhuận âm lịch")]
    public void Days_are_spoken_by_both_calendars(string date, string day, string lunar)
    {
        var of = DateOnly.Parse(date, VietnamTime.Culture);

        Assert.Equal((day, lunar), (Aloud.Day(of), Aloud.LunarDay(of)));
    }

    [Theory]
    [InlineData("Buôn Blăk", "buôn Blăk")]
    [InlineData("Thôn 3", "thôn 3")]
    [InlineData("Trường THCS", "toàn xã")]
    public void A_village_is_called_by_its_name_a_school_calls_the_whole_commune(string shortName, string audience) =>
        Assert.Equal(audience, At(Saturday, new TimeOnly(18, 30), shortName).Audience);

    private static Announcement At(DateOnly day, TimeOnly hour, string shortName = "Buôn Sui", string placeName = "Nhà sinh hoạt cộng đồng buôn Sui")
    {
        var starts = VietnamTime.ToUtc(day, hour);
        return new Announcement(1, SessionState.Confirmed, starts, starts.AddHours(2), "sui", shortName, placeName, shortName);
    }
}
