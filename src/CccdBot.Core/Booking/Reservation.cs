using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>Where a booking stands.</summary>
public enum ReservationState
{
    /// <summary>The seat is kept for five minutes while its taker makes up their mind.</summary>
    Held,
    Booked,
    Cancelled,

    /// <summary>Another booking took its place.</summary>
    Moved,

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

    /// <summary>"A17": half hour A, seat 17; one of its kind in its evening.</summary>
    public required string Code { get; init; }

    public ReservationState State { get; set; }

    public required DateTime HeldUntil { get; init; }

    public DateTime? BookedAt { get; set; }

    /// <summary>They answered a reminder with "Tôi sẽ đến".</summary>
    public DateTime? ComingAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The booking this one is to take the place of.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What messages about a reservation are marked with, so that they can be called back.</summary>
    public static string MarkOf(Guid id) => $"reservation:{id:N}";
}
