namespace CccdBot.Core.Booking;

/// <summary>What came of asking for a seat.</summary>
public abstract record HoldOutcome
{
    public sealed record Held(Appointment Appointment) : HoldOutcome;

    /// <summary>The person already has a seat that evening.</summary>
    public sealed record AlreadyYours(Appointment Appointment) : HoldOutcome;

    public sealed record Full(SlotOffer Slot) : HoldOutcome;

    public sealed record TooLate(SlotOffer Slot) : HoldOutcome;

    /// <summary>There is no such half hour (any more).</summary>
    public sealed record NoSuchSlot : HoldOutcome;
}
