namespace CccdBot.Core.Conversation;

/// <summary>The numbers of a text seen as pieces of longer ones.</summary>
internal sealed class DigitRuns
{
    private readonly NumberLine line;

    // Digits before each number, so that a length costs two look-ups however many pieces there are.
    private readonly int[] totals;

    public DigitRuns(NumberLine line)
    {
        this.line = line;
        totals = new int[line.Count + 1];
        GroupStart = new int[line.Count];
        GroupEnd = new int[line.Count];
        for (var at = 0; at < line.Count; at++)
        {
            totals[at + 1] = totals[at] + line[at].Digits.Length;
        }
    }

    /// <summary>For each number, the first one of its group.</summary>
    public int[] GroupStart { get; }

    /// <summary>For each number, the last one of its group.</summary>
    public int[] GroupEnd { get; }

    // A group is written in one breath: same script, the same mark between, a stronger gap at both ends.
    public void FormGroups()
    {
        for (var at = 0; at < line.Count; at++)
        {
            GroupStart[at] = at > 0 && IsSameGroup(at) ? GroupStart[at - 1] : at;
        }

        for (var at = line.Count - 1; at >= 0; at--)
        {
            GroupEnd[at] = at + 1 < line.Count && GroupStart[at + 1] == GroupStart[at] ? GroupEnd[at + 1] : at;
        }
    }

    private bool IsSameGroup(int at)
    {
        var gap = line.Before(at).Strength;
        return IsFree(at) && IsFree(at - 1) && line[at].IsSpelled == line[at - 1].IsSpelled && gap <= GapStrength.Marks
            && gap <= Neighbour(line.Before(at - 1).Strength, gap) && gap <= Neighbour(line.After(at).Strength, gap);
    }

    // Only a gap between digits of one number can be weaker; words and ends are not compared.
    private static GapStrength Neighbour(GapStrength strength, GapStrength own) =>
        strength <= GapStrength.Marks ? strength : own;

    // Days of a month, seats, 001 002 003: numbers in rising order are a list.
    public bool IsList(int first, int last)
    {
        if (last - first < 2)
        {
            return false;
        }

        var pairs = Enumerable.Range(first, last - first).ToList();
        var rises = pairs.TrueForAll(at => line[at + 1].Value > line[at].Value && line[at + 1].Digits.Length <= 2);
        return rises || pairs.TrueForAll(at => line[at + 1].Value == line[at].Value + 1);
    }

    public bool IsRegular(int first, int last)
    {
        for (var at = first + 1; at <= last; at++)
        {
            if (line[at].Digits.Length != line[first].Digits.Length)
            {
                return false;
            }
        }

        return true;
    }

    public bool IsFree(int number) => !line[number].IsTaken;

    public GapStrength Inner(int first, int last)
    {
        var strongest = GapStrength.OneMark;
        for (var at = first; at < last; at++)
        {
            strongest = line.After(at).Strength > strongest ? line.After(at).Strength : strongest;
        }

        return strongest;
    }

    public int Length(int first, int last) => totals[last + 1] - totals[first];

    // The number that completes exactly so many digits, or -1.
    public int EndOf(int first, int limit, int length)
    {
        for (var at = first; at <= limit && IsFree(at); at++)
        {
            length -= line[at].Digits.Length;
            if (length <= 0 || line.After(at).Strength == GapStrength.Break)
            {
                return length == 0 ? at : -1;
            }
        }

        return -1;
    }

    /// <summary>The first so many digits from one number on, over the gaps.</summary>
    public string Lead(int first, int count)
    {
        var lead = line[first].Digits;
        for (var at = first + 1; lead.Length < count && at < line.Count; at++)
        {
            lead += line[at].Digits;
        }

        return lead;
    }
}
