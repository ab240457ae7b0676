namespace CccdBot.Core.People.Staff;

/// <summary>Someone of the commune police, the youth union or the people's committee who may come in.</summary>
public sealed class StaffMember
{
    /// <summary>As for a citizen's name: longer is a story.</summary>
    public const int LongestName = 40;

    private const char Comma = ',';

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime Since { get; init; }

    public Role Role { get; init; } = Role.Chief;

    /// <summary>The places of a volunteer's villages, as they are kept: "sui,blak".</summary>
    public string VillageCodes { get; init; } = "";

    /// <summary>What the other officers read when this one was first; null until it is told.</summary>
    public string? Name { get; init; }

    /// <summary>From then on nothing opens for them any more.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The villages a volunteer is bound to; of no meaning for the others, who work for all.</summary>
    public IReadOnlyList<string> Villages => VillageCodes.Split(Comma, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when the village of this place is theirs to see.</summary>
    public bool WorksFor(string place) => Role != Role.Volunteer || Villages.Contains(place);

    public static string Kept(IEnumerable<string> villages) => string.Join(Comma, villages);
}
