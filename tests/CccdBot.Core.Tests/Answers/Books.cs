using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

/// <summary>The book that is shipped, learned once for all tests.</summary>
internal static class Books
{
    private static readonly Lazy<AnswerBook> Book = new(() => AnswerBook.Shipped);

    public static AnswerBook Shipped => Book.Value;
}
