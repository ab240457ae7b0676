namespace CccdBot.Host.Commands;

/// <summary>What was typed: plain words, and options that begin with two dashes.</summary>
internal sealed class CommandWords(IReadOnlyList<string> all)
{
    private const string Dashes = "--";

    public IReadOnlyList<string> All { get; } = all;

    /// <summary>The plain word at this place, options and what belongs to them left out.</summary>
    public string? Plain(int place, params string[] withValue) => Plains(withValue).ElementAtOrDefault(place);

    public bool Has(string option) => All.Contains(option);

    /// <summary>The word after an option, as in "--as-of 2026-11-23".</summary>
    public string? ValueOf(string option) => All.SkipWhile(word => word != option).Skip(1).FirstOrDefault();

    /// <summary>Everything but the command's own word.</summary>
    public CommandWords Without(string command)
    {
        var rest = All.ToList();
        rest.Remove(command);
        return new CommandWords(rest);
    }

    private IEnumerable<string> Plains(string[] withValue) => All.Where((word, i) =>
        !word.StartsWith(Dashes, StringComparison.Ordinal) && (i == 0 || !withValue.Contains(All[i - 1])));
}
