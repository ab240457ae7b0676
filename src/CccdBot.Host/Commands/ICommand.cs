namespace CccdBot.Host.Commands;

/// <summary>Something the program does once, instead of serving: "... -- ask", "... -- new-code".</summary>
internal interface ICommand
{
    /// <summary>The word it is called by.</summary>
    string Name { get; }

    Task<int> RunAsync(CommandWords words);
}
