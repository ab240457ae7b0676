using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>Where a booking stands; what may follow what is said by <see cref="ReservationLife"/>.</summary>
public enum ReservationState
{
    /// <summary>The seat is kept for five minutes while its taker makes up their mind.</summary>
    Held,

    /// <summary>The seat is kept for a day for someone whose evening was called off.</summary>
    Kept,
    Booked,

    /// <summary>The police have confirmed the evening: now the hour is firm.</summary>
    Confirmed,

    /// <summary>They are in the hall.</summary>
    CheckedIn,
    Served,

    /// <summary>To come again another day: ill, or a paper was missing.</summary>
    Deferred,

    /// <summary>The evening passed without them.</summary>
    Missed,

    /// <summary>Another booking took its place.</summary>
    Moved,
    Cancelled,

    /// <summary>The hold ran out, or was let go.</summary>
    Lapsed,
}

/// <summary>One person's seat in one half hour.</summary>
public sealed class Reservation
{
    /// <summary>Long enough to ask the neighbour, short enough that others do not lose the seat.</summary>
    public static readonly TimeSpan HoldLasts = TimeSpan.FromMinutes(5);

    /// <summary>How long a booking or a cancellation can be taken back with one tap.</summary>
    public static readonly TimeSpan UndoLasts = TimeSpan.FromMinutes(10);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PersonId PersonId { get; init; }

    public required long SessionId { get; init; }

    public required long SlotId { get; init; }

    public Slot? Slot { get; init; }

    public required int Seat { get; init; }

    /// <summary>What is to be done for them, and how long that keeps a station busy.</summary>
    public WishService Service { get; init; }

    /// <summary>Of the station's time.</summary>
    public int Minutes { get; init; } = ServiceTimes.Of(WishService.Card);

    /// <summary>"A17": half hour A, seat 17; one of its kind in its evening.</summary>
    public required string Code { get; init; }

    public ReservationState State { get; set; }

    public required DateTime HeldUntil { get; init; }

    public DateTime? BookedAt { get; set; }

    /// <summary>They answered a reminder with "Tôi sẽ đến".</summary>
    public DateTime? ComingAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>When someone who was ill is asked again; null where nobody asks.</summary>
    public DateOnly? RecheckOn { get; init; }

    /// <summary>How often its day was changed: what was reminded of another day does not count for this one.</summary>
    public int Round { get; init; }

    /// <summary>The card lies at the commune's office; an officer has marked it.</summary>
    public DateTime? CardReadyAt { get; init; }

    /// <summary>The e-ID account is activated: they said so, or an officer saw it.</summary>
    public DateTime? ActivatedAt { get; init; }

    /// <summary>The booking this one is to take the place of.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Seats taken in one go, for a family: all of them or none.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>What messages about a reservation are marked with, so that they can be called back.</summary>
    public static string MarkOf(Guid id) => $"reservation:{id:N}";

    /// <summary>The same for messages about all of a household who come that evening.</summary>
    public static string MarkOf(long sessionId, PersonId keeper) => $"household:{keeper.Value:N}:{sessionId}";
}
