using CccdBot.Core.Answers;

namespace CccdBot.Host.Commands;

/// <summary>"evaluate voices": each writer's phrasings asked of a book that has not learned from that writer.</summary>
internal sealed class EvaluateVoices : ICommand
{
    public string Name => "voices";

    public Task<int> RunAsync(CommandWords words)
    {
        var all = AnswerBook.Shipped;
        var today = AskQuestion.Today();
        var verdicts =
            from voice in all.Phrasings.GroupBy(one => one.Phrasing.Voice)
            let book = AnswerBook.Load(withoutVoice: voice.Key)
            from one in voice
            select Verdict.On(new AskedOnce(book.Advise(one.Phrasing.Text, today)), [one.Topic.Id], voice.Key, all);
        ScoreSheet.Say([.. verdicts]);
        return Task.FromResult(0);
    }
}
