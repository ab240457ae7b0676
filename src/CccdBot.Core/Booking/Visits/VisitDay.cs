namespace CccdBot.Core.Booking.Visits;

/// <summary>How many home visits one team can make in a day and in each part of it.</summary>
public static class VisitDay
{
    /// <summary>Photograph, fingerprints of old hands and the way between two houses; officers of other provinces tell of hours for one old person.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(45);

    private static readonly (TimeOnly From, TimeOnly To) Morning = (new(8, 0), new(11, 30));
    private static readonly (TimeOnly From, TimeOnly To) Afternoon = (new(13, 30), new(17, 0));

    /// <summary>Between the fields and the evening at the hall, where the team is needed again.</summary>
    private static readonly (TimeOnly From, TimeOnly To) Evening = (new(17, 0), new(18, 30));

    /// <summary>From 08h00 to 17h00 without noon: who visits in the evening too has begun later.</summary>
    public static int Most { get; } = MostIn(VisitPart.Morning) + MostIn(VisitPart.Afternoon);

    public static int MostIn(VisitPart part)
    {
        var (from, to) = HoursOf(part);
        return (int)((to - from) / Lasts);
    }

    public static (TimeOnly From, TimeOnly To) HoursOf(VisitPart part) => part switch
    {
        VisitPart.Morning => Morning,
        VisitPart.Afternoon => Afternoon,
        _ => Evening,
    };
}
