using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Time;

namespace CccdBot.Core.Answers;

/// <summary>What was said, put into the words of the book: no marks, no short forms, ages and other ideas spelled out.</summary>
internal sealed partial class Wording
{
    /// <summary>Pupils of class 8 are 13 years old.</summary>
    private const int LastClassOfChildren = 8;

    private const string Stop = ".";

    private static readonly string[] Numerals =
        ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

    private Wording(string[] words)
    {
        Words = words;
        Line = $" {string.Join(' ', words)} ";
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>All words between single spaces, so that " the " finds a whole word.</summary>
    public string Line { get; }

    public static Wording Of(string text, Speller? speller = null)
    {
        var spoken = Tokens(VietnameseText.Nfc(text).ToLowerInvariant())
            .Select(word => VietnameseText.Fold(Lexicon.Spoken.GetValueOrDefault(word, word)));
        var mended = Tokens(string.Join(' ', spoken)).Select(word => InFull(word, speller));
        var line = string.Join(' ', mended);
        return new Wording(OtherSense().Replace(line, Sense).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The ideas behind the words, such as "=fee", besides the words themselves.</summary>
    public IEnumerable<string> Ideas()
    {
        for (var start = 0; start < Words.Count; start++)
        {
            foreach (var (phrase, ideas) in Answers.Ideas.StartingWith(Words[start]))
            {
                if (Says(phrase, start))
                {
                    foreach (var idea in ideas)
                    {
                        yield return idea;
                    }
                }
            }
        }

        yield return Subject();

        foreach (Match age in Age().Matches(Line))
        {
            yield return AgeGroup(age);
        }
    }

    public bool Says(IEnumerable<string> phrases) =>
        phrases.Any(phrase => Line.Contains($" {phrase} ", StringComparison.Ordinal));

    /// <summary>The bare syllables of a text, short forms and all.</summary>
    public static IEnumerable<string> Syllables(string text) => Tokens(VietnameseText.Fold(text));

    /// <summary>What is not named tells as much as what is: a question without VNeID is seldom about it.</summary>
    private string Subject() => (Says(Signs.CardNames), Says(Signs.VneidNames)) switch
    {
        (true, true) => "=both",
        (true, false) => "=card-only",
        (false, true) => "=vneid-only",
        _ => "=unnamed",
    };

    private bool Says(string[] phrase, int start) =>
        start + phrase.Length <= Words.Count && !phrase.Where((word, i) => Words[start + i] != word).Any();

    private static IEnumerable<string> Tokens(string text) =>
        Token().Matches(text).Select(match => char.IsLetterOrDigit(match.Value[0]) ? match.Value : Stop);

    private static string InFull(string word, Speller? speller)
    {
        var known = Lexicon.Short.GetValueOrDefault(word)
            ?? Weekday().Replace(YearsOld().Replace(word, "$1 tuoi"), "thu $1");
        return known == word ? speller?.Mend(word) ?? word : known;
    }

    private static string Sense(Match match) => match.Value switch
    {
        "the nao" => "sao",
        "nhu the" or "the a" or "the thi" => "vay",
        _ => "mat khau",
    };

    private static string AgeGroup(Match age)
    {
        var years = Number(age.Groups["n"].Value);
        if (age.Groups["class"].Success)
        {
            return years <= LastClassOfChildren ? "=child" : "=adult";
        }

        return years < 6 || age.Groups["months"].Success ? "=baby" : years < 14 ? "=child" : "=adult";
    }

    private static int Number(string written) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out var number)
            ? number
            : written.Split(' ').Sum(word => Array.IndexOf(Numerals, word));

    /// <summary>The end of a sentence stays a word of its own: no phrase reaches across it.</summary>
    [GeneratedRegex(@"[\p{L}\p{Nd}\p{Mn}]+|[.?!;]+(?=\s|$)")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(\d{1,2})(?:t|tuoi)$")]
    private static partial Regex YearsOld();

    [GeneratedRegex("^t([2-7])$")]
    private static partial Regex Weekday();

    /// <summary>"the" is both "thẻ" and "thế", and "mk" both "mình" and "mật khẩu".</summary>
    [GeneratedRegex(@"\bthe nao\b|\bnhu the\b|\bthe (?:a|thi)\b|(?<=\b(?:quen|nhap|nhap sai|lay lai) )minh\b")]
    private static partial Regex OtherSense();

    [GeneratedRegex(@"(?<= )(?<class>lop )?(?<n>\d{1,2}|(?:muoi )?(?:mot|hai|ba|bon|nam|sau|bay|tam|chin)|muoi)(?(class)(?= )|(?<months> thang)? tuoi(?= ))")]
    private static partial Regex Age();
}
