using System.Diagnostics.CodeAnalysis;

namespace CccdBot.Core.Answers;

/// <summary>How well a question was understood: clearly, as one of a few, or not at all.</summary>
public abstract record Found
{
    private Found()
    {
    }

    /// <summary>So clear that the answer can be given at once; two topics when two things were asked, in their order.</summary>
    public sealed record Sure(params IReadOnlyList<AnswerTopic> Topics) : Found;

    /// <summary>Two to four topics the person may have meant, likeliest first.</summary>
    public sealed record Unsure(IReadOnlyList<AnswerTopic> Choices) : Found;

    /// <summary>Nothing in the book comes near the question.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "Nobody reads this book from Visual Basic.")]
    public sealed record Nothing : Found;
}
