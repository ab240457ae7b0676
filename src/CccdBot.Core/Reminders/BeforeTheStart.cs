using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>A reminder of an evening that comes near.</summary>
internal abstract class BeforeTheStart : IReminderKind
{
    public abstract string Name { get; }

    /// <summary>How far ahead of <paramref name="now"/> the appointments start for which this reminder may be due; zero when for none.</summary>
    public abstract TimeSpan LooksAhead(DateTime now);

    /// <summary>When it is to go out for an appointment at <paramref name="startsAt"/> (UTC, never in quiet hours).</summary>
    public abstract DateTime DueAt(DateTime startsAt);

    /// <summary>From then on it would be stale and is not sent (UTC, never after the start).</summary>
    public abstract DateTime UsefulUntil(DateTime startsAt);

    public virtual IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now)
    {
        var latest = now + LooksAhead(now);
        return latest == now
            ? null
            : db.Reservations.Where(r => (r.State == ReservationState.Booked || r.State == ReservationState.Confirmed)
                && r.Slot!.StartsAt > now && r.Slot.StartsAt <= latest);
    }

    /// <summary>Who booked after the reminder's hour was told everything in that minute and needs no second message.</summary>
    public DateTime? DueAt(Reminded mine) => DueAt(mine.Appointment.StartsAt) is var due && mine.Appointment.BookedAt < due ? due : null;

    public DateTime UsefulUntil(Reminded mine) => UsefulUntil(mine.Appointment.StartsAt);

    public virtual Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.Near(mine, now);
}
