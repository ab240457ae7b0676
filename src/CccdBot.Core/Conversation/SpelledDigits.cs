using System.Collections.Frozen;

namespace CccdBot.Core.Conversation;

/// <summary>Numbers said in words, "không bảy chín hai lẻ ba", turned into digits.</summary>
internal static class SpelledDigits
{
    private static readonly FrozenDictionary<string, char> Words = new Dictionary<string, char>
    {
        ["không"] = '0', ["khong"] = '0', ["hông"] = '0', ["zero"] = '0',
        ["một"] = '1', ["mot"] = '1', ["mốt"] = '1', ["hai"] = '2', ["ba"] = '3',
        ["bốn"] = '4', ["bon"] = '4', ["tư"] = '4', ["tu"] = '4',
        ["năm"] = '5', ["nam"] = '5', ["lăm"] = '5', ["lam"] = '5', ["nhăm"] = '5', ["nham"] = '5',
        ["sáu"] = '6', ["sau"] = '6', ["bảy"] = '7', ["bẩy"] = '7', ["bay"] = '7',
        ["tám"] = '8', ["tam"] = '8', ["chín"] = '9', ["chin"] = '9',
    }.ToFrozenDictionary();

    // Also everyday words (after, male, I do, fly...): digits only beside another spelled digit.
    private static readonly FrozenSet<string> Everyday =
        new[] { "sau", "nam", "tu", "tam", "lam", "nham", "bay", "hông" }.ToFrozenSet();

    /// <summary>Returns the tokens with spelled digits as numbers; "mươi" and "trăm" melt into their neighbours.</summary>
    public static List<NumberToken> Read(List<NumberToken> tokens)
    {
        var read = new List<NumberToken>(tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
        {
            var digits = DigitsAt(tokens, at);
            if (digits is null)
            {
                read.Add(tokens[at]);
            }
            else if (digits.Length > 0)
            {
                read.Add(new NumberToken(tokens[at].Start, digits, tokens[at].Exact) { End = tokens[at].End });
            }
            else
            {
                read[^1].End = tokens[at].End;
            }
        }

        return read;
    }

    // null: not a digit word; empty: said, but no digit of its own ("hai mươi ba" is 2 3).
    private static string? DigitsAt(List<NumberToken> tokens, int at)
    {
        var word = tokens[at].Exact;
        if (word.Length == 0)
        {
            return null;
        }

        return IsTen(tokens, at) ? Ten(tokens, at)
            : word is "trăm" or "tram" && IsDigit(tokens, at - 1) ? Hundred(tokens, at)
            : word is "lẻ" or "le" or "linh" && FollowsSpelled(tokens, at) && IsDigit(tokens, at + 1) ? "0"
            : IsDigit(tokens, at) ? Words[word].ToString()
            : null;
    }

    private static string? Ten(List<NumberToken> tokens, int at)
    {
        var hasUnit = IsDigit(tokens, at + 1) && !IsTen(tokens, at + 2);
        var isTwentyOrMore = IsDigit(tokens, at - 1) && tokens[at].Exact != "mười";
        return (isTwentyOrMore, hasUnit) switch
        {
            (true, true) => "",
            (true, false) => "0",
            (false, true) => "1",
            _ => "10",
        };
    }

    private static string Hundred(List<NumberToken> tokens, int at) =>
        IsDigit(tokens, at + 1) || IsTen(tokens, at + 1) || WordAt(tokens, at + 1) is "lẻ" or "le" or "linh" ? "" : "00";

    private static bool FollowsSpelled(List<NumberToken> tokens, int at) =>
        IsDigit(tokens, at - 1) || WordAt(tokens, at - 1) is "trăm" or "tram";

    private static bool IsDigit(List<NumberToken> tokens, int at)
    {
        var word = WordAt(tokens, at);
        return Words.ContainsKey(word) && !IsYearWord(tokens, at)
            && (!Everyday.Contains(word) || IsDigitWord(tokens, at - 1) || IsDigitWord(tokens, at + 1));
    }

    // "năm 1966": the year, not a five.
    private static bool IsYearWord(List<NumberToken> tokens, int at) =>
        tokens[at].Plain == "nam" && at + 1 < tokens.Count && tokens[at + 1].Value is >= 1900 and <= 2100;

    private static bool IsDigitWord(List<NumberToken> tokens, int at) =>
        Words.ContainsKey(WordAt(tokens, at)) || IsTen(tokens, at) || WordAt(tokens, at) is "lẻ" or "le" or "linh" or "trăm";

    private static bool IsTen(List<NumberToken> tokens, int at) => WordAt(tokens, at) is "mười" or "mươi" or "muoi" or "chục";

    private static string WordAt(List<NumberToken> tokens, int at) =>
        at >= 0 && at < tokens.Count ? tokens[at].Exact : "";
}
