using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Time;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>What was said, put into the words of the book: no marks, no short forms, no typing slips.</summary>
/// <remarks>Marks are taken off first and for good: who types without them is understood exactly as who types with them.</remarks>
internal sealed partial class Wording
{
    /// <summary>The end of a sentence stays a word of its own: no phrase reaches across it.</summary>
    public const string Stop = ".";

    private const string Unnamed = "=unnamed";

    /// <summary>Pupils of class 8 are 13 years old.</summary>
    private const int LastClassOfChildren = 8;

    /// <summary>"Thẻ căn cước".</summary>
    private const int LongestName = 3;

    /// <summary>The last words of all that <see cref="Courtesy"/> takes away.</summary>
    private static readonly HashSet<string> CourtesyEnds =
        [.. ". a nhe nha nghen hen vay voi giup gium dum em ad admin oi on bo anh chi nhieu rat".Split(' ')];

    private static readonly string[] AgeWords = ["tuoi", "lop"];

    private static readonly string[] Numerals =
        ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

    private Wording(List<string> words)
    {
        Words = words;
        Line = $" {string.Join(' ', words)} ";
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>All words between single spaces, so that " the " finds a whole word.</summary>
    public string Line { get; }

    public static Wording Of(string text, Speller? speller = null)
    {
        var typed = Syllables(text).SelectMany(word => InFull(word, speller)).ToList();
        return new Wording(WithoutCourtesy(Lexicon.Phrases.Replace(typed)));
    }

    /// <summary>"Căn cước" alone: a thing is named, but nothing is asked about it.</summary>
    public bool NamesOnly => Words.Count <= LongestName && OfKinds.Where(word => !Lexicon.Filler.Contains(word)).All(word => Kinds.IsCard(word) || word == Kinds.App);

    /// <summary>The same words, those that can stand in for each other replaced by their kind.</summary>
    public IReadOnlyList<string> OfKinds => field ??= [.. Kinds.Table.Replace(Words).Select(Kinds.OfNumber)];

    /// <summary>The ideas behind the words, such as "=fee", besides the words themselves.</summary>
    public IEnumerable<string> Ideas()
    {
        return Understanding.Ideas.Table.MeaningsIn(Words)
            .Concat(Elsewhere)
            .Concat(Elsewhere.Count > 0 ? ["=elsewhere", $"=elsewhere{Subject}"] : [])
            .Append(Subject)
            .Concat(Says(AgeWords) ? Age().Matches(Line).Select(AgeGroup) : []);
    }

    /// <summary>Somebody of the family or the village is named.</summary>
    public bool NamesSomeone => OfKinds.Any(Kinds.IsPerson);

    /// <summary>Another office's matter is named, and nothing of ours.</summary>
    public bool IsElsewhere => Elsewhere.Count > 0 && Subject == Unnamed;

    public bool Says(IEnumerable<string> phrases) =>
        phrases.Any(phrase => Line.Contains($" {phrase} ", StringComparison.Ordinal));

    /// <summary>The bare syllables of a text, short forms and all.</summary>
    public static IEnumerable<string> Syllables(string text) =>
        Token().Matches(VietnameseText.Fold(text)).Select(match => char.IsLetterOrDigit(match.Value[0]) ? match.Value : Stop);

    /// <summary>"... giúp em với ạ, em cảm ơn": how politely it ends does not change what is asked.</summary>
    private static List<string> WithoutCourtesy(List<string> words)
    {
        if (words.Count == 0 || !CourtesyEnds.Contains(words[^1]))
        {
            return words;
        }

        var line = $" {string.Join(' ', words)}";
        var asked = Courtesy().Replace(line, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return asked.TrueForAll(Lexicon.Filler.Contains) ? words : asked;
    }

    private List<string> Elsewhere => field ??= [.. Understanding.Ideas.Elsewhere.MeaningsIn(Words)];

    /// <summary>What is not named tells as much as what is: a question without VNeID is seldom about it.</summary>
    private string Subject => field ??= (OfKinds.Any(Kinds.IsCard), OfKinds.Contains(Kinds.App)) switch
    {
        (true, true) => "=both",
        (true, false) => "=card-only",
        (false, true) => "=vneid-only",
        _ => Unnamed,
    };

    private static string[] InFull(string word, Speller? speller)
    {
        if (Lexicon.Short.GetValueOrDefault(word) is { } inFull)
        {
            return inFull.Split(' ');
        }

        var spelled = word.Any(char.IsAsciiDigit)
            ? Numbered().Replace(Weekday().Replace(YearsOld().Replace(word, "$1 tuoi"), "thu $1"), "$1 $2")
            : word;
        return spelled == word ? [speller?.Mend(word) ?? word] : spelled.Split(' ');
    }

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

    [GeneratedRegex(@"[\p{L}\p{Nd}\p{Mn}]+|[.?!;]+(?=\s|$)")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?: (?:\.|a|nhe|nha|nghen|hen|vay|voi|giup|gium|dum|em|ad|admin|(?:(?:ad|anh|chi|co|chu|bac|em|can bo|bot) )+oi|(?:em |toi |xin |chan thanh )*cam on(?: can bo| anh| chi| ad| em| nhieu| rat)*))+$")]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"^(\d{1,2})(?:t|tuoi)$")]
    private static partial Regex YearsOld();

    [GeneratedRegex("^t([2-7])$")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^(muc|lop|thu|cap|so|thon|buon|lang|thang|ngay)(\d{1,2})$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<= )(?<class>lop )?(?<n>\d{1,2}|(?:muoi )?(?:mot|hai|ba|bon|nam|sau|bay|tam|chin)|muoi)(?(class)(?= )|(?<months> thang)? tuoi(?= ))")]
    private static partial Regex Age();
}
