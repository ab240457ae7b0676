using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Time;

namespace CccdBot.Core.Answers;

/// <summary>The day a question is about, when it is not about today: rules and fees of the past were different.</summary>
public static partial class AsOfDate
{
    /// <summary>Laws here mostly begin on 1 July; a bare year is read as the rules it ended with.</summary>
    private const int MonthOfNewLaws = 7;

    /// <summary>Nobody asks about rules older than this; such a year is of a birth or of an old paper.</summary>
    private const int OldestYear = 2010;

    public static DateOnly? In(string question, DateOnly today)
    {
        var text = VietnameseText.Fold(question);
        return AboutToday().IsMatch(text) ? null : Dated(text, today) ?? Told(text, today);
    }

    private static DateOnly? Dated(string text, DateOnly today) =>
        Written().Matches(text)
            .Where(match => !AnotherMatter().IsMatch(text[..match.Index]))
            .Select(match => DayOf(match, today))
            .FirstOrDefault(day => day is not null);

    private static DateOnly? DayOf(Match match, DateOnly today)
    {
        var year = Number(match, "year");
        if (year < OldestYear || year > today.Year + 1)
        {
            return null;
        }

        var first = FirstDay(match, year, today);
        return match.Groups["before"].Success ? first?.AddDays(-1) : first;
    }

    private static DateOnly? FirstDay(Match match, int year, DateOnly today)
    {
        if (match.Groups["month"].Success)
        {
            return Day(year, Number(match, "month"), match.Groups["day"].Success ? Number(match, "day") : 1);
        }

        return match.Groups["before"].Success || year > today.Year ? new DateOnly(year, 1, 1) : DayIn(year, today);
    }

    private static DateOnly DayIn(int year, DateOnly today) =>
        year == today.Year ? today : new DateOnly(year, MonthOfNewLaws, 1);

    private static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Told(string text, DateOnly today) => RelativeYear().Match(text).Value switch
    {
        "nam ngoai" => DayIn(today.Year - 1, today),
        "nam kia" => DayIn(today.Year - 2, today),
        "nam sau" or "sang nam" => new DateOnly(today.Year + 1, 1, 1),
        _ => null,
    };

    /// <summary>A past year told on the way to a question about now.</summary>
    [GeneratedRegex(@"\b(bay gio|gio nay|nam nay|hien nay|hien tai|toi gio|den nay|gio (?!lam)|chu (phai|con|thi)|con (dung|xai|gia tri|han|hieu luc)|chua (co|thay|nhan|doi|lam))\b")]
    private static partial Regex AboutToday();

    [GeneratedRegex(@"(?<before>\btruoc (?:(?:khi|ngay|nam) )*)?(?:\b(?:(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*|(?:ngay (?<day>\d{1,2}) )?thang (?<month>\d{1,2})\s*(?:[/.-]|nam)?\s*|(?<month>\d{1,2})\s*[/.-]\s*|(?:ngay|nam) )?)\b(?<!\d )(?<year>20\d\d)\b(?! *(dong|nghin|ngan|k\b))")]
    private static partial Regex Written();

    /// <summary>A year of birth, of an old card, of its last day, or in the name of a law.</summary>
    [GeneratedRegex(@"\b(sinh|sn|de|han|den|toi|cap|lam|doi|the|cccd|cmnd|chip|luat( can cuoc)?( cong dan)?|nghi dinh|nd|thong tu|tt|quyet dinh|qd|so|sap nhap|gop)( (so|nam|ngay|thang|hoi|tu|het|vao|luc|trong))*\s*[\d/-]*$")]
    private static partial Regex AnotherMatter();

    [GeneratedRegex(@"\b(nam ngoai|nam kia|nam sau|sang nam)\b")]
    private static partial Regex RelativeYear();
}
