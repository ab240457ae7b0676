namespace CccdBot.Core.Conversation;

/// <summary>Phone numbers written in pieces, "(091) 234 5678", which would else lend digits to an id number.</summary>
internal sealed class PhonePieces
{
    private const int PersonalNumber = 12;
    private const int Phone = 10;

    private readonly NumberLine line;
    private readonly DigitRuns runs;

    private PhonePieces(NumberLine line, DigitRuns runs) => (this.line, this.runs) = (line, runs);

    /// <summary>Marks them as taken.</summary>
    public static void Take(NumberLine line, DigitRuns runs) => new PhonePieces(line, runs).Take();

    private void Take()
    {
        for (var first = 0; first < line.Count; first++)
        {
            var last = line[first].Digits[0] == '0' && runs.IsFree(first) ? PhoneEnd(first) : -1;
            for (var at = first; at <= last; at++)
            {
                line[at].IsTaken = true;
            }
        }
    }

    private int PhoneEnd(int first)
    {
        var digits = runs.Lead(first, 2);
        var isMobile = LookAlikes.StartsLikeMobile(digits);
        var isLandline = digits.StartsWith("02", StringComparison.Ordinal);
        var landline = isLandline ? PhoneEnd(first, Phone + 1) : -1;
        return landline >= 0 ? landline
            : isMobile || isLandline ? PhoneEnd(first, Phone)
            : -1;
    }

    private int PhoneEnd(int first, int length)
    {
        var last = runs.EndOf(first, line.Count - 1, length);
        return last >= 0 && runs.Inner(first, last) <= GapStrength.LinkingWords && EndsHere(first, last) ? last : -1;
    }

    // A phone ends where a gap at least as strong as those inside it comes, and is not cut out of groups.
    private bool EndsHere(int first, int last)
    {
        var isInOneGroup = runs.GroupStart[first] == runs.GroupStart[last];
        var isAtStart = runs.GroupStart[first] == first;
        if (last == runs.GroupEnd[last] || line[Math.Min(last + 1, line.Count - 1)].IsMeasured)
        {
            return (isInOneGroup || isAtStart)
                && runs.Inner(first, last) <= line.After(last).Strength && !IsPartOfRegularTwelve(first, last);
        }

        return isInOneGroup
            && (!isAtStart || runs.Length(first, runs.GroupEnd[last]) % Phone == 0 || !runs.IsRegular(first, last));
    }

    // "07 92 03 / 00 12 / 34": even pieces go on to twelve digits.
    private bool IsPartOfRegularTwelve(int first, int last)
    {
        var end = runs.EndOf(first, line.Count - 1, PersonalNumber);
        return end > last && end == runs.GroupEnd[end] && !line[end].IsMeasured && line[first].Digits.Length < 4
            && line[first].Digits.Length == line[end].Digits.Length && runs.IsRegular(first, end) && runs.Inner(first, last) == runs.Inner(first, end);
    }
}
