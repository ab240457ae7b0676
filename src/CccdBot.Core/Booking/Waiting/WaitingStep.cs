namespace CccdBot.Core.Booking.Waiting;

/// <summary>Who moved someone in the waiting line.</summary>
public enum WaitingHand
{
    Citizen,

    /// <summary>The line itself, as it hands freed seats on.</summary>
    Line,
}

/// <summary>Why someone in the waiting line was moved.</summary>
public enum WaitingReason
{
    Joined,
    SeatFreed,
    Accepted,
    Declined,
    NotAnswered,

    /// <summary>They began to choose another seat, which lets the offered one go.</summary>
    LetGo,
    ChatClosed,

    /// <summary>They want no messages they did not ask for.</summary>
    MessagesOff,
    NotDelivered,
    SeatThatEvening,
    EveningsEnough,
    WentAway,
    Forgotten,
    EveningPassed,
    EveningCalledOff,

    /// <summary>Not moved: seats were free, but not enough for the family together, and went to someone behind it.</summary>
    TooFewTogether,

    /// <summary>The evening does not do what they come for.</summary>
    OtherWork,
}

/// <summary>One change in the waiting line, so that anyone can be shown why a seat went to whom; written once, never changed.</summary>
public sealed class WaitingStep
{
    public long Id { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>Null where they came.</summary>
    public WaitingState? From { get; init; }

    public required WaitingState To { get; init; }

    public required WaitingHand Hand { get; init; }

    public required WaitingReason Reason { get; init; }

    public required DateTime At { get; init; }
}
