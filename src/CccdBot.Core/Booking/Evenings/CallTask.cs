using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Why someone must be called, or visited, by a person.</summary>
public enum CallReason
{
    EveningCalledOff,
    EveningMoved,
    DossierReturned,
    ComesAgain,

    /// <summary>A seat is confirmed, and no chat is open that could carry the reminder.</summary>
    NoChannel,
}

/// <summary>A named person who is to be told something by a human being, as no message reaches them.</summary>
public sealed class CallTask
{
    public long Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required Guid ReservationId { get; init; }

    public required CallReason Reason { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime DueAt { get; init; }

    public DateTime? DoneAt { get; init; }

    public Guid? DoneBy { get; init; }
}
