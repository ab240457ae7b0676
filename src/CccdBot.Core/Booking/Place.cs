namespace CccdBot.Core.Booking;

/// <summary>Where an evening is held: a village hall, the commune's hall, a school.</summary>
public sealed class Place
{
    public const int LongestCode = 20;

    /// <summary>Fits on a button, and into the minute of a loudspeaker.</summary>
    public const int LongestShortName = 24;

    /// <summary>Short and lasting, such as "sui".</summary>
    public required string Code { get; init; }

    /// <summary>"Nhà sinh hoạt cộng đồng buôn Sui".</summary>
    public required string Name { get; set; }

    /// <summary>"Buôn Sui": fits on a button.</summary>
    public required string ShortName { get; set; }

    /// <summary>The order in which places are offered.</summary>
    public required int Position { get; set; }
}
