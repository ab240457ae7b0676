using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>The morning after an evening someone did not come to: no word of blame, and three new times.</summary>
internal sealed class MissedYesterday(Displacing displacing) : IReminderKind
{
    private static readonly TimeOnly Hour = new(7, 30);
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    public string Name => "missed-yesterday";

    public IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now)
    {
        var since = now - OneDay - OneDay;
        return QuietHours.Covers(now) ? null : db.Reservations.Where(r => r.State == ReservationState.Missed && r.EndedAt > since);
    }

    public DateTime? DueAt(Reminded mine) => VietnamTime.ToUtc(mine.Appointment.Day.AddDays(1), Hour);

    public DateTime UsefulUntil(Reminded mine) => VietnamTime.ToUtc(mine.Appointment.Day.AddDays(1), QuietHours.From);

    public Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.Missed(mine, displacing.Instead(mine, now));
}
