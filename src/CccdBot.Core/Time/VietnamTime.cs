using System.Globalization;

namespace CccdBot.Core.Time;

/// <summary>The clock on the village hall's wall: Asia/Ho_Chi_Minh, while everything stored is UTC.</summary>
public static class VietnamTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Vietnamese names and order of days; the machine's own culture never decides.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("vi-VN");

    public static DateTime ToUtc(DateOnly date, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(time), Zone);

    public static DateTime ToLocal(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>"18h30".</summary>
    public static string HourText(DateTime utc) => ToLocal(utc).ToString("HH'h'mm", Culture);

    /// <summary>"thứ Năm, 26/11/2026": weekday and date always together, so that no one counts days wrongly.</summary>
    public static string DayText(DateOnly date) => WeekdayInLine(date) + date.ToString(", dd'/'MM'/'yyyy", Culture);

    /// <summary>"Thứ Năm".</summary>
    public static string WeekdayText(DateOnly date) => date.ToString("dddd", Culture);

    /// <summary>"thứ Năm", but "Chủ nhật".</summary>
    public static string WeekdayInLine(DateOnly date) => Lowered(WeekdayText(date));

    /// <summary>"18h30, thứ Năm, 26/11/2026".</summary>
    public static string MomentText(DateTime utc) => $"{HourText(utc)}, {DayText(DateOf(utc))}";

    private static string Lowered(string weekday) =>
        weekday.StartsWith("Chủ", StringComparison.Ordinal) ? "Chủ nhật" : "t" + weekday[1..];
}
