namespace CccdBot.Core.Booking.Visits;

/// <summary>Why a home visit was moved on.</summary>
public enum VisitReason
{
    Asked,
    TakenUp,
    DaySet,
    Done,
    NotFinished,

    /// <summary>The family no longer needs it.</summary>
    WentAway,
    Forgotten,

    /// <summary>They can be brought to the hall, where everything is at hand.</summary>
    CanComeToHall,
    LivesElsewhere,
    NoTeamNow,

    /// <summary>Too ill just now: when they are stronger it is asked for again.</summary>
    TooIll,
}

/// <summary>One change of a home visit, so that anyone can be shown who decided what; written once, never changed.</summary>
public sealed class VisitStep
{
    public long Id { get; init; }

    public required Guid VisitId { get; init; }

    /// <summary>Null where it was asked for.</summary>
    public VisitState? From { get; init; }

    public required VisitState To { get; init; }

    public required VisitReason Reason { get; init; }

    /// <summary>The officer who decided; null where the family did.</summary>
    public Guid? OfficerId { get; init; }

    public required DateTime At { get; init; }
}
