namespace CccdBot.Core.Conversation;

/// <summary>The numbers of one text in order, with what stands between and around them.</summary>
internal sealed class NumberLine
{
    // Reach of the eye: a longer silence or a longer aside, and the next digits belong to something else.
    private const int LongestMarks = 24;
    private const int MostWordsBetween = 6;
    private const int WordsLookedBack = 8;
    private const int WordsLookedAhead = 6;

    private readonly string text;
    private readonly List<NumberToken> tokens;
    private readonly List<int> places = [];
    private readonly List<Gap> gaps = [];

    private NumberLine(string text, List<NumberToken> tokens)
    {
        (this.text, this.tokens) = (text, tokens);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].IsNumber && !IsCount(at))
            {
                tokens[at].IsMeasured = tokens[at].Digits.Length <= 3 && at + 1 < tokens.Count && IsUnitOf(at);
                gaps.Add(places.Count == 0 ? Gap.Break : Between(places[^1], at));
                places.Add(at);
            }
        }

        gaps.Add(Gap.Break);
    }

    public int Count => places.Count;

    public NumberToken this[int number] => tokens[places[number]];

    public static NumberLine Read(string text) => new(text, SpelledDigits.Read(TokenReader.Read(text)));

    public Gap Before(int number) => gaps[number];

    public Gap After(int number) => gaps[number + 1];

    /// <summary>"+" stands right before.</summary>
    public bool HasPlus(int number) => this[number].Start > 0 && text[this[number].Start - 1] is '+' or '＋';

    /// <summary>A letter touches the digits: "VN123456789".</summary>
    public bool TouchesLetter(int number) =>
        (this[number].Start > 0 && char.IsLetter(text[this[number].Start - 1]))
        || (this[number].End < text.Length && char.IsLetter(text[this[number].End]));

    public bool IsFollowedByMoney(int number) =>
        places[number] + 1 < tokens.Count && NumberWords.IsMoney(tokens[places[number] + 1])
        && IsNear(tokens[places[number]], tokens[places[number] + 1]);

    /// <summary>The nearest word before that says what the number is; failing that, one after it.</summary>
    public Hint HintAround(int first, int last)
    {
        var before = HintBefore(places[first]);
        if (before is Hint.IdNumber or Hint.SomethingElse)
        {
            return before;
        }

        var after = HintAfter(places[last]);
        return after is Hint.IdNumber or Hint.SomethingElse ? after : before;
    }

    // "ba số cuối", "thẻ 9 số": how many digits, not a digit.
    private bool IsCount(int at)
    {
        if (tokens[at].Digits.Length > 2 || WordAt(at + 1) is not ("so" or "chu"))
        {
            return false;
        }

        var startsFresh = places.Count == 0 || places[^1] != at - 1;
        return startsFresh || WordAt(at + 2) is "dau" or "cuoi" or "tiep" or "giua" or "sau" or "duoi" or "so";
    }

    private bool IsUnitOf(int at) => NumberWords.IsUnit(tokens[at + 1]) && IsNear(tokens[at], tokens[at + 1]);

    private static bool IsNear(NumberToken left, NumberToken right) => right.Start - left.End <= 1;

    private Gap Between(int left, int right)
    {
        var words = right - left - 1;
        if (words == 0)
        {
            var marks = tokens[right].Start - tokens[left].End;
            return marks > LongestMarks ? Gap.Break : MarksGap(text.AsSpan(tokens[left].End, marks));
        }

        if (words > MostWordsBetween)
        {
            return Gap.Break;
        }

        var between = tokens.GetRange(left + 1, words);
        return between.TrueForAll(word => word.IsNumber || NumberWords.Links(word)) ? new Gap(GapStrength.LinkingWords, "")
            : tokens[left].IsMeasured || between.Exists(NumberWords.IsUnit) ? Gap.Break
            : new Gap(GapStrength.OtherWords, "");
    }

    private static Gap MarksGap(ReadOnlySpan<char> marks) =>
        marks is " " ? Gap.Space : new Gap(marks is "\n" || marks.Length > 1 ? GapStrength.Marks : GapStrength.OneMark, marks.ToString());

    private Hint HintBefore(int place)
    {
        var weak = Hint.None;
        for (var at = place - 1; at >= 0 && place - at <= WordsLookedBack && !IsLongNumber(at); at--)
        {
            var hint = NumberWords.HintOf(tokens[at], at + 1 < place ? tokens[at + 1] : null);
            if (hint is Hint.IdNumber or Hint.SomethingElse)
            {
                return hint;
            }

            weak = hint == Hint.None || place - at > 2 ? weak : hint;
        }

        return weak;
    }

    // A word after the number counts only when no other number comes for it: "123456789 sđt 0912345678".
    private Hint HintAfter(int place)
    {
        var found = Hint.None;
        for (var at = place + 1; at < tokens.Count && at - place <= WordsLookedAhead; at++)
        {
            if (IsLongNumber(at))
            {
                return Hint.None;
            }

            found = found != Hint.None ? found : StrongHint(at);
        }

        return found;
    }

    private Hint StrongHint(int at)
    {
        var hint = NumberWords.HintOf(tokens[at], at + 1 < tokens.Count ? tokens[at + 1] : null);
        return hint == Hint.JustNumber ? Hint.None : hint;
    }

    private bool IsLongNumber(int at) => tokens[at].Digits.Length > 2;

    private string WordAt(int at) => at < tokens.Count ? tokens[at].Plain : "";
}
