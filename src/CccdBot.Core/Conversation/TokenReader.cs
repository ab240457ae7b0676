using System.Globalization;
using System.Text;

namespace CccdBot.Core.Conversation;

/// <summary>Cuts a text into words and numbers in one pass.</summary>
internal static class TokenReader
{
    // No word that matters here is longer; a longer one is kept as an unknown word.
    private const int LongestWord = 16;
    private const string UnknownWord = "?";

    public static List<NumberToken> Read(string text)
    {
        var tokens = new List<NumberToken>();
        for (var at = 0; at < text.Length;)
        {
            if (DigitAt(text, at, inside: false) >= 0)
            {
                tokens.Add(ReadNumber(text, ref at));
            }
            else if (IsLetterAt(text, at))
            {
                tokens.Add(ReadWord(text, ref at));
            }
            else
            {
                at += LengthAt(text, at);
            }
        }

        return tokens;
    }

    private static NumberToken ReadNumber(string text, ref int at)
    {
        var start = at;
        var digits = new StringBuilder();
        for (var digit = DigitAt(text, at, inside: false); digit >= 0; digit = DigitAt(text, at, inside: true))
        {
            digits.Append((char)('0' + digit));
            at += LengthAt(text, at);
        }

        return new NumberToken(start, digits.ToString(), "") { End = at };
    }

    // Digits of any script, circled and raised ones too; and the letter O typed for a zero beside real digits.
    private static int DigitAt(string text, int at, bool inside)
    {
        if (at >= text.Length)
        {
            return -1;
        }

        if (text[at] is 'o' or 'O')
        {
            return IsZeroLetter(text, at, inside) ? 0 : -1;
        }

        return text[at] < 128 ? (char.IsAsciiDigit(text[at]) ? text[at] - '0' : -1) : CharUnicodeInfo.GetDigitValue(text, at);
    }

    private static bool IsZeroLetter(string text, int at, bool inside)
    {
        var isLast = at + 1 == text.Length;
        var followsDigit = !isLast && char.IsDigit(text[at + 1]);
        return inside ? isLast || followsDigit || text[at + 1] is 'o' or 'O' || !char.IsLetter(text[at + 1]) : followsDigit;
    }

    private static NumberToken ReadWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (IsLetterAt(text, at) || IsMarkAt(text, at)))
        {
            at += LengthAt(text, at);
        }

        var word = at - start <= LongestWord
            ? text[start..at].Normalize(NormalizationForm.FormC).ToLowerInvariant()
            : UnknownWord;
        return new NumberToken(start, "", word) { End = at };
    }

    private static bool IsLetterAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetter(rune);

    // Diacritics typed as separate characters.
    private static bool IsMarkAt(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark;

    private static int LengthAt(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
}
