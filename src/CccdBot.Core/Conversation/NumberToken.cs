using System.Globalization;

namespace CccdBot.Core.Conversation;

/// <summary>One word or one written number in a citizen's text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Digits">ASCII digits; empty for a word.</param>
/// <param name="Exact">The word in lower case with its diacritics.</param>
internal sealed record NumberToken(int Start, string Digits, string Exact)
{
    public required int End { get; set; }

    public bool IsNumber => Digits.Length > 0;

    /// <summary>Written as a word: "bảy".</summary>
    public bool IsSpelled => IsNumber && Exact.Length > 0;

    /// <summary>The word without diacritics.</summary>
    public string Plain { get; } = NumberWords.Plain(Exact);

    /// <summary>A digit of an id number or of a known look-alike, no longer free for another number.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Its unit follows: "17 tuổi".</summary>
    public bool IsMeasured { get; set; }

    /// <summary>The value, or -1 when it is too long to matter.</summary>
    public int Value { get; } = Digits.Length is > 0 and <= 8 ? int.Parse(Digits, CultureInfo.InvariantCulture) : -1;
}

/// <summary>How far apart two numbers stand; the order of the values is the order of strength.</summary>
internal enum GapStrength
{
    OneMark,
    Marks,
    LinkingWords,
    OtherWords,
    Break,
}

/// <summary>What stands between two numbers.</summary>
internal readonly record struct Gap(GapStrength Strength, string Marks)
{
    public static readonly Gap Break = new(GapStrength.Break, "");
    public static readonly Gap Space = new(GapStrength.OneMark, " ");

    /// <summary>"/", "-", "." or ":" when only that, and perhaps spaces, stands between.</summary>
    public string Sign => Strength > GapStrength.Marks ? "" : Marks.Length == 1 && Marks != " " ? Marks : Marks.Trim(' ');
}
