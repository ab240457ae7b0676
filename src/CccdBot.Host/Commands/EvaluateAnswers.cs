using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Answers;
using CccdBot.Core.Time;

namespace CccdBot.Host.Commands;

/// <summary>"evaluate answers FILE.csv": does the answer of that day say what it must, and nothing it must not?</summary>
internal sealed class EvaluateAnswers : ICommand
{
    private const string Details = "--details";

    public string Name => "answers";

    public Task<int> RunAsync(CommandWords words)
    {
        if (Tables.Read<Row>(words.Plain(0, Details)) is not { } rows)
        {
            return Task.FromResult(CommandLine.WrongUse);
        }

        var book = AnswerBook.Shipped;
        var told = rows.ConvertAll(row => (Row: row, Said: new AskedOnce(book.Advise(row.Question, row.Day))));
        var wrong = told.Where(one => !one.Row.IsRight(one.Said.Text)).ToList();
        FirstStart.Say($"rows {told.Count}, right {told.Count - wrong.Count}, wrong {wrong.Count}");
        foreach (var one in wrong)
        {
            FirstStart.Say($"  {one.Row.Id} {one.Row.AsOf} {one.Row.Topic}: {one.Said.Outcome} {string.Join(';', one.Said.Topics)}");
        }

        Tables.Write(words.ValueOf(Details), told.Select(one => new Detail(one.Row.Id, one.Said)));
        return Task.FromResult(0);
    }

    /// <param name="Must">Patterns with " &amp;&amp; " between them: each must be found in the answer.</param>
    /// <param name="MustNot">The same, but none may be found.</param>
    private sealed record Row(string Id, string Question, string AsOf, string Topic, string Must, string MustNot)
    {
        public DateOnly Day => DateOnly.ParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public bool IsRight(string answer) =>
            Patterns(Must).All(pattern => IsIn(answer, pattern)) && !Patterns(MustNot).Any(pattern => IsIn(answer, pattern));

        private static string[] Patterns(string? written) =>
            (written ?? "").Split(" && ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        private static bool IsIn(string answer, string pattern) =>
            Regex.IsMatch(VietnameseText.Nfc(answer), VietnameseText.Nfc(pattern), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
