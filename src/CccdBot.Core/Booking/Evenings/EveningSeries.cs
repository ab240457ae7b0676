namespace CccdBot.Core.Booking.Evenings;

/// <summary>Evenings, or mornings, that are to be opened at one place on certain days of the week.</summary>
public sealed record EveningSeries(
    string PlaceCode, DateOnly First, DateOnly Last, IReadOnlyCollection<DayOfWeek> Days, TimeOnly From, TimeOnly To, int SeatsPerSlot, int? Stations)
{
    /// <summary>Plans further ahead are not kept.</summary>
    public const int MostDays = 60;

    public static readonly TimeSpan SlotLasts = TimeSpan.FromMinutes(30);

    /// <summary>So many seats of each half hour are for the people of the village, until a day before.</summary>
    public int KeptForVillage { get; init; }

    public EveningWork Services { get; init; } = EveningWork.All;

    public IReadOnlyCollection<Guid> Officers { get; init; } = [];

    public IReadOnlyCollection<string> Kits { get; init; } = [];

    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays).Where(day => Days.Contains(day.DayOfWeek));

    /// <summary>It can be opened: some day, some half hour, some seat, within the days that are planned, and stations enough for the seats.</summary>
    public bool IsSound(DateOnly today) => First >= today && Last >= First && Last.DayNumber - today.DayNumber <= MostDays && Dates.Any()
        && To - From >= SlotLasts && From < To && (To - From) / SlotLasts <= Session.MostSlots && SeatsPerSlot is >= 1 and <= 500
        && KeptForVillage >= 0 && KeptForVillage <= SeatsPerSlot
        && (Stations is null || Stations * SlotLasts.TotalMinutes >= SeatsPerSlot * ServiceTimes.Of(Services.First));

    internal Session On(DateOnly day) => Session.Planned(PlaceCode, day, From, To, SlotLasts, SeatsPerSlot, Stations, KeptForVillage, Services);
}

/// <summary>On which days evenings were opened, on which another stands in the way, and which days are closed.</summary>
public sealed record SeriesOutcome
{
    public List<DateOnly> Opened { get; } = [];

    public List<DateOnly> InTheWay { get; } = [];

    public List<DateOnly> Closed { get; } = [];

    /// <summary>The evenings themselves.</summary>
    public List<long> Ids { get; } = [];
}
