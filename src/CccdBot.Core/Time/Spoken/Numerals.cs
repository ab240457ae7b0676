namespace CccdBot.Core.Time.Spoken;

/// <summary>Numbers up to 99 in figures or words: "19", "mười chín", "hai mươi lăm", "hai bảy".</summary>
internal static class Numerals
{
    private const int Ten = 10;

    private static readonly Dictionary<string, int> Units = new()
    {
        ["mot"] = 1, ["hai"] = 2, ["ba"] = 3, ["bon"] = 4, ["tu"] = 4, ["nam"] = 5, ["lam"] = 5, ["nham"] = 5, ["sau"] = 6, ["bay"] = 7, ["bẩy"] = 7, ["tam"] = 8, ["chin"] = 9,
    };

    /// <summary>The number that begins at a word, and how many words it takes; none where no number begins.</summary>
    /// <param name="shortTens">"hai bảy" is 27, as days of the month are said.</param>
    public static (int Value, int Words) At(IReadOnlyList<Word> words, int at, bool shortTens = false)
    {
        if (at >= words.Count)
        {
            return default;
        }

        if (words[at].IsNumber)
        {
            return words[at].Bare.Length <= 2 && int.TryParse(words[at].Bare, out var figure) ? (figure, 1) : default;
        }

        var (tens, taken) = TensAt(words, at, shortTens);
        var unit = taken == 0 && words[at].Bare is "lam" or "nham" ? 0 : UnitAt(words, at + taken);
        return tens + unit == 0 ? default : (tens + unit, taken + (unit > 0 ? 1 : 0));
    }

    /// <summary>The digit a word stands for; 0 for every other word.</summary>
    public static int Unit(string bare) => Units.GetValueOrDefault(bare);

    private static (int Tens, int Words) TensAt(IReadOnlyList<Word> words, int at, bool shortTens)
    {
        if (words[at].Bare == "muoi")
        {
            return (Ten, 1);
        }

        var unit = UnitAt(words, at);
        if (unit is < 2 || at + 1 >= words.Count)
        {
            return default;
        }

        return words[at + 1].Bare is "muoi" or "chuc" ? (unit * Ten, 2)
            : shortTens && unit is 2 or 3 && UnitAt(words, at + 1) > 0 && IsShortTens(words, at, shortTens) ? (unit * Ten, 1)
            : default;
    }

    private static bool IsShortTens(IReadOnlyList<Word> words, int at, bool allowed) =>
        allowed && words[at].Bare is "hai" or "ba" && words[at + 1].Bare is not "tu" and not "nam" and not "sau" || (allowed && words[at + 1].Bare is "tu" or "lam");

    private static int UnitAt(IReadOnlyList<Word> words, int at) => at < words.Count ? Unit(words[at].Bare) : 0;
}
