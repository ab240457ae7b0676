using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>Numbers, hours and days as they are spoken, and how many syllables a line has when it is read out.</summary>
internal static partial class Aloud
{
    /// <summary>Longer ones, and those that begin with nought, are read digit by digit, as telephone numbers are.</summary>
    private const int LongestNumber = 4;

    private const int HoursOnTheDial = 12;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>Vietnamese letters that begin a syllable together; Jrai and Bahnar names have others, and those are read with a vowel put in: "Blăk" is "bờ lăk".</summary>
    private static readonly string[] Together = ["ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "th", "tr"];

    /// <summary>"sáu giờ rưỡi tối".</summary>
    public static string Hour(DateTime utc)
    {
        var at = TimeOnly.FromDateTime(VietnamTime.ToLocal(utc));
        var part = at.Hour switch { < 11 => "sáng", < 13 => "trưa", < 18 => "chiều", _ => "tối" };
        var minutes = at.Minute switch { 0 => "", 30 => " rưỡi", var past => $" {Number(past)}" };
        return $"{Number((at.Hour + HoursOnTheDial - 1) % HoursOnTheDial + 1)} giờ{minutes} {part}";
    }

    /// <summary>"thứ Bảy, ngày hai mươi tám tháng mười một".</summary>
    public static string Day(DateOnly day) => $"{VietnamTime.WeekdayInLine(day)}, ngày {DayOfMonth(day.Day)} tháng {(day.Month == 4 ? "tư" : Number(day.Month))}";

    /// <summary>"ngày mười chín tháng mười âm lịch", "rằm tháng bảy âm lịch".</summary>
    public static string LunarDay(DateOnly day)
    {
        var moon = LunarCalendar.Of(day);
        var month = moon.Month switch { 1 => "giêng", 4 => "tư", 12 => "chạp", var other => Number(other) };
        var dayOfMoon = moon.Day switch { LunarDate.FullMoon => "rằm", <= 10 => DayOfMonth(moon.Day), var later => $"ngày {DayOfMonth(later)}" };
        return $"{dayOfMoon} tháng {month}{(moon.IsLeapMonth ? " nhuận" : "")} âm lịch";
    }

    /// <summary>Up to 9999: "hai mươi mốt", "một trăm linh năm".</summary>
    public static string Number(int number) => number switch
    {
        < 10 => Digits[number],
        < 20 => $"mười{Unit(number % 10, "một")}",
        < 100 => $"{Digits[number / 10]} mươi{Unit(number % 10, "mốt")}",
        < 1000 => $"{Digits[number / 100]} trăm{AfterHundreds(number % 100)}",
        _ => $"{Number(number / 1000)} nghìn{(number % 1000 == 0 ? "" : $" {Digits[number / 100 % 10]} trăm{AfterHundreds(number % 100)}")}",
    };

    /// <summary>How many syllables a line has: a Vietnamese word is one, a number as many as it is spoken with.</summary>
    public static int Syllables(string line) => Words().Matches(line).Sum(word => SyllablesOf(word.Value));

    private static int SyllablesOf(string word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= LongestNumber && word[0] != '0' ? Syllables(Number(int.Parse(word, CultureInfo.InvariantCulture))) : word.Length;
        }

        if (word.Length > 1 && word.All(char.IsUpper))
        {
            return word.Length;
        }

        var folded = VietnameseText.Fold(word);
        var begins = Consonants().Match(folded).Value;
        return Math.Max(1, Vowels().Count(folded)) + (begins.Length > 1 && !Together.Contains(begins) ? 1 : 0);
    }

    private static string DayOfMonth(int day) => day <= 10 ? $"mùng {Number(day)}" : Number(day);

    private static string AfterHundreds(int rest) => rest switch
    {
        0 => "",
        < 10 => $" linh {Digits[rest]}",
        _ => $" {Number(rest)}",
    };

    private static string Unit(int unit, string one) => unit switch
    {
        0 => "",
        1 => $" {one}",
        5 => " lăm",
        _ => $" {Digits[unit]}",
    };

    /// <summary>"H'Bia" is two: the sign parts them.</summary>
    [GeneratedRegex(@"[0-9]+|[\p{L}\p{M}]+")]
    private static partial Regex Words();

    [GeneratedRegex("^[^aeiouy]+")]
    private static partial Regex Consonants();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
