using System.Globalization;
using System.Text.RegularExpressions;

namespace CccdBot.Core.Time.Spoken;

/// <summary>Finds the days named in a sentence: "tối thứ bảy tuần sau", "ngày 20", "mai hoặc mốt", "rằm tháng này".</summary>
public static partial class DayReader
{
    private const string Part = "(?:(?:vao )?(?:buoi )?(?:EVENING|MORNING|AFTERNOON|NOON|NIGHT) )";

    private const string Atom =
        "(?<near>TODAY|D[123])"
        + "|(?<days>[0-9]+) (?:ngay|hom|bua) nua|(?:(?<weeks>[0-9]+) )?tuan nua"
        + "|(?:(?<which>tuan (?:sau|toi|nay)) (?:, )?(?:vao )?" + Part + "?)?(?:(?:hom|bua|ngay) )?WD(?<weekday>[2-8])(?: (?:cua )?(?<which>tuan (?:sau|toi) nua|tuan (?:sau|toi|nay)|nay|toi(?! (?:va|voi|cung) (?!WD))|sau(?! (?:do|nay|khi|luc)))\\b)?(?<past> PASTDAY| vua (?:roi|qua))?"
        + "|(?<edge>dau|cuoi|giua) tuan(?: (?<which>sau|toi|nay))?"
        + "|(?:ngay|mung|ram) (?:mung )?(?<day>[0-9]{1,2})(?<moon> (?:am lich|am))? thang (?<which>nay|sau|toi)(?<moon> am(?: lich)?)?"
        + "|(?:(?:ngay|mung) )?(?<day>[0-9]{1,2}) (?<join>den|-|va|,|hoac|hay|toi|EVENING) (?:(?:ngay|mung) )?(?<last>[0-9]{1,2}) (?:/|thang) (?<month>[0-9]{1,2})(?! (?:/|nguoi))"
        + "|(?:(?:ngay|mung) )?(?<day>[0-9]{1,2}) (?:/|-|\\.|thang) (?<month>[0-9]{1,2})(?: (?:/|-|\\.|nam) (?<year>[0-9]{4}|[0-9]{2}(?! (?:h|nguoi))))?(?<moon> am(?: lich)?)?(?! (?:nguoi|suat|dua|SEAT|EVENING [0-9]))"
        + "|(?:ngay|mung) (?<day>[0-9]{1,2}) (?<join>den|-|va|,|hoac|hay|toi) (?:(?:ngay|mung) )?(?<last>[0-9]{1,2})(?! (?:-|den|nguoi|suat|dua|SEAT|EVENING|MORNING|slot|con|chau|me|vo|anh|chi|em) )"
        + "|(?:ngay|mung) (?<day>[0-9]{1,2})(?<moon> (?:am(?: lich)?|tet))?(?: thang (?<month>[0-9]{1,2}))?(?: (?:tay|duong(?: lich)?))?"
        + "|(?<=(?:EVENING|MORNING|AFTERNOON) )(?<day>1[3-9]|2[0-9]|3[01])(?! (?:tuoi|nguoi|suat|dua|-|phut|k) )"
        + "|(?<moon>ram)(?: thang (?:(?<month>[0-9]{1,2})|(?<which>nay|sau|toi)))?(?: am(?: lich)?)?"
        + "|(?:trong )?tuan (?<week>sau|toi|nay)";

    private const string Link = "^ ?(?:(?<to>den|-|toi|cho den|den het|cho toi) |(?<or>hoac|hay|hoac la|hay la|va|voi|cung|,|, hoac|, hay|(?:, )?khong thi|\\+|&|/) )?(?:tu )?(?:ca )?" + Part + "?(?:\\( ?)?(?:, )?(?:la |tuc |tuc la |nham |nhem |trung |hom |bua )?$";

    /// <summary>In the order in which they are named; days listed together are one mention.</summary>
    /// <param name="problem">A day that no calendar has, such as 31/11.</param>
    public static IReadOnlyList<DayMention> Read(Sentence sentence, DateOnly today, out string? problem)
    {
        var calendar = new WallCalendar(today);
        var mentions = new List<DayMention>();
        problem = null;
        foreach (Match atom in Atoms().Matches(sentence.Text))
        {
            if (Resolve(atom, calendar) is var (from, to))
            {
                mentions.Add(Until(atom, new DayMention(atom.Index, atom.Index + atom.Length, from, to)));
            }
            else if (IsImpossible(atom))
            {
                problem = atom.Value;
            }
        }

        return Joined(mentions, sentence.Text);
    }

    private static (DateOnly From, DateOnly To)? Resolve(Match atom, WallCalendar calendar)
    {
        var which = atom.Groups["which"].Value;
        var day = atom switch
        {
            _ when Has(atom, "past") => null,
            _ when Has(atom, "near") => calendar.In(atom.Groups["near"].Value switch { "TODAY" => 0, "D1" => 1, "D2" => 2, _ => 3 }),
            _ when Number(atom, "days") is { } days => calendar.In(days),
            _ when Number(atom, "weekday") is { } weekday => calendar.Weekday(weekday, which),
            _ when Has(atom, "moon") => MoonDay(atom, calendar, which),
            _ when Number(atom, "day") is { } number => Dated(atom, calendar, number, which),
            _ when atom.Value.EndsWith("tuan nua", StringComparison.Ordinal) => calendar.In(7 * (Number(atom, "weeks") ?? 1)),
            _ => (DateOnly?)null,
        };
        return day is { } found ? (found, found)
            : Has(atom, "edge") ? calendar.PartOfWeek(atom.Groups["edge"].Value, which)
            : Has(atom, "week") ? calendar.WholeWeek(atom.Groups["week"].Value)
            : null;
    }

    /// <summary>"ngày 18 và 19", "20-22/12".</summary>
    private static DayMention Until(Match atom, DayMention first)
    {
        if (Number(atom, "last") is not { } last)
        {
            return first;
        }

        var day = WallCalendar.DayIn(first.From.Year, first.From.Month, last);
        var isSpan = day > first.From && (day == first.From.AddDays(1) || atom.Groups["join"].Value is "den" or "-" or "toi" or "EVENING");
        return day is not { } to ? first : isSpan ? first with { To = to } : first with { Others = [to] };
    }

    private static DateOnly? MoonDay(Match atom, WallCalendar calendar, string which)
    {
        var isTet = atom.Groups["moon"].Value.EndsWith("tet", StringComparison.Ordinal);
        return calendar.MoonDay(Number(atom, "day") ?? LunarDate.FullMoon, isTet ? 1 : Number(atom, "month"), which);
    }

    /// <summary>A day with its year that is over is a birthday or the day of an old card, not a wish.</summary>
    private static DateOnly? Dated(Match atom, WallCalendar calendar, int day, string which)
    {
        if (Number(atom, "year") is not { } year)
        {
            return calendar.DayOfMonth(day, Number(atom, "month"), which);
        }

        var date = WallCalendar.DayIn(year < 100 ? 2000 + year : year, Number(atom, "month")!.Value, day);
        return date >= calendar.Today ? date : null;
    }

    private static bool IsImpossible(Match atom) => Number(atom, "day") is { } day && Number(atom, "year") is null
        && Number(atom, "month") is { } month && month <= 12 && WallCalendar.DayIn(2024, month, day) is null && day <= 31;

    private static bool Has(Match atom, string group) => atom.Groups[group].Success;

    private static int? Number(Match atom, string group) =>
        Has(atom, group) ? int.Parse(atom.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static List<DayMention> Joined(List<DayMention> mentions, string text)
    {
        var joined = new List<DayMention>();
        foreach (var next in mentions)
        {
            if (joined.Count > 0 && Together(joined[^1], next, text) is { } both)
            {
                joined[^1] = both;
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    /// <summary>"mai hoặc mốt" is two days; "chủ nhật, tức ngày mai" is one; "thứ năm ngày 27" may contradict itself.</summary>
    private static DayMention? Together(DayMention first, DayMention next, string text)
    {
        if (Links().Match(text[first.End..next.Start]) is not { Success: true } link)
        {
            return null;
        }

        var both = first with { End = next.End };
        return (IsTo: link.Groups["to"].Success, IsOr: link.Groups["or"].Success) switch
        {
            _ when next.IsWithin(first) => both with { From = next.From, To = next.To },
            _ when first.IsWithin(next) => both,
            _ when IsTodaysName(first, next) && !link.Groups["to"].Success && !link.Groups["or"].Success => both,
            _ when link.Value.Trim().Length == 0 && IsWeekday(text, first) != IsWeekday(text, next) => both with { Others = [.. first.Others, next.From] },
            _ when next.From == first.To.AddDays(1) => both with { To = next.To },
            { IsTo: true } when next.From > first.From => both with { To = next.To },
            { IsOr: true } when link.Groups["or"].Value is "," or "va" or "voi" or "cung" or "/" => null,
            { IsOr: true } => both with { Others = [.. first.Others, next.From] },
            { IsTo: false } when text[..first.Start].EndsWith("tu ", StringComparison.Ordinal) && next.From > first.From => both with { To = next.To },
            _ when link.Value.Trim().Length == 0 => both with { Others = [.. first.Others, next.From] },
            _ => null,
        };
    }

    /// <summary>A weekday and a date side by side name one day; where they differ, one of them is a slip.</summary>
    private static bool IsWeekday(string text, DayMention day) => text[day.Start..day.End].Contains("WD", StringComparison.Ordinal);

    /// <summary>"hôm nay chủ nhật", said on a Sunday.</summary>
    private static bool IsTodaysName(DayMention first, DayMention next) => next.From == first.From.AddDays(7) && first.From == first.To;

    [GeneratedRegex($"(?<= )(?:{Atom})(?= )")]
    private static partial Regex Atoms();

    [GeneratedRegex(Link)]
    private static partial Regex Links();
}
