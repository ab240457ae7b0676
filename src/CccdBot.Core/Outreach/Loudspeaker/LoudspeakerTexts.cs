using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>The words for the loudspeaker, and for whoever reads them out.</summary>
internal static class LoudspeakerTexts
{
    public const string Title = "Lời phát loa";

    public static Reply NothingToRead => new(
        "Tối nay và tối mai chưa có buổi nào đã xác nhận ở buôn đoàn viên phụ trách. Có buổi xác nhận rồi, nhắn lại /loa nhé.");

    public static Reply WhichEvening(IReadOnlyList<Announcement> coming, DateOnly today) => new(
        "Đoàn viên chọn buổi cần phát loa:", [.. coming.Select(evening => new Choice(LabelOf(evening, today), ReadScript.Called, ReadScript.Show, ReadScript.ValueOf(evening)))]);

    /// <summary>Stands above the words to be read.</summary>
    public static Reply HowToRead(Announcement about, int seconds) => new(
        $"Đọc chậm {LoudspeakerScript.Readings} lần, khoảng {seconds} giây. Đọc xong, bấm Đã phát nhé.",
        new Choice("Đã phát", ReadScript.Called, ReadScript.Played, ReadScript.ValueOf(about)),
        new Choice("Buổi khác", ReadScript.Called, ReadScript.Others));

    public static Reply Noted(Announcement about, DateTime now) => new(
        $"Đã ghi: phát ở {about.Village} lúc {VietnamTime.HourText(now)}. Còn buổi nào cần phát thì bấm dưới đây nhé.", new Choice("Buổi khác", ReadScript.Called, ReadScript.Others));

    public static Reply NotedBefore => new(
        "Lần phát này đã ghi rồi, hoặc buổi đã đổi. Xem lại các buổi nhé.", new Choice("Xem các buổi", ReadScript.Called, ReadScript.Others));

    private static string LabelOf(Announcement evening, DateOnly today) => $"{evening.Village}, {(VietnamTime.DateOf(evening.StartsAt) == today ? "hôm nay" : "ngày mai")}";
}
