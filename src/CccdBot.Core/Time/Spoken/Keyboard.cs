using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace CccdBot.Core.Time.Spoken;

/// <summary>What a Vietnamese keyboard would have made of letters typed while it was switched off: "toois", "to61i".</summary>
internal static partial class Keyboard
{
    private const string TelexTones = "sfrxj";

    /// <summary>By the digit typed after the vowel: sharp, falling, hook, tilde, dot.</summary>
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    private static readonly SearchValues<char> AllVowels = SearchValues.Create("aeiouyăâêôơư");
    private static readonly SearchValues<char> ShapedVowels = SearchValues.Create("ăâêôơư");

    /// <summary>The word, or null where these letters are no Telex.</summary>
    public static string? FromTelex(string typed)
    {
        var tone = -1;
        var letters = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            if (i > 0 && TelexTones.IndexOf(typed[i], StringComparison.Ordinal) is >= 0 and var mark && HasVowel(letters))
            {
                tone = mark;
            }
            else
            {
                letters.Append(typed[i]);
            }
        }

        var shaped = Shaped(letters.ToString());
        return Spelling.IsSayable(VietnameseText.Fold(shaped)) ? WithTone(shaped, tone) : null;
    }

    /// <summary>The word, or null where these letters and digits are no VNI.</summary>
    public static string? FromVni(string typed)
    {
        if (!Vni().IsMatch(typed))
        {
            return null;
        }

        var letters = new StringBuilder(typed.Length);
        var tone = -1;
        foreach (var key in typed)
        {
            tone = key is >= '1' and <= '5' ? key - '1' : tone;
            Press(letters, key);
        }

        var word = letters.ToString();
        return Spelling.IsSayable(VietnameseText.Fold(word)) ? WithTone(word, tone) : null;
    }

    /// <summary>A digit between letters: nobody writes an hour or a weekday so.</summary>
    public static bool IsSurelyVni(string typed) => DigitInside().IsMatch(typed) && FromVni(typed) is not null;

    private static bool HasVowel(StringBuilder letters) => letters.ToString().AsSpan().ContainsAny(AllVowels);

    private static string Shaped(string letters) => letters
        .Replace("uow", "ươ", StringComparison.Ordinal).Replace("uwow", "ươ", StringComparison.Ordinal).Replace("uwo", "ươ", StringComparison.Ordinal)
        .Replace("aa", "â", StringComparison.Ordinal).Replace("ee", "ê", StringComparison.Ordinal).Replace("oo", "ô", StringComparison.Ordinal)
        .Replace("dd", "đ", StringComparison.Ordinal).Replace("aw", "ă", StringComparison.Ordinal).Replace("ow", "ơ", StringComparison.Ordinal)
        .Replace("uw", "ư", StringComparison.Ordinal).Replace("w", "ư", StringComparison.Ordinal);

    private static void Press(StringBuilder letters, char key)
    {
        var (from, to) = key switch
        {
            '6' => ("aeo", "âêô"),
            '7' => ("uo", "ươ"),
            '8' => ("a", "ă"),
            '9' => ("d", "đ"),
            _ => ("", ""),
        };
        for (var i = letters.Length - 1; i >= 0 && from.Length > 0; i--)
        {
            if (from.IndexOf(letters[i], StringComparison.Ordinal) is >= 0 and var shape)
            {
                letters[i] = to[shape];
                return;
            }
        }

        if (!char.IsAsciiDigit(key))
        {
            letters.Append(key);
        }
    }

    /// <summary>On the vowel that already has a shape, else on the last but one of an open pair, else on the last.</summary>
    private static string WithTone(string word, int tone)
    {
        if (tone < 0)
        {
            return word;
        }

        var vowels = Vowels().Match(word);
        var at = vowels.Value.AsSpan().LastIndexOfAny(ShapedVowels) is >= 0 and var shaped ? shaped
            : vowels.Length > 1 && vowels.Index + vowels.Length == word.Length ? vowels.Length - 2
            : vowels.Length - 1;
        return VietnameseText.Nfc(word.Insert(vowels.Index + at + 1, Tones[tone].ToString()));
    }

    [GeneratedRegex(@"^\p{L}*(?:[aeiouy]\d+|d9)[\p{L}\d]*$")]
    private static partial Regex Vni();

    [GeneratedRegex(@"\p{L}\d+\p{L}")]
    private static partial Regex DigitInside();

    [GeneratedRegex("(?<=^gi|^qu|^)[aeiouyăâêôơư]+|[aeiouyăâêôơư]+")]
    private static partial Regex Vowels();
}
