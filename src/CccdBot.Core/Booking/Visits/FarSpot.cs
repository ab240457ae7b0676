namespace CccdBot.Core.Booking.Visits;

/// <summary>A far place that officers travel to when enough people there have signed up, as the commune's file names it.</summary>
/// <param name="ShortName">Fits on a button.</param>
/// <param name="PeopleNeeded">So many make a day of forest road worth while.</param>
public sealed record FarSpot(string Code, string ShortName, int PeopleNeeded)
{
    public const int LongestCode = 20;
    public const int LongestName = 20;

    /// <summary>More would not fit on one small screen.</summary>
    public const int Most = 5;
}

/// <summary>All far spots of the commune; empty where its file names none.</summary>
public sealed record FarSpots(IReadOnlyList<FarSpot> All)
{
    public FarSpot? Find(string code) => All.FirstOrDefault(spot => spot.Code == code);
}
