using CccdBot.Core.Conversation;

namespace CccdBot.Core.Answers.Teaching;

/// <summary>Questions the bot could not answer that ask for the same, however they were worded.</summary>
/// <param name="Text">The commonest wording.</param>
/// <param name="Others">The other wordings.</param>
/// <param name="Guesses">The topics it may be about, likeliest first.</param>
public sealed record QuestionGroup(
    string Text, IReadOnlyList<string> Others, IReadOnlyList<long> Questions, DateTime Last, IReadOnlyList<NoAnswer> Reasons, IReadOnlyList<AnswerTopic> Guesses)
{
    /// <summary>Two wordings that share so much of what makes them up ask for the same.</summary>
    private const float Alike = 0.6f;

    private const int MostGuesses = 3;

    /// <summary>The same words together, then those that are near by the book's own likeness; the most asked first.</summary>
    public static IReadOnlyList<QuestionGroup> Of(IEnumerable<UnansweredQuestion> asked, AnswerBook book)
    {
        var groups = new List<(IReadOnlyDictionary<int, float> Lead, List<UnansweredQuestion> Questions)>();
        foreach (var same in asked.GroupBy(question => SmallTalk.Words(question.Text)).OrderByDescending(same => same.Count()))
        {
            var heard = book.Hear(same.First().Text);
            var near = groups.FindIndex(group => Likeness(group.Lead, heard) >= Alike);
            if (near >= 0)
            {
                groups[near].Questions.AddRange(same);
            }
            else
            {
                groups.Add((heard, [.. same]));
            }
        }

        return [.. groups.Select(group => Of(group.Questions, book)).OrderByDescending(group => group.Questions.Count).ThenByDescending(group => group.Last)];
    }

    private static QuestionGroup Of(List<UnansweredQuestion> questions, AnswerBook book)
    {
        var wordings = questions.DistinctBy(question => SmallTalk.Words(question.Text)).Select(question => question.Text).ToList();
        var guessed = questions.SelectMany(question => question.Guesses.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .GroupBy(id => id).OrderByDescending(same => same.Count()).Select(same => book.Find(same.Key)).OfType<AnswerTopic>();
        return new QuestionGroup(
            wordings[0],
            wordings[1..],
            [.. questions.Select(question => question.Id)],
            questions.Max(question => question.AskedAt),
            [.. questions.Select(question => question.Why).Distinct().Order()],
            [.. guessed.Concat(book.Likeliest(wordings[0], MostGuesses)).Distinct().Take(MostGuesses)]);
    }

    private static float Likeness(IReadOnlyDictionary<int, float> one, IReadOnlyDictionary<int, float> other) =>
        one.Sum(shared => shared.Value * other.GetValueOrDefault(shared.Key));
}
