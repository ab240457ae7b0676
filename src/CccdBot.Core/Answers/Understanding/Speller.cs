using System.Text.RegularExpressions;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>Mends words no Vietnamese mouth could say ("moiws", "đnag") into ones the book knows.</summary>
internal sealed partial class Speller
{
    private const int ShortestMended = 3;
    private const int HeardOften = 4;

    private readonly Dictionary<string, int> _known;
    private readonly Dictionary<string, string> _nearby;

    /// <param name="trusted">Words that are spelled right.</param>
    /// <param name="heard">Words as people typed them: a word no mouth can say counts only when several did.</param>
    public Speller(IEnumerable<string> trusted, IEnumerable<string> heard)
    {
        _known = heard.CountBy(word => word).Where(word => word.Value >= HeardOften || IsSayable(word.Key)).ToDictionary();
        _nearby = [];
        foreach (var word in trusted)
        {
            _known.TryAdd(word, 1);
        }

        foreach (var (word, _) in _known.OrderBy(word => word.Value).Where(word => word.Key.Length >= ShortestMended))
        {
            foreach (var shorter in Shortened(word))
            {
                _nearby[shorter] = word;
            }
        }
    }

    private Speller(Dictionary<string, int> known, Dictionary<string, string> nearby) => (_known, _nearby) = (known, nearby);

    public static Speller Read(BinaryReader from)
    {
        var known = new Dictionary<string, int>();
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            known.Add(from.ReadString(), from.ReadInt32());
        }

        var nearby = new Dictionary<string, string>();
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            nearby.Add(from.ReadString(), from.ReadString());
        }

        return new Speller(known, nearby);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_known.Count);
        foreach (var (word, times) in _known)
        {
            to.Write(word);
            to.Write(times);
        }

        to.Write(_nearby.Count);
        foreach (var (shorter, word) in _nearby)
        {
            to.Write(shorter);
            to.Write(word);
        }
    }

    public string Mend(string word)
    {
        if (word.Length < ShortestMended || _known.ContainsKey(word) || IsSayable(word))
        {
            return word;
        }

        if (!word.All(char.IsAsciiLetter))
        {
            return VniKeys().IsMatch(word) && Digits().Replace(word, "") is var bare && IsSayable(bare) ? bare : word;
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

    /// <summary>Marks typed as digits in an input without VNI: "d9o63i" is "đổi".</summary>
    [GeneratedRegex("^[a-z]+[1-9][a-z1-9]*$")]
    private static partial Regex VniKeys();

    [GeneratedRegex("[1-9]")]
    private static partial Regex Digits();

    [GeneratedRegex("[sfrxjw]")]
    private static partial Regex TelexKeys();

    [GeneratedRegex(@"(\w)\1+")]
    private static partial Regex Doubled();
}
