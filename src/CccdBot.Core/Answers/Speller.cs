using System.Text.RegularExpressions;

namespace CccdBot.Core.Answers;

/// <summary>Mends words no Vietnamese mouth could say ("moiws", "đnag") into ones the book knows.</summary>
internal sealed partial class Speller
{
    private const int ShortestMended = 3;

    private readonly Dictionary<string, int> _known;
    private readonly Dictionary<string, string> _nearby = [];

    public Speller(IEnumerable<string> words)
    {
        _known = words.CountBy(word => word).ToDictionary();
        foreach (var (word, _) in _known.OrderBy(word => word.Value).Where(word => word.Key.Length >= ShortestMended))
        {
            foreach (var shorter in Shortened(word))
            {
                _nearby[shorter] = word;
            }
        }
    }

    public string Mend(string word)
    {
        if (word.Length < ShortestMended || _known.ContainsKey(word) || IsSayable(word) || !word.All(char.IsAsciiLetter))
        {
            return word;
        }

        var untyped = Doubled().Replace(word[0] + TelexKeys().Replace(word[1..], ""), "$1");
        return IsSayable(untyped) ? untyped : Nearest(word) ?? Nearest(untyped) ?? word;
    }

    internal static bool IsSayable(string word) => Syllable().IsMatch(word);

    private string? Nearest(string word) => Swapped(word).FirstOrDefault(_known.ContainsKey)
        ?? _nearby.GetValueOrDefault(word)
        ?? Shortened(word).FirstOrDefault(_known.ContainsKey)
        ?? Shortened(word).Select(shorter => _nearby.GetValueOrDefault(shorter)).FirstOrDefault(near => near is not null);

    private static IEnumerable<string> Shortened(string word) =>
        Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    private static IEnumerable<string> Swapped(string word) =>
        Enumerable.Range(0, word.Length - 1).Select(i => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");

    [GeneratedRegex("^(b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph|qu|r|s|th?|tr|v|x)?(a[iouy]?|e[ou]?|i(a|eu?|u)?|o(a[ioy]?|eo?|i|o)?|u(a|ay|e|i|oi?|ou|u|y|ya|ye|yu)?|y(eu?)?)(ch?|m|ng?|nh|p|t)?$")]
    private static partial Regex Syllable();

    [GeneratedRegex("[sfrxjw]")]
    private static partial Regex TelexKeys();

    [GeneratedRegex(@"(\w)\1+")]
    private static partial Regex Doubled();
}
