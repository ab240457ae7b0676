using System.Globalization;
using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Core.Booking;

/// <summary>A wish on its way through the questions that are still open: it travels in the buttons and comes back whole.</summary>
internal static class WishForm
{
    private const char Between = '|';
    private const string Day = "yyyy-MM-dd";
    private const string Hour = "HH:mm";
    private const string Moment = "yyyyMMddHHmmss";

    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    public static string Write(BookingWish wish) => string.Join(
        Between,
        wish.Intent,
        wish.Place,
        wish.From?.ToString(Day, CultureInfo.InvariantCulture),
        wish.To?.ToString(Day, CultureInfo.InvariantCulture),
        wish.TimeFrom?.ToString(Hour, CultureInfo.InvariantCulture),
        wish.TimeTo?.ToString(Hour, CultureInfo.InvariantCulture),
        wish.People,
        wish.ForWhom,
        wish.Kin,
        wish.Service);

    public static BookingWish Read(string written)
    {
        var fields = written.Split(Between);
        return new BookingWish
        {
            Intent = Enum.Parse<WishIntent>(fields[0]),
            Place = fields[1].Length > 0 ? fields[1] : null,
            From = DayOf(fields[2]),
            To = DayOf(fields[3]),
            TimeFrom = HourOf(fields[4]),
            TimeTo = HourOf(fields[5]),
            People = fields[6].Length > 0 ? int.Parse(fields[6], CultureInfo.InvariantCulture) : null,
            ForWhom = fields[7].Length > 0 ? Enum.Parse<WishFor>(fields[7]) : null,
            Kin = fields[8].Length > 0 ? fields[8] : null,
            Service = fields[9].Length > 0 ? Enum.Parse<WishService>(fields[9]) : null,
        };
    }

    /// <summary>The same for a question that is left open, with the moment it was asked.</summary>
    public static string WriteAsked(BookingWish wish, DateTime now) => $"{now.ToString(Moment, CultureInfo.InvariantCulture)}{Between}{Write(wish)}";

    public static BookingWish ReadAsked(string written) => Read(written.Split(Between, 2)[1]);

    /// <summary>When it was asked; null where that is not written.</summary>
    public static DateTime? AskedAt(string written) => DateTime.TryParseExact(
        written.Split(Between)[0], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var asked) ? asked : null;

    /// <summary>What the newer words say counts; what they leave out stays as it was.</summary>
    public static BookingWish With(this BookingWish earlier, BookingWish newer) => earlier with
    {
        Place = newer.Place ?? earlier.Place,
        From = newer.From ?? earlier.From,
        To = newer.From is null ? earlier.To : newer.To,
        TimeFrom = newer.SaysHour() ? newer.TimeFrom : earlier.TimeFrom,
        TimeTo = newer.SaysHour() ? newer.TimeTo : earlier.TimeTo,
        People = newer.People is > 1 ? newer.People : earlier.People,
        ForWhom = newer.ForWhom is null or WishFor.Self ? earlier.ForWhom : newer.ForWhom,
        Kin = newer.Kin ?? earlier.Kin,
        Service = newer.Service ?? earlier.Service,
        Doubts = newer.Doubts,
    };

    /// <summary>Who does not say what for comes for the card.</summary>
    public static WishService Work(this BookingWish wish) => wish.Service ?? WishService.Card;

    public static bool SaysHour(this BookingWish wish) => wish.TimeFrom is not null || wish.TimeTo is not null;

    /// <summary>It names a place, a day or an hour.</summary>
    public static bool SaysWhereOrWhen(this BookingWish wish) =>
        wish.Place is not null || wish.From is not null || wish.SaysHour() || wish.Doubts.Count > 0;

    public static bool Covers(this BookingWish wish, DateOnly day) => wish.From is null || (day >= wish.From && day <= (wish.To ?? wish.From));

    /// <summary>"7 giờ" is that hour, "sau 7 giờ" and "từ 6 tới 8 giờ" are all within.</summary>
    public static bool Covers(this BookingWish wish, TimeOnly hour) => wish switch
    {
        { TimeFrom: { } from, TimeTo: { } to } when from == to => hour == from,
        { TimeFrom: { } from, TimeTo: { } to } => hour >= from && hour <= to,
        { TimeFrom: { } from } => hour == from,
        { TimeTo: { } to } => hour <= to,
        _ => true,
    };

    /// <summary>"7h15" gets the half hour it falls into.</summary>
    public static bool Fits(this BookingWish wish, SlotOffer slot)
    {
        var isWithin = wish.TimeFrom is { } from && (wish.TimeTo is null || wish.TimeTo == from) && from >= slot.Hour && from < slot.Hour.Add(HalfHour);
        return wish.Covers(slot.Day) && (isWithin || wish.Covers(slot.Hour));
    }

    /// <summary>The day it names, or the first and the last.</summary>
    public static string DaysLabel(this BookingWish wish) => BookingTexts.DaysLabel(wish.From!.Value, wish.To ?? wish.From.Value);

    /// <summary>Those of the bookings that the wish may speak of.</summary>
    public static List<Appointment> Meant(this BookingWish wish, List<Appointment> mine) => mine.FindAll(a =>
        (wish.Place is null || wish.Place == a.PlaceCode) && wish.Covers(a.Day) && wish.Covers(a.Hour));

    private static DateOnly? DayOf(string field) => field.Length > 0 ? DateOnly.ParseExact(field, Day, CultureInfo.InvariantCulture) : null;

    private static TimeOnly? HourOf(string field) => field.Length > 0 ? TimeOnly.ParseExact(field, Hour, CultureInfo.InvariantCulture) : null;
}
