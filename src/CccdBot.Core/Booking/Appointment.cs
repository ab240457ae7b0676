namespace CccdBot.Core.Booking;

/// <summary>A reservation as its holder sees it: the code, when, and where.</summary>
public sealed record Appointment(
    Guid Id,
    string Code,
    ReservationState State,
    long SlotId,
    long SessionId,
    DateTime StartsAt,
    string PlaceCode,
    string PlaceName,
    DateTime? BookedAt = null,
    DateTime? EndedAt = null,
    Guid? Replaces = null)
{
    /// <summary>What messages about it are marked with, so that they can be called back.</summary>
    public string Mark => Reservation.MarkOf(Id);
}
