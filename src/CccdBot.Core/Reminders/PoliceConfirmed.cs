using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>The police have confirmed the evening: the hour is firm.</summary>
internal sealed class PoliceConfirmed : IReminderKind
{
    /// <summary>So far back it looks for what an officer confirmed; longer ago all were told.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(1);

    public string Name => "police-confirmed";

    public IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now)
    {
        var (steps, since) = (db.ReservationSteps, now - LooksBack);
        return db.Reservations.Where(r => r.State == ReservationState.Confirmed && r.Slot!.StartsAt > now
            && steps.Any(step => step.ReservationId == r.Id && step.Why == StepReason.EveningConfirmed && step.Hand == Hand.Officer && step.At > since));
    }

    public DateTime? DueAt(Reminded mine) => mine.ConfirmedAt is { } at ? QuietHours.NextAllowed(at) : null;

    public DateTime UsefulUntil(Reminded mine) => mine.Appointment.StartsAt;

    public Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.Confirmed(mine);
}
