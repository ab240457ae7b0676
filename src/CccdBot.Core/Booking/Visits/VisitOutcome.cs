namespace CccdBot.Core.Booking.Visits;

/// <summary>What became of a wish to move a home visit on.</summary>
public abstract record VisitOutcome
{
    private VisitOutcome()
    {
    }

    public sealed record Moved(HomeVisit Visit) : VisitOutcome;

    /// <param name="By">The officer who was first, as the others call them; null where the family was.</param>
    public sealed record TooLate(string? By) : VisitOutcome;

    /// <summary>The team has no room for one more on that day, or in that part of it.</summary>
    public sealed record DayFull(DateOnly Day, VisitPart Part) : VisitOutcome;
}
