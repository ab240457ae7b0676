namespace CccdBot.Core.Answers;

/// <summary>What the bot says to a question about a certain day.</summary>
/// <param name="Text">What the person reads, sources and days included.</param>
/// <param name="AsOf">The day asked about, mostly today.</param>
public abstract record Advice(string Text, DateOnly AsOf)
{
    /// <summary>One answer, or two when two things were asked.</summary>
    public sealed record Answer(IReadOnlyList<Advised> Given, string Text, DateOnly AsOf) : Advice(Text, AsOf);

    /// <summary>Two to four topics to choose from.</summary>
    public sealed record Choose(IReadOnlyList<AnswerTopic> Topics, string Text, DateOnly AsOf) : Advice(Text, AsOf);

    /// <summary>Nothing that may be said: a person has to help.</summary>
    /// <param name="Withheld">The topic it is about, where only a rule certain enough to be read out is missing.</param>
    public sealed record HandOver(string Text, DateOnly AsOf, AnswerTopic? Withheld = null) : Advice(Text, AsOf);
}

/// <summary>A topic, and what is in force about it on the day asked about.</summary>
public sealed record Advised(AnswerTopic Topic, Passage Passage);
