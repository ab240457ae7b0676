namespace CccdBot.Core.Booking.Visits;

/// <summary>A wish to move a home visit on: where to and why, with the day where one is set.</summary>
public sealed record VisitChange(VisitState To, VisitReason Reason, DateOnly? Day = null, VisitPart? Part = null)
{
    /// <summary>From where one may go where; all else is refused.</summary>
    private static readonly Dictionary<VisitState, VisitState[]> Moves = new()
    {
        [VisitState.Asked] = [VisitState.Accepted, VisitState.Refused, VisitState.Withdrawn],
        [VisitState.Accepted] = [VisitState.Planned, VisitState.Refused, VisitState.Withdrawn],
        [VisitState.Planned] = [VisitState.Planned, VisitState.Visited, VisitState.SecondVisit, VisitState.Refused, VisitState.Withdrawn],
        [VisitState.SecondVisit] = [VisitState.Planned, VisitState.Refused, VisitState.Withdrawn],
        [VisitState.Visited] = [],
        [VisitState.Withdrawn] = [],
        [VisitState.Refused] = [],
    };

    /// <summary>Why an officer may refuse.</summary>
    public static readonly IReadOnlyList<VisitReason> Refusals =
        [VisitReason.CanComeToHall, VisitReason.TooIll, VisitReason.NoTeamNow, VisitReason.LivesElsewhere];

    public static readonly VisitChange Accept = new(VisitState.Accepted, VisitReason.TakenUp);
    public static readonly VisitChange Finish = new(VisitState.Visited, VisitReason.Done);
    public static readonly VisitChange ComeAgain = new(VisitState.SecondVisit, VisitReason.NotFinished);
    public static readonly VisitChange Withdraw = new(VisitState.Withdrawn, VisitReason.WentAway);

    /// <summary>The states in which officers still have something to do.</summary>
    public static readonly IReadOnlyList<VisitState> Open = [VisitState.Asked, VisitState.Accepted, VisitState.Planned, VisitState.SecondVisit];

    public static VisitChange Plan(DateOnly day, VisitPart part) => new(VisitState.Planned, VisitReason.DaySet, day, part);

    public static VisitChange Refuse(VisitReason why) => Refusals.Contains(why)
        ? new(VisitState.Refused, why)
        : throw new ArgumentOutOfRangeException(nameof(why), why, "Not a reason to refuse.");

    public static bool Allows(VisitState from, VisitState to) => Moves[from].Contains(to);
}
