namespace CccdBot.Host.Commands;

/// <summary>All commands, found by the first word that is no setting.</summary>
internal static class CommandLine
{
    /// <summary>What a command returns when it was called wrongly, as shells have it.</summary>
    public const int WrongUse = 2;

    private static readonly ICommand[] Commands = [new NewCode(), new AskQuestion(), new ParseSentence(), new Evaluate(), new MoveToPostgres(), new Audit()];

    /// <summary>What to run, or null when the program is simply started.</summary>
    public static Func<Task<int>>? Find(string[] args)
    {
        var words = new CommandWords(args);
        return Find(Commands, words.Plain(0)) is { } command ? () => command.RunAsync(words.Without(command.Name)) : null;
    }

    public static ICommand? Find(IEnumerable<ICommand> commands, string? word) =>
        commands.FirstOrDefault(command => command.Name == word);
}
