namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>An evening was called out over a village's loudspeaker.</summary>
public sealed class LoudspeakerPlay
{
    public long Id { get; init; }

    public required long SessionId { get; init; }

    /// <summary>The village, by the code of its hall.</summary>
    public required string PlaceCode { get; init; }

    /// <summary>For the how manieth time in this village.</summary>
    public required int Times { get; init; }

    /// <summary>The hour that was called out: an evening that is moved must be called out anew.</summary>
    public required DateTime StartsAt { get; init; }

    public required DateTime PlayedAt { get; init; }

    public required Guid PlayedBy { get; init; }
}
