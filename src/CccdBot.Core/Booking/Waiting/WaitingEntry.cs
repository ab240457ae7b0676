using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>Where someone in the waiting line stands.</summary>
public enum WaitingState
{
    Waiting,

    /// <summary>A freed seat is held for them until they say yes or no.</summary>
    Offered,
    Taken,

    /// <summary>The offer ran out, or could not reach them.</summary>
    Lapsed,

    /// <summary>They no longer wait: of their own will, or because they have their evenings already.</summary>
    Left,

    /// <summary>The evening passed without a seat.</summary>
    Over,
}

/// <summary>Who is let through first, the first of these before the others.</summary>
public enum WaitingPriority
{
    /// <summary>From sixty years on.</summary>
    Elderly,

    /// <summary>More than ten kilometres of road.</summary>
    TravelledFar,

    /// <summary>Asked by an officer to come once more.</summary>
    CalledBack,
    None,
}

/// <summary>One person's place in the waiting line of one full evening.</summary>
public sealed class WaitingEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose chat is told.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Who comes: the same, or someone they speak for.</summary>
    public required PersonId ForId { get; init; }

    public required long SessionId { get; init; }

    /// <summary>The half hour they wish for; null when any hour of that evening will do.</summary>
    public long? SlotId { get; init; }

    /// <summary>So many asked together, at the same moment, and are offered together; each has an entry.</summary>
    public required int People { get; init; }

    /// <summary>What they come for; null for what the evening does first.</summary>
    public WishService? Service { get; init; }

    public required WaitingPriority Priority { get; init; }

    public required DateTime JoinedAt { get; init; }

    public required WaitingState State { get; init; }

    /// <summary>The seat that was held for them.</summary>
    public Guid? ReservationId { get; init; }
}
