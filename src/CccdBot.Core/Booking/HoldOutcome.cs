using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Core.Booking;

/// <summary>What came of asking for a seat.</summary>
public abstract record HoldOutcome
{
    public sealed record Held(Appointment Appointment) : HoldOutcome
    {
        /// <summary>Everyone's seat, where several came together.</summary>
        public IReadOnlyList<Appointment> Party { get; init; } = [Appointment];
    }

    /// <summary>The person already has a seat that evening.</summary>
    public sealed record AlreadyYours(Appointment Appointment) : HoldOutcome;

    public sealed record Full(SlotOffer Slot) : HoldOutcome;

    /// <summary>What is left is for the place's own village, and for those booked for by others, until a day before.</summary>
    public sealed record KeptForVillage(SlotOffer Slot) : HoldOutcome;

    /// <summary>The seat was given back a moment ago and rests.</summary>
    public sealed record JustGivenBack(SlotOffer Slot) : HoldOutcome;

    /// <summary>So many evenings are kept already that others would find none.</summary>
    public sealed record Enough(IReadOnlyList<Appointment> Mine) : HoldOutcome;

    public sealed record TooLate(SlotOffer Slot) : HoldOutcome;

    /// <summary>The evening was limited to other kinds of work.</summary>
    public sealed record OtherWork(SlotOffer Slot, WishService Service) : HoldOutcome;

    /// <summary>There is no such half hour (any more).</summary>
    public sealed record NoSuchSlot : HoldOutcome;
}
