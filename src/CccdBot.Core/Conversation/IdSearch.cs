namespace CccdBot.Core.Conversation;

/// <summary>Finds the id numbers among the numbers of a text, surest readings first.</summary>
internal sealed class IdSearch
{
    private const int PersonalNumber = 12;
    private const int OldCardNumber = 9;
    private const int Phone = 10;

    private readonly NumberLine line;
    private readonly DigitRuns runs;
    private readonly List<(int Start, int End)> found = [];

    private IdSearch(NumberLine line)
    {
        this.line = line;
        runs = new DigitRuns(line);
    }

    /// <summary>Returns where id numbers stand in the text, in order.</summary>
    public static List<(int Start, int End)> Find(NumberLine line)
    {
        var search = new IdSearch(line);
        search.FindUnbroken();
        search.runs.FormGroups();
        search.ForEachGroup(search.FindWholeGroup);
        PhonePieces.Take(line, search.runs);
        search.FindScattered();
        search.FindOldCards();
        search.found.Sort();
        return search.found;
    }

    private void FindUnbroken()
    {
        for (var at = 0; at < line.Count; at++)
        {
            if (line[at].Digits.Length == PersonalNumber && !line[at].IsTaken && IsPersonalNumber(at, at))
            {
                Hide(at, at);
            }
        }
    }

    private void ForEachGroup(Action<int, int> look)
    {
        for (var first = 0; first < line.Count; first = runs.GroupEnd[first] + 1)
        {
            if (runs.IsFree(first))
            {
                look(first, runs.GroupEnd[first]);
            }
        }
    }

    private void FindWholeGroup(int first, int last)
    {
        if (runs.Length(first, last) % PersonalNumber != 0)
        {
            return;
        }

        for (var start = first; start <= last;)
        {
            var end = runs.EndOf(start, last, PersonalNumber);
            if (end < 0)
            {
                return;
            }

            if (IsPersonalNumber(start, end) && IsWholeNumber(start, end))
            {
                Hide(start, end);
            }

            start = end + 1;
        }
    }

    private bool IsWholeNumber(int first, int last) =>
        !runs.IsList(first, last) && !IsPhoneAndMore(first, last)
        && (!HasOrderNumber(first, last) || line.HintAround(first, last) == Hint.IdNumber);

    // "0912 345 678 17 Lê Lợi": twelve digits, but nobody groups an id number 4-3-3-2. Glued by dots it can be nothing else.
    private bool IsPhoneAndMore(int first, int last)
    {
        var ten = runs.EndOf(first, last, Phone);
        if (ten < 0 || !LookAlikes.StartsLikeMobile(runs.Lead(first, 2)) || !string.IsNullOrWhiteSpace(line.After(first).Marks))
        {
            return false;
        }

        return (!runs.IsRegular(first, last) || line[last].IsMeasured) && line.HintAround(first, last) != Hint.IdNumber;
    }

    private void FindScattered()
    {
        for (var first = 0; first < line.Count; first++)
        {
            var last = runs.IsFree(first) && line[first].Digits[0] == '0' ? runs.EndOf(first, line.Count - 1, PersonalNumber) : -1;
            if (last > first && IsPersonalNumber(first, last) && IsPlausible(first, last))
            {
                Hide(first, last);
                first = last;
            }
        }
    }

    private bool IsPlausible(int first, int last) =>
        !runs.IsList(first, last)
        && (line.HintAround(first, last) == Hint.IdNumber || (!IsCutOutOfLongerNumber(first, last) && !HasOrderNumber(first, last)))
        && (runs.Inner(first, last) < GapStrength.OtherWords || IsInLargePieces(first, last));

    // "0451 0001 2345 6789": a bank card or account goes on in the same rhythm.
    private bool IsCutOutOfLongerNumber(int first, int last)
    {
        var (start, end) = (runs.GroupStart[first], runs.GroupEnd[last]);
        return start == runs.GroupStart[last] && (start < first || end > last) && !line[first].IsSpelled
            && line[start].Digits.Length == line[first].Digits.Length
            && line[Math.Min(last + 1, end)].Digits.Length == line[first].Digits.Length
            && runs.IsRegular(first, last) && runs.Length(start, end) is not (2 * PersonalNumber or PersonalNumber + Phone);
    }

    // Ten or eleven digits in one run are an order or account number even when two more follow the comma.
    private bool HasOrderNumber(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Any(at => line[at].Digits.Length is 10 or 11)
        && !(line.After(first).Strength == GapStrength.OneMark || line.After(first).Marks == "\n");

    // Unknown words between are allowed only where no piece can be a count, an age, an hour or an old card's number.
    private bool IsInLargePieces(int first, int last) =>
        runs.GroupStart[first] == first && runs.GroupEnd[last] == last && runs.Lead(first, 4)[3] <= '3'
        && Enumerable.Range(first, last - first + 1).All(at =>
            line[at].Digits.Length >= 3 && runs.Length(runs.GroupStart[at], runs.GroupEnd[at]) != OldCardNumber);

    private void FindOldCards()
    {
        runs.FormGroups();
        ForEachGroup((first, last) =>
        {
            for (var at = first; at <= last; at++)
            {
                if (line[at].Digits.Length == OldCardNumber && OldCardRules.IsOldCard(line, at, at))
                {
                    Hide(at, at);
                }
            }

            if (first < last && runs.IsFree(first) && runs.Length(first, last) == OldCardNumber && OldCardRules.IsOldCard(line, first, last))
            {
                Hide(first, last);
            }
        });
        FindScatteredOldCards();
    }

    // In pieces with words between, nine digits are an old number only when named so.
    private void FindScatteredOldCards()
    {
        for (var first = 0; first < line.Count; first++)
        {
            var last = first;
            while (last + 1 < line.Count && runs.IsFree(last) && runs.IsFree(last + 1) && line.After(last).Strength <= GapStrength.LinkingWords)
            {
                last++;
            }

            if (runs.IsFree(first) && last > first && runs.Length(first, last) == OldCardNumber
                && line.HintAround(first, last) == Hint.IdNumber && !line.IsFollowedByMoney(last))
            {
                Hide(first, last);
            }

            first = last;
        }
    }

    private bool IsPersonalNumber(int first, int last)
    {
        var digits = runs.Lead(first, 3);
        var province = ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + digits[2] - '0';
        // A slip of the finger in the province is still somebody's number when the writer calls it one.
        return province is >= 1 and <= 96 || (first == last && line.HintAround(first, last) == Hint.IdNumber);
    }

    private void Hide(int first, int last)
    {
        found.Add((line[first].Start, line[last].End));
        for (var at = first; at <= last; at++)
        {
            line[at].IsTaken = true;
        }
    }
}
