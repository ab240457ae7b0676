using CccdBot.Core.Answers;

namespace CccdBot.Host.Commands;

/// <summary>"evaluate questions FILE.csv": is each question understood as the topic it is about?</summary>
internal sealed class EvaluateQuestions : ICommand
{
    private const string Details = "--details";

    public string Name => "questions";

    public Task<int> RunAsync(CommandWords words)
    {
        if (Tables.Read<Row>(words.Plain(0, Details)) is not { } rows)
        {
            return Task.FromResult(CommandLine.WrongUse);
        }

        var book = AnswerBook.Shipped;
        var today = AskQuestion.Today();
        var told = rows.ConvertAll(row => (Row: row, Said: new AskedOnce(book.Advise(row.Question, today))));
        ScoreSheet.Say(told.ConvertAll(one => Verdict.On(one.Said, one.Row.Expected, one.Row.Style, book)));
        Tables.Write(words.ValueOf(Details), told.Select(one => new Detail(one.Row.Id, one.Said)));
        return Task.FromResult(0);
    }

    /// <param name="Also">Topics that are just as good, with any of <c>; , |</c> or a blank between them.</param>
    private sealed record Row(string Id, string Question, string Topic, string Also, string Style)
    {
        public IReadOnlyList<string> Expected =>
            [Topic, .. (Also ?? "").Split([';', ',', '|', ' '], StringSplitOptions.RemoveEmptyEntries)];
    }
}
