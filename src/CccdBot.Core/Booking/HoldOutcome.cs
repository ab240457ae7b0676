namespace CccdBot.Core.Booking;

/// <summary>What came of asking for a seat.</summary>
public abstract record HoldOutcome
{
    public sealed record Held(Reservation Reservation) : HoldOutcome;

    /// <summary>The person already has a seat that evening.</summary>
    public sealed record AlreadyYours(Reservation Reservation) : HoldOutcome;

    public sealed record Full(Slot Slot) : HoldOutcome;

    public sealed record TooLate(Slot Slot) : HoldOutcome;

    /// <summary>There is no such half hour (any more).</summary>
    public sealed record NoSuchSlot : HoldOutcome;
}
