using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>The card has come: an officer has marked it.</summary>
internal sealed class CardIsReady : IReminderKind
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    public string Name => "card-is-ready";

    public IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now)
    {
        var since = now - Lasts;
        return QuietHours.Covers(now) ? null : db.Reservations.Where(r => r.State == ReservationState.Served && r.CardReadyAt > since);
    }

    public DateTime? DueAt(Reminded mine) => mine.CardReadyAt is { } at ? QuietHours.NextAllowed(at) : null;

    public DateTime UsefulUntil(Reminded mine) => mine.CardReadyAt!.Value + Lasts;

    public Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.CardIsReady(mine);
}
