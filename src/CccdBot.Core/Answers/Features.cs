namespace CccdBot.Core.Answers;

/// <summary>What two texts can share: words, pairs of words, ideas, and threes of letters for what was mistyped.</summary>
internal static class Features
{
    /// <summary>Threes of letters begin with this, so that those who want whole words only can leave them out.</summary>
    public const char LettersMark = '~';

    private const double Word = 1;
    private const double Pair = 0.6;
    private const double Idea = 1.6;
    private const double Letters = 0.15;

    public static Dictionary<string, double> Of(Wording said)
    {
        var features = new Dictionary<string, double>();
        var telling = said.Words.Where(word => !Lexicon.Filler.Contains(word)).ToList();
        Add(features, telling, Word);
        Add(features, Pairs(said.Words), Pair);
        Add(features, said.Ideas(), Idea);
        Add(features, telling.SelectMany(Threes), Letters);
        return features;
    }

    private static void Add(Dictionary<string, double> features, IEnumerable<string> found, double weight)
    {
        foreach (var feature in found)
        {
            features[feature] = weight;
        }
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<string> words) =>
        words.Zip(words.Skip(1))
            .Where(pair => !Lexicon.Filler.Contains(pair.First) || !Lexicon.Filler.Contains(pair.Second))
            .Select(pair => $"{pair.First} {pair.Second}");

    private static IEnumerable<string> Threes(string word)
    {
        var edged = $"_{word}_";
        return Enumerable.Range(0, edged.Length - 2).Select(i => $"{LettersMark}{edged.AsSpan(i, 3)}");
    }
}
