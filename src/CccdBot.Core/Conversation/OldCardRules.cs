namespace CccdBot.Core.Conversation;

/// <summary>Whether nine digits are an old CMND number: nine digits alone say little, the words around decide.</summary>
internal static class OldCardRules
{
    public static bool IsOldCard(NumberLine line, int first, int last)
    {
        // "làm cmnd hết 129.000.000 đồng": a unit of money right after is stronger than any word before.
        if (line[first].IsTaken || line.IsFollowedByMoney(last))
        {
            return false;
        }

        return line.HintAround(first, last) switch
        {
            Hint.IdNumber => true,
            Hint.SomethingElse => false,
            Hint.JustNumber => !LooksLikeMoney(line, last),
            _ => !LooksLikeMoney(line, last) && IsBareOldCard(line, first, last),
        };
    }

    // Prices are round; a number that ends in 000 by chance is one in a thousand.
    private static bool LooksLikeMoney(NumberLine line, int last) => line[last].Digits.EndsWith("000", StringComparison.Ordinal);

    // Named by no word at all. When in doubt hide it: a hidden order number is typed again, a stored id number is not
    // unstored. Not in doubt: 4-9 at the start (a mobile number without its 0), letters glued on (parcel codes),
    // 3-3-3 with dots or commas (money), and spelled digits (counting).
    private static bool IsBareOldCard(NumberLine line, int first, int last) =>
        line[first].Digits[0] is >= '0' and <= '3' && !line[first].IsSpelled
        && (first == last ? !line.TouchesLetter(first) : IsInThrees(line, first, last) && line.After(first).Sign is "" or "-");

    private static bool IsInThrees(NumberLine line, int first, int last) =>
        last == first + 2 && line[first].Digits.Length == 3 && line[last].Digits.Length == 3;
}
