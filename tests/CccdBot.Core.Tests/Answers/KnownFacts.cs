using System.Globalization;

namespace CccdBot.Core.Tests.Answers;

/// <summary>Copied from the list of facts that is kept outside this repository: which rows there are, when they held, and how sure they are.</summary>
internal static class KnownFacts
{
    private const string Name = "facts.tsv";

    public static IReadOnlyDictionary<string, KnownFact> ById { get; } =
        Lines().Skip(1).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => new KnownFact(cells[0], Day(cells[1]), LastDay(cells[2]), cells[3]));

    private static string[] Lines()
    {
        using var reader = new StreamReader(typeof(KnownFacts).Assembly.GetManifestResourceStream(Name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly LastDay(string cell) => cell.Length == 0 ? DateOnly.MaxValue : Day(cell);
}

/// <param name="Confidence">"high": asserted. "medium": only beside the officer's word. "low": never.</param>
internal sealed record KnownFact(string Id, DateOnly From, DateOnly To, string Confidence);
