namespace CccdBot.Core.Tests.Answers;

/// <summary>Questions the book has not learned, each with the topic it is about.</summary>
internal static class HeldOut
{
    private const string Name = "held-out.tsv";

    public static IReadOnlyList<(string Topic, string Question)> Questions { get; } = [.. Lines().Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];

    private static string[] Lines()
    {
        using var reader = new StreamReader(typeof(HeldOut).Assembly.GetManifestResourceStream(Name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
