namespace CccdBot.Core.Outreach.Registry;

/// <summary>Where a file that was brought stands.</summary>
public enum ImportState
{
    /// <summary>It was read and is shown; nobody of it is on the list yet.</summary>
    Shown,
    Done,
    Undone,
}

/// <summary>A file with a list of people that was brought to the desk: shown first, taken over on a word, and taken back within a day.</summary>
public sealed class ListImport
{
    /// <summary>So long it can be taken back, and the lines that were not good be fetched; then its lines go.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StaffId { get; init; }

    public required DateTime At { get; init; }

    public ImportState State { get; init; }

    /// <summary>The lines as they were read, ID numbers covered; null when their time is over.</summary>
    public string? Lines { get; init; }

    public DateTime? DoneAt { get; init; }

    public int Added { get; init; }

    public int Known { get; init; }

    public int Refused { get; init; }
}
