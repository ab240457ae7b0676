using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>Whose hand changed a booking.</summary>
public enum Hand
{
    Citizen,
    Officer,

    /// <summary>The service itself, as time passes.</summary>
    Service,
}

/// <summary>Why a booking was changed.</summary>
public enum StepReason
{
    Agreed,
    NotWanted,
    TimeRanOut,

    /// <summary>Another hold, or another seat, took its place.</summary>
    ChoseOther,
    CannotCome,
    TakenBack,
    Forgotten,
    EveningConfirmed,
    EveningCalledOff,
    EveningMoved,
    CameIn,
    Done,
    NotThere,
    Ill,
    PaperMissing,

    /// <summary>They were in the hall, and the evening was over before they were called.</summary>
    NotReached,
    SlipOfFinger,
    SamePerson,
}

/// <summary>Who does something to a booking, and why.</summary>
/// <param name="Who">The person or the officer; null where it is the service itself.</param>
public readonly record struct Doing(Hand Hand, Guid? Who, StepReason Why)
{
    public static Doing Of(PersonId citizen, StepReason why) => new(Hand.Citizen, citizen.Value, why);

    public static Doing OfOfficer(Guid officer, StepReason why) => new(Hand.Officer, officer, why);

    public static Doing OfService(StepReason why) => new(Hand.Service, null, why);
}

/// <summary>One change in the life of a booking; written once, never changed.</summary>
public sealed class ReservationStep
{
    public long Id { get; init; }

    public required Guid ReservationId { get; init; }

    public required ReservationState From { get; init; }

    public required ReservationState To { get; init; }

    public required Hand Hand { get; init; }

    public Guid? Who { get; init; }

    public required StepReason Why { get; init; }

    public required DateTime At { get; init; }
}
