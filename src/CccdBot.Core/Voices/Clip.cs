namespace CccdBot.Core.Voices;

/// <summary>The languages of the villages.</summary>
public enum Tongue
{
    Jrai,
    Bahnar,
    Vietnamese,
}

/// <summary>What a language is called.</summary>
public static class TongueWords
{
    public static string Words(this Tongue tongue) => tongue switch
    {
        Tongue.Jrai => "tiếng Jrai",
        Tongue.Bahnar => "tiếng Bahnar",
        _ => "tiếng Việt",
    };
}

/// <summary>Where a recording stands.</summary>
public enum ClipState
{
    /// <summary>Spoken into a chat; we do not have it yet.</summary>
    Fetching,

    /// <summary>A second person is to hear it.</summary>
    Waiting,
    Approved,

    /// <summary>The second person would not have it, or someone took it back later.</summary>
    Dropped,

    /// <summary>A newer one of the same words took its place.</summary>
    Replaced,

    /// <summary>It could not be had from the chat, or is no voice.</summary>
    Failed,
}

/// <summary>A recording in one of the languages: spoken by one, heard and approved by another, and played to nobody before.</summary>
public sealed class Clip
{
    /// <summary>In seconds: who listens on a field does not listen longer.</summary>
    public const int Longest = 60;

    public long Id { get; init; }

    /// <summary>Of what was said: <see cref="Voiced.Key"/>.</summary>
    public required string Subject { get; init; }

    public required string Title { get; init; }

    /// <summary>What was to be said: who hears it must know whether it was.</summary>
    public required string Words { get; init; }

    public required Tongue Tongue { get; init; }

    public required ClipState State { get; init; }

    public required int Seconds { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>The chat it was spoken into, where the channel keeps it until we have it.</summary>
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string File { get; init; }

    /// <summary>The voice itself, once we have it.</summary>
    public Guid? EnclosureId { get; init; }

    public Guid? DecidedBy { get; init; }

    public DateTime? DecidedAt { get; init; }
}
