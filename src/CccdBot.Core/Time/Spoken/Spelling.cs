using System.Text.RegularExpressions;

namespace CccdBot.Core.Time.Spoken;

/// <summary>Mends what no Vietnamese mouth could say ("lihc", "Balk") into a word that is waited for.</summary>
internal sealed partial class Spelling
{
    private const int ShortestSwapped = 3;

    /// <summary>Names and short words are left alone; one wrong letter in three could be anything.</summary>
    private const int ShortestGuessed = 4;

    private readonly HashSet<string> _known;
    private readonly Dictionary<string, string> _shortened = [];

    public Spelling(IEnumerable<string> words)
    {
        _known = [.. words];
        foreach (var word in _known.Where(word => word.Length >= ShortestSwapped))
        {
            foreach (var shorter in Shortened(word))
            {
                _shortened.TryAdd(shorter, word);
            }
        }
    }

    /// <summary>May these letters be a syllable?</summary>
    public static bool IsSayable(string bare) => Syllable().IsMatch(bare);

    public Word Mend(Word word)
    {
        if (word.Bare.Length < ShortestSwapped || _known.Contains(word.Bare) || IsSayable(word.Bare) || !word.Bare.All(char.IsAsciiLetter))
        {
            return word;
        }

        var once = new Word(Doubled().Replace(word.Marked, "$1"));
        return Known(once) ?? Known(new Word(word.Marked.Replace('j', 'i'))) ?? Named(Keyboard.FromTelex(word.Marked) ?? Keyboard.FromTelex(once.Marked)) ?? Sayable(once) ?? Known(new Word(Doubled().Replace(word.Bare, "$1"))) ?? Named(Nearest(word.Bare)) ?? word;
    }

    /// <summary>"đăngký": two words in one; null where it is not.</summary>
    public (Word First, Word Second)? Parted(Word word)
    {
        for (var at = 2; at <= word.Marked.Length - 2 && word.Bare.Length == word.Marked.Length; at++)
        {
            if (_known.Contains(word.Bare[..at]) && _known.Contains(word.Bare[at..]))
            {
                return (new Word(word.Marked[..at]), new Word(word.Marked[at..]));
            }
        }

        return null;
    }

    public bool IsUnknown(Word word) => !_known.Contains(word.Bare) && !IsSayable(word.Bare);

    private Word? Known(Word word) => _known.Contains(word.Bare) ? word : null;

    private static Word? Named(string? marked) => marked is null ? null : new Word(marked);

    private static Word? Sayable(Word word) => IsSayable(word.Bare) ? word : null;

    private string? Nearest(string bare) => Swapped(bare).FirstOrDefault(_known.Contains)
        ?? Shortened(bare).Skip(1).FirstOrDefault(shorter => shorter.Length >= ShortestSwapped && _known.Contains(shorter))
        ?? (_shortened.GetValueOrDefault(bare) is { } longer && longer[0] == bare[0] ? longer : null)
        ?? (bare.Length < ShortestGuessed ? null : Shortened(bare).Select(shorter => _shortened.GetValueOrDefault(shorter)).FirstOrDefault(near => near?.Length == bare.Length && near[0] == bare[0]));

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    internal static IEnumerable<string> Swapped(string word) =>
        Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(i => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");

    [GeneratedRegex("^(b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph|qu|r|s|th?|tr|v|x)?((a|e|i|o|u|y|ie|ye|oa|oe|uo|ua|ue|uy|uye|oo)(ch?|m|ng?|nh|p|t)?|ai|ao|au|ay|eo|eu|ia|iu|ieu|yeu|oi|oai|oay|oao|oeo|ui|uoi|uou|uay|uyu|uya|uu|ya)$")]
    private static partial Regex Syllable();

    [GeneratedRegex(@"(\p{L})\1+")]
    private static partial Regex Doubled();
}
