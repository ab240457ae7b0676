using System.Globalization;
using System.Text.RegularExpressions;

namespace CccdBot.Core.Time.Spoken;

/// <summary>A message word by word: shorthand written out, the keyboard's and the finger's slips mended, words that mean two things settled.</summary>
/// <remarks>The text is lower case without marks; what has been settled stands in capitals: "toi mai" is "EVENING D1".</remarks>
public sealed partial class Sentence
{
    /// <summary>Longer messages are cut: nobody books with a letter.</summary>
    private const int Longest = 1000;

    private Sentence(IReadOnlyList<Word> words) => Text = $" {string.Join(' ', Senses.Settle(words))} ";

    /// <summary>Words with one blank between them, a blank before and after.</summary>
    internal string Text { get; }

    /// <param name="also">Words waited for besides those of every day, such as the names of the villages.</param>
    public static Sentence Read(string text, Vocabulary also)
    {
        var chunks = Chunk().Matches(VietnameseText.Nfc(text.Length > Longest ? text[..Longest] : text).ToLowerInvariant());
        var isVni = chunks.Any(chunk => Keyboard.IsSurelyVni(chunk.Value));
        return new Sentence([.. chunks.SelectMany(chunk => WordsIn(chunk.Value, isVni)).SelectMany(word => Meant(word, also.Spelling))]);
    }

    private static IEnumerable<string> WordsIn(string chunk, bool isVni)
    {
        if (isVni && Keyboard.FromVni(chunk) is { } word)
        {
            return [word];
        }

        if (DayAndMonth().Match(chunk) is { Success: true } date)
        {
            return [date.Groups[1].Value, "thang", date.Groups[2].Value];
        }

        if (Dotted().Match(chunk) is { Success: true } dotted)
        {
            var (first, second) = (dotted.Groups[1].Value, dotted.Groups[2].Value);
            return int.Parse(second, CultureInfo.InvariantCulture) is >= 1 and <= 12 ? [first, "/", second] : [first, ":", second];
        }

        return chunk.EndsWith('>') ? [chunk] : Piece().Matches(chunk).Select(piece => piece.Value);
    }

    private static IEnumerable<Word> Meant(string typed, Spelling spelling)
    {
        var word = new Word(typed is "->" or "=>" or "-->" ? "sang" : typed);
        if (!char.IsLetter(word.Marked[0]))
        {
            return [word with { Bare = Punctuation(typed) }];
        }

        if (Shorthand.Expand(word) is { } plain)
        {
            return plain.Split(' ').Select(part => new Word(part));
        }

        return spelling.IsUnknown(word) && spelling.Parted(word) is var (first, second) ? [first, second] : [spelling.Mend(word)];
    }

    /// <summary>A stop between figures ("19.30") is part of them; every other one ends a clause.</summary>
    private static string Punctuation(string typed) => typed is "." or "\n" or "…" ? ";" : typed;

    [GeneratedRegex(@"\d+(?:[./:\-]\d+)+|[\p{L}\p{M}\d]+(?:['’ʼ`][\p{L}\p{M}]+)*|[-=]+>|[,.;:?!/\n()+&\-~…]")]
    private static partial Regex Chunk();

    [GeneratedRegex(@"^(\d{1,2})t(\d{1,2})$")]
    private static partial Regex DayAndMonth();

    /// <summary>"28.11" is a day, "19.30" an hour.</summary>
    [GeneratedRegex(@"^([1-9]|[0-2][0-9]|3[01])\.([0-5]?[0-9])$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\d+|[\p{L}\p{M}'’ʼ`]+|[^\p{L}\p{M}\d]")]
    private static partial Regex Piece();
}
