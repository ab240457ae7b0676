using System.Globalization;
using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Host.Commands;

/// <summary>A wish as it stands in tables: "home-visit", "2026-11-26..2026-11-27", "19:00".</summary>
internal sealed record WishRow(
    string Intent, string Place, string Date, string TimeFrom, string TimeTo, string People, string ForWhom, string Service, string Notes)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The columns a reading is judged by.</summary>
    public IEnumerable<(string Field, string Value)> Scored =>
        [("intent", Intent), ("place", Place), ("date", Date), ("time_from", TimeFrom), ("time_to", TimeTo), ("people", People)];

    public static WishRow Of(BookingWish wish) => new(
        Word(wish.Intent.ToString()),
        wish.Place ?? "",
        DateText(wish),
        TimeText(wish.TimeFrom),
        TimeText(wish.TimeTo),
        wish.People?.ToString(CultureInfo.InvariantCulture) ?? "",
        Word(wish.ForWhom?.ToString()),
        Word(wish.Service?.ToString()),
        string.Join("; ", wish.Notes));

    private static string Word(string? name) => name == nameof(WishIntent.HomeVisit) ? "home-visit" : name?.ToLowerInvariant() ?? "";

    private static string DateText(BookingWish wish) => wish switch
    {
        { From: { } from, To: { } to } when from != to => $"{from.ToString(Day, CultureInfo.InvariantCulture)}..{to.ToString(Day, CultureInfo.InvariantCulture)}",
        { From: { } day } => day.ToString(Day, CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string TimeText(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}
