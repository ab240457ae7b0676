namespace CccdBot.Core.Time.Spoken;

/// <summary>A day, or days one after the other, named at one spot of a sentence.</summary>
public sealed record DayMention(int Start, int End, DateOnly From, DateOnly To)
{
    /// <summary>Days named as a choice that do not lie next to it, or that contradict it.</summary>
    public IReadOnlyList<DateOnly> Others { get; init; } = [];

    internal bool IsSameAs(DayMention other) => (From, To) == (other.From, other.To);

    internal bool IsWithin(DayMention other) => From >= other.From && To <= other.To;
}
