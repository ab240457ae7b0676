using CccdBot.Core.Answers;

namespace CccdBot.Host.Commands;

/// <summary>How one question went whose right topics are known.</summary>
internal sealed record Verdict(string Style, string Group, bool IsOurs, bool IsRight, bool IsOffered, bool IsWrong)
{
    /// <param name="expected">The topics that are right, the main one first.</param>
    public static Verdict On(AskedOnce said, IReadOnlyList<string> expected, string style, AnswerBook book)
    {
        var isRight = said.Topics.Take(1).Any(expected.Contains);
        return new Verdict(
            style,
            book.Find(expected[0])?.Group ?? expected[0],
            expected[0] != AnswerBook.NotOurs,
            isRight,
            isRight || said.Choices.Any(expected.Contains),
            said.Topics.Count > 0 && !isRight);
    }
}
