using System.Diagnostics.CodeAnalysis;

namespace CccdBot.Core.Answers;

/// <summary>How well a question was understood: one topic, a few to choose from, or none.</summary>
public abstract record Found
{
    private Found()
    {
    }

    /// <summary>One topic stands out so clearly that its answer can be given at once.</summary>
    public sealed record Sure(AnswerTopic Topic) : Found;

    /// <summary>Up to four topics the person may have meant, likeliest first.</summary>
    public sealed record Unsure(IReadOnlyList<AnswerTopic> Choices) : Found;

    /// <summary>Nothing in the book comes near the question.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "Nobody reads this book from Visual Basic.")]
    public sealed record Nothing : Found;
}
