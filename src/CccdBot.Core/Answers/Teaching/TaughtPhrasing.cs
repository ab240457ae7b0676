namespace CccdBot.Core.Answers.Teaching;

/// <summary>A way of asking that an officer has told the bot the topic of.</summary>
public sealed class TaughtPhrasing
{
    /// <summary>A longer one is a letter; nobody says it a second time.</summary>
    public const int LongestText = 300;

    /// <summary>Never given out a second time: the highest one and how many there are tell whether anything has changed.</summary>
    public long Id { get; init; }

    public required string Topic { get; init; }

    public required string Text { get; init; }

    /// <summary>Without marks, signs and case: who asks exactly so is answered at once.</summary>
    public required string Folded { get; init; }

    public required Guid TaughtBy { get; init; }

    public required DateTime TaughtAt { get; init; }
}
