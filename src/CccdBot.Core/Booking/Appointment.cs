using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;
using CccdBot.Core.Time;

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
    public PersonId PersonId { get; init; }

    /// <summary>The name of who comes, where that is not the owner of the chat.</summary>
    public string? For { get; init; }

    /// <summary>" cho Mẹ"; nothing where it is one's own.</summary>
    public string Whose => WhoseIs(For);

    public Guid? PartyId { get; init; }

    public WishService Service { get; init; }

    public SessionState SessionState { get; init; }

    /// <summary>What else could be done that evening.</summary>
    public EveningWork EveningDoes { get; init; } = EveningWork.All;

    /// <summary>By the clock on the village hall's wall.</summary>
    public DateOnly Day => VietnamTime.DateOf(StartsAt);

    public TimeOnly Hour => TimeOnly.FromDateTime(VietnamTime.ToLocal(StartsAt));

    /// <summary>What messages about it are marked with, so that they can be called back.</summary>
    public string Mark => Reservation.MarkOf(Id);

    internal static string WhoseIs(string? name) => name is null ? "" : $" cho {name}";
}
