using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>One occasion on which a citizen is reminded of a booking.</summary>
public interface IReminderKind
{
    string Name { get; }

    /// <summary>The bookings it may be due for about now, narrowed as far as the ledger's indexes go; null when at this hour it is due for nobody.</summary>
    IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now);

    /// <summary>When it is to go out (UTC, never in quiet hours); null when not to this one.</summary>
    DateTime? DueAt(Reminded mine);

    /// <summary>From then on it would be stale and is not sent (UTC).</summary>
    DateTime UsefulUntil(Reminded mine);

    /// <param name="mine">Those of one household who are reminded of one evening; mostly one.</param>
    Reply Say(IReadOnlyList<Appointment> mine, DateTime now);
}

/// <summary>A booking someone is reminded of, with the moments that matter after the evening.</summary>
/// <param name="Round">How often its day was changed.</param>
/// <param name="ConfirmedAt">When an officer confirmed it; null when nobody did, or it was firm from the start.</param>
public sealed record Reminded(Appointment Appointment, DateTime? ConfirmedAt, DateOnly? RecheckOn, DateTime? CardReadyAt, int Round);
