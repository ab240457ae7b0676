namespace CccdBot.Core.Time.Spoken;

/// <summary>An hour, or a span of hours, named at one spot of a sentence.</summary>
public sealed record HourMention(int Start, int End, TimeOnly? From, TimeOnly? To)
{
    /// <summary>"tầm", "khoảng".</summary>
    public bool IsAbout { get; init; }

    /// <summary>No part of the day was said, and the halls work in the evening.</summary>
    public bool IsEveningByDefault { get; init; }
}
