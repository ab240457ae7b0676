using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>The words for those who carry word from house to house.</summary>
internal static class RelayTexts
{
    public const string Title = "Báo tin cho bà con";

    internal const string NoVillage = "chưa rõ làng";

    /// <summary>Put off longer, the evening is over.</summary>
    private const int DaysOffered = 3;

    /// <summary>So many letters of a notice fit on the screen beside the hour of an evening, and where there is none.</summary>
    private const int SaidBeside = 50;

    private const int SaidAlone = 140;

    public static string Noted => "Đã ghi, cảm ơn đoàn viên nhé. ";

    public static string NotedBefore => "Việc này đã có người ghi rồi nhé. ";

    public static Reply NewErrands(int people) => new(
        $"Có {people} bà con không có điện thoại nhắn tin, cần đoàn viên báo giúp trước buổi làm căn cước. Bấm để xem từng người nhé.",
        new Choice("Xem ai cần báo", CarryWord.Called, ""));

    public static Reply NewWords(int people) => new(
        $"Có {people} bà con chưa nhận được lời nhắn của xã, cần đoàn viên tới báo giúp. Bấm để xem từng người nhé.",
        new Choice("Xem ai cần báo", CarryWord.Called, ""));

    public static Reply AgainToday(int people) => new(
        $"Hôm nay là ngày đoàn viên hẹn báo lại cho {people} bà con. Bấm để xem từng người nhé.",
        new Choice("Xem ai cần báo", CarryWord.Called, ""));

    public static Reply NobodyLeft(string noted) => new($"{noted}Hiện không còn ai cần báo. Có thêm người, em nhắn ngay ở đây nhé.");

    public static Reply Next(string noted, Errand errand) => new(
        $"{noted}Cần báo: {errand.Name}{(errand.BirthYear is { } year ? $" ({year})" : "")}. {Where(errand)}"
        + $"{Word(errand)}Báo trước {VietnamTime.HourText(errand.DueAt)} ngày {Day(VietnamTime.DateOf(errand.DueAt))} giúp em:",
        To("Đã báo", errand.Id, RelayState.Told),
        To("Chưa gặp", errand.Id, RelayState.NotMet),
        new Choice("Gọi lại ngày…", CarryWord.Called, CarryWord.WhichDay, $"{errand.Id}"),
        To("Từ chối", errand.Id, RelayState.Refused),
        To("Đã chuyển đi", errand.Id, RelayState.MovedAway),
        To("Đã mất", errand.Id, RelayState.Died));

    public static Reply WhichDay(long task, DateOnly today) => new(
        "Gọi lại ngày nào ạ?",
        [.. Enumerable.Range(1, DaysOffered).Select(today.AddDays).Select(day => new Choice(
            $"{VietnamTime.WeekdayText(day)}, {Day(day)}", CarryWord.Called, CarryWord.Receipt, CarryWord.ValueOf(task, RelayState.CallAgain, day)))]);

    public static Reply AllReached(ErrandCount notices) => new($"Báo tin hôm nay: 0 bà con chưa được báo mà chưa có ai nhận. {OfNotices(notices)}Xem ai đang đi báo: bàn trực, mục Cần gọi, cán bộ nhé.");

    public static Reply Unassigned(IReadOnlyList<VillageCount> villages, ErrandCount notices) => new(
        $"Chưa có ai nhận báo tin: {string.Join(", ", villages.Select(village => $"{village.Name} {village.People} bà con"))}. {OfNotices(notices)}"
        + "Cán bộ xem tên ở bàn trực, mục Cần gọi, rồi nhờ người báo giúp nhé.");

    public static Choice NamesPage => new("Xem tên", CarryWord.Called, "");

    private static string OfNotices(ErrandCount notices) => notices is { Open: 0, Told: 0 }
        ? ""
        : $"Thông báo chưa tới: còn {notices.Open} bà con phải báo, hôm nay đã báo {notices.Told}. ";

    private static string Word(Errand errand) => string.Concat(
        errand.StartsAt is { } at ? $"Lời báo: {errand.Work.WordsOr("làm căn cước")} lúc {VietnamTime.MomentText(at)}, {errand.PlaceName}. " : "",
        errand.Notice is { } notice ? $"{notice.Code}: “{notice.Beginning(errand.StartsAt is null ? SaidAlone : SaidBeside)}” " : "");

    private static string Where(Errand errand) => string.Concat(
        errand.Phone is null ? "" : $"Điện thoại {errand.Phone}. ",
        errand.FieldArea is null ? "" : $"Ở {errand.FieldArea}. ",
        errand.Carrier is null ? "" : $"Báo qua {errand.Carrier}. ",
        errand.Back is null ? "" : $"Thường về {errand.Back}. ");

    private static string Day(DateOnly day) => day.ToString("dd'/'MM", CultureInfo.InvariantCulture);

    private static Choice To(string label, long task, RelayState state) => new(label, CarryWord.Called, CarryWord.Receipt, CarryWord.ValueOf(task, state));
}

/// <summary>So many people of a village.</summary>
internal sealed record VillageCount(string Name, int People);
