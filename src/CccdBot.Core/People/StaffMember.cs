namespace CccdBot.Core.People;

/// <summary>Someone of the commune police who may open the staff pages.</summary>
public sealed class StaffMember
{
    /// <summary>As for a citizen's name: longer is a story.</summary>
    public const int LongestName = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime Since { get; init; }

    /// <summary>What the other officers read when this one was first; null until it is told.</summary>
    public string? Name { get; private set; }
}
