namespace CccdBot.Host.Commands;

/// <summary>"... -- evaluate questions FILE.csv": how well the bot does where the right answer is known.</summary>
internal sealed class Evaluate : ICommand
{
    private static readonly ICommand[] Kinds = [new EvaluateQuestions(), new EvaluateAnswers(), new EvaluateBookings(), new EvaluateVoices()];

    public string Name => "evaluate";

    public Task<int> RunAsync(CommandWords words)
    {
        if (CommandLine.Find(Kinds, words.Plain(0)) is { } kind)
        {
            return kind.RunAsync(words.Without(kind.Name));
        }

        FirstStart.Say($"Cách dùng: evaluate {string.Join('|', Kinds.Select(kind => kind.Name))} [FILE.csv] [--details OUT.csv]");
        return Task.FromResult(CommandLine.WrongUse);
    }
}
