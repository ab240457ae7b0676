using CccdBot.Core.Booking;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CccdBot.Host.Printing;

/// <summary>Bookings as a file that a phone's own calendar takes in (RFC 5545).</summary>
internal static class CalendarFile
{
    public const string Name = "lich-hen.ics";
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Like our own last reminder: late enough to set out, early enough to be back from the field.</summary>
    private const int AlarmHoursBefore = 2;

    /// <param name="lasts">How long one is expected to stay.</param>
    public static string Of(IEnumerable<Appointment> bookings, TimeSpan lasts, DateTime now)
    {
        var calendar = new Calendar { ProductId = "-//CccdBot//Lịch hẹn//VI" };
        calendar.Events.AddRange(bookings.Select(booking => EventOf(booking, lasts, now)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>What the police have before them; without an alarm, as a phone that rings for every evening is soon silenced.</summary>
    public static string OfPlan(IEnumerable<PlanEntry> entries, DateTime now)
    {
        var calendar = new Calendar { ProductId = "-//CccdBot//Lịch trực//VI" };
        calendar.AddProperty("X-WR-CALNAME", "Lịch trực căn cước");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.Events.AddRange(entries.Select(entry => new CalendarEvent
        {
            Uid = entry.Id,
            DtStamp = new CalDateTime(now),
            Start = new CalDateTime(entry.StartsAt),
            End = new CalDateTime(entry.EndsAt),
            Summary = entry.Summary,
            Location = entry.Place,
            Description = entry.Crew.Length == 0 ? null : $"Phân công: {entry.Crew}",
        }));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(Appointment booking, TimeSpan lasts, DateTime now)
    {
        var summary = $"Làm căn cước, mã lịch {booking.Code}{booking.Whose}";
        var entry = new CalendarEvent
        {
            // The same booking taken in twice stays one entry.
            Uid = booking.Id.ToString(),
            DtStamp = new CalDateTime(now),
            Start = new CalDateTime(booking.StartsAt),
            End = new CalDateTime(booking.StartsAt + lasts),
            Summary = summary,
            Location = booking.PlaceName,
            Description = PrintedTexts.Bring,
        };
        entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = summary, Trigger = new Trigger(Duration.FromHours(-AlarmHoursBefore)) });
        return entry;
    }
}
