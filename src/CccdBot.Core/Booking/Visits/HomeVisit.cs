using System.Globalization;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Visits;

/// <summary>Where a home visit stands.</summary>
public enum VisitState
{
    Asked,

    /// <summary>An officer has taken it up; the day is not set yet.</summary>
    Accepted,
    Planned,
    Visited,

    /// <summary>The officers were there and must come once more.</summary>
    SecondVisit,
    Withdrawn,
    Refused,
}

/// <summary>Why someone cannot come to the hall.</summary>
public enum VisitNeed
{
    Old,
    Disabled,
    Ill,
    Other,
}

/// <summary>The part of a day in which the officers come.</summary>
public enum VisitPart
{
    Morning,
    Afternoon,
    Evening,
}

/// <summary>A family's wish that officers come to the house of someone who cannot come to the hall.</summary>
public sealed class HomeVisit
{
    /// <summary>A longer way is told to the officers by mouth.</summary>
    public const int LongestHome = 120;

    public const char BetweenDays = ',';

    private const string DayFormat = "yyyy-MM-dd";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose chat is told.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Who is to be visited: the same, or someone they speak for.</summary>
    public required PersonId ForId { get; init; }

    /// <summary>What that one is called; null once it was cleared.</summary>
    public string? Name { get; init; }

    public required VisitNeed Need { get; init; }

    /// <summary>"nhà cạnh cây kơ nia, cuối buôn Sui"; null once it was cleared.</summary>
    public string? Home { get; init; }

    /// <summary>The village these words name, as the commune's file writes it; null where they name none we know.</summary>
    public string? Village { get; init; }

    /// <summary>The days that suit the family, "2026-11-28,2026-11-29"; empty when any day does.</summary>
    public required string GoodDays { get; init; }

    public required VisitState State { get; init; }

    /// <summary>Why it stands where it stands.</summary>
    public required VisitReason Because { get; init; }

    /// <summary>The day the officers come, or last came.</summary>
    public DateOnly? Day { get; init; }

    public VisitPart? Part { get; init; }

    /// <summary>Grows with every change: who saw an older one is too late.</summary>
    public required int Version { get; init; }

    public required DateTime AskedAt { get; init; }

    public required DateTime ChangedAt { get; init; }

    /// <summary>When an officer told the family by mouth, as no message could.</summary>
    public DateTime? ToldAt { get; init; }

    public string About => AboutOf(Id);

    public IReadOnlyList<DateOnly> Days => ReadDays(GoodDays);

    /// <summary>What messages about a visit are marked with.</summary>
    public static string AboutOf(Guid id) => $"visit:{id:N}";

    public static IReadOnlyList<DateOnly> ReadDays(string written) => written.Length == 0
        ? []
        : [.. written.Split(BetweenDays).Select(day => DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture))];

    public static string WriteDays(IEnumerable<DateOnly> days) =>
        string.Join(BetweenDays, days.Order().Select(day => day.ToString(DayFormat, CultureInfo.InvariantCulture)));
}
