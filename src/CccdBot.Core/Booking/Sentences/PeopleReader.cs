using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Time.Spoken;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>How many come: "hai vợ chồng", "tôi với 3 đứa nhỏ", "cho 2 suất", "Siu H'Nhiên và Kpă Dũng".</summary>
internal static partial class PeopleReader
{
    private const string Self = "toi|tui|em|minh|con|chau|e|tau|tao";

    private const string Families = "nguyen|tran|pham|hoang|huynh|bui|ngo|duong|le(?= thi)|siu|ksor|kpa|rmah|rcom|r'com|rahlan|rah|ro|rolan|rochom|nay|hiao|puih|kpuih|alik|h'[a-z]+|y|ama|ami";

    private const string Qualified = "(?: (?:noi|ngoai|gia yeu|gia(?! dinh)|lon tuoi|ruot|ho|dau|re|nho|lon|ut|gai|trai|nha|cua|vo|chong|xa|ay|no|han|nay|ban|hang xom|" + Self + "))*";

    private const string NameWord = "(?!(?:o|tai|luc|vao|lam|di|den|xuong|len|qua|va|voi|cung|co|muon|ngay|cho|nhe|bi|da|xin|toi|dang|dat|roi|oi|a|vua|la|deu)\\b)[a-z']+";

    private const string Name = "(?:" + Families + ")(?: " + NameWord + "){0,3}";

    private const string Pair = "vo chong|chong vo|bo me|ba me|ba ma|cha me|tia ma|me cha|me con|cha con|bo con|ba con|ma con|ong ba|ong chau|ba chau|anh em|chi em|co chau|di chau|chu chau|bac chau|anh chi|thay tro|ban be";

    /// <summary>Two persons even where no number is said.</summary>
    private const string SurePair = "vo chong|chong vo|bo me|ba me|ba ma|cha me|tia ma|me cha|ong ba(?= (?:noi|ngoai|" + Self + "))|(?<=cho )ong ba|me con(?= (?:toi|tui|em|minh|chau|nha))|(?:cha|bo) con(?= (?:toi|tui|em|minh))";

    private const string Kin = "(?<=(?:va|voi) )nho em|(?<=(?:va|voi|cho|dua|,) )(?:noi|ngoai)(?= (?:con|em|toi|tui|chau|minh))|ong|ba|bo|me|ma|cha|tia|anh|chi|em|cô|dì|chu|bac|cau|mo|thim|duong|vo|chong|ban|con|chau|dua|thang|be|nguoi yeu|nguoi nha|hang xom";

    private const string Things = "nguoi|dua|suat|slot|SEAT|phan|nhan khau|khau|luot|thanh vien|con|chau|em|anh(?! (?:the|chup|chan|nho) )|chi|ban|ong|ba|co|chu|bac|cu|be|tre|hoc sinh|me|vi|khach|nhan vien|nhoc|mạng";

    private const string Unit =
        "(?<!(?:muc|cap|thon|lop|do|to|doi|lan|so|khoa|nam|[0-9]) )(?<number>[0-9]{1,2}) (?:(?<pair>" + Pair + ")|(?<total>nguoi(?! (?:ban|con|em|chau|nua|khac))|suat|SEAT|slot|nhan khau|khau|thanh vien|luot)|(?:" + Things + ")(?: (?:con|em|ban|chau|nho|be|nguoi|tre|hoc sinh))?)" + Qualified + "(?<more> (?:nua|khac))?"
        + "|(?<two>vo chong (?:ong|ba|anh|chi|chu|bac|cau|co) (?!(?:em|toi|tui|va|voi|minh)\\b)" + NameWord + ")"
        + "|(?<two>" + SurePair + ")" + Qualified
        + "|(?<one>(?:dua |thang |nguoi |nhỏ )?(?:con|em|anh|chi|chau|dua) (?:trai|gai|dau|re|ho|nho|ut|ban|noi|ngoai|toi|tui|em|minh|be))" + Qualified
        + "|(?<one>" + Name + ")"
        + "|(?<self>ALONE|" + Self + ")(?! (?:gai|trai|nho|ten|la|oi|nua))"
        + "|(?<one>(?:ong|ba|anh|chi|cô|co|chu|bac|cau|mo|thim) " + NameWord + "(?: " + NameWord + ")?)(?= (?:(?:va|voi|cung) |, (?:va )?(?:ong|ba|anh|chi|cô|co|chu|bac|cau|mo|thim) ))"
        + "|(?<one>" + Kin + ")" + Qualified + "(?: " + Name + ")?";

    /// <summary>Persons in the order named, days and hours blanked out of the text.</summary>
    public static PeopleCount Read(string text)
    {
        text = Each().Replace(text, each => new string('#', each.Length));
        if (Totals().Match(text) is { Success: true } total)
        {
            return new PeopleCount(total.Groups["pairs"].Success ? 2 * int.Parse(total.Groups["pairs"].ValueSpan, CultureInfo.InvariantCulture) : Number(total), IsStated: true, IsForOther: false);
        }

        var lists = Lists(text).Select(list => Understand(list, text)).ToList();
        return lists.LastOrDefault(list => list.IsStated) is { Count: > 0 } stated ? stated
            : lists.OrderByDescending(list => list.Count).FirstOrDefault() is { Count: > 1 } group ? group
            : new PeopleCount(1, IsStated: false, lists.Any(list => list.IsForOther));
    }

    /// <summary>Persons joined by "và", "với" or commas stand in one list.</summary>
    private static List<List<Match>> Lists(string text)
    {
        var lists = new List<List<Match>>();
        foreach (var unit in Units().Matches(text).Where(unit => !IsCalled(unit, text)))
        {
            if (lists.Count > 0 && End(lists[^1][^1]) < unit.Index && And().IsMatch(text[End(lists[^1][^1])..unit.Index]))
            {
                lists[^1].Add(unit);
            }
            else
            {
                lists.Add([unit]);
            }
        }

        return lists;
    }

    /// <summary>"với chị ơi", "anh ơi": spoken to, not spoken of.</summary>
    private static bool IsCalled(Match unit, string text) =>
        Called().IsMatch(unit.Value) && !(Served().IsMatch(text[..unit.Index]) && Listed().IsMatch(text[End(unit)..])) && CalledAfter().IsMatch(text[End(unit)..]) && !And().IsMatch(text[End(unit)..]);

    private static PeopleCount Understand(List<Match> list, string text)
    {
        var spans = text[list[0].Index..End(list[^1])];
        var isListed = list.Count == 1 || Joins().IsMatch(spans) || list.Count > 2 || list.TrueForAll(unit => unit.Groups["number"].Success);
        var units = isListed ? list : [list.Find(unit => unit.Groups["number"].Success) ?? list[^1]];
        var counted = IsBrokenDown(units) ? [units[0]] : units[0].Groups["total"].Success ? [.. units.Where((unit, i) => i == 0 || unit.Groups["number"].Success)] : units;
        var company = !units[0].Groups["total"].Success && Company().IsMatch(text[..units[0].Index]) ? 1 : 0;
        return new PeopleCount(
            counted.Sum(Count) + company,
            units.Any(unit => unit.Groups["number"].Success || unit.Groups["two"].Success),
            units.Exists(unit => IsOther(unit, text)));
    }

    /// <summary>"4 người, hai vợ chồng và hai con": said once as a sum and once one by one.</summary>
    private static bool IsBrokenDown(List<Match> units) => units.Count > 1 && units[0].Groups["total"].Success && units.Skip(1).Sum(Count) == Count(units[0]);

    /// <summary>"cho mẹ", "con gái tôi": named as the one to be served, not only spoken to or said in passing.</summary>
    private static bool IsOther(Match unit, string text) => unit.Groups["one"].Success && !Office().IsMatch(text[..End(unit)])
        && (Served().IsMatch(text[..unit.Index]) || Related().IsMatch(unit.Value));

    private static int End(Match unit) => unit.Index + unit.Length;

    private static int Count(Match unit) =>
        unit.Groups["number"].Success ? Number(unit) : unit.Groups["two"].Success ? 2 : 1;

    private static int Number(Match match) => int.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var figure) ? figure : Numerals.Unit(match.Groups["number"].Value);

    /// <summary>"cho em với bạn em một suất mỗi người".</summary>
    [GeneratedRegex("(?<= )(?:(?:[0-9]{1,2}|mot|cai) (?:SEAT|suat|slot|cho|lich|phan) moi (?:nguoi|dua)|moi (?:nguoi|dua) (?:[0-9]{1,2}|mot|cai) (?:SEAT|suat|slot|cho|lich|phan))(?= )")]
    private static partial Regex Each();

    /// <summary>"tổng 4 người"; "cả ba đều cần làm"; of "nhà năm người, ba người làm" only those who come.</summary>
    [GeneratedRegex("(?:tong(?: cong)?|tat ca|ca thay|het thay|tong so|ca nha|cong lai)(?: la| co|:| :)* (?<number>[0-9]{1,2})(?= (?:nguoi|suat|dua|SEAT|slot|,|;|$))"
        + "| (?:lay|xin|dat|dang ky|giu) (?<number>[2-9])(?= (?:,|;|\\?|nhe|nha|a|$))"
        + "| (?<pairs>[0-9]) (?:cap|doi) (?:vo chong|chong vo)(?= )"
        + "| ca (?<number>[0-9]{1,2}|hai|ba|bon|nam|sau|bay)(?= (?:deu|can|muon|di|nguoi|dua) )"
        + "| [0-9]{1,2} nguoi ,? ?(?:(?:nhung|ma|thi|co|chi|chi co|trong do|trong do co) )*(?<number>[0-9]{1,2}) (?:nguoi|dua)(?= (?:thoi |se |moi )?(?:can|lam|muon|chua|di|dang ky|xin|phai|den|het|bi|mat) )")]
    private static partial Regex Totals();

    [GeneratedRegex($"(?<= )(?:{Unit})(?= )")]
    private static partial Regex Units();

    [GeneratedRegex("^ (?:, (?:va |voi |cung )?|va |voi |cung |cung voi |(?:di|lam|den) (?:chung |cung )?(?:cung |voi |cung voi )|chung voi |(?:muon|tinh|dinh|se) (?:di|lam) (?:chung |cung )?(?:voi |cung )|\\+ |& )(?:ca )?$")]
    private static partial Regex And();

    [GeneratedRegex(" (?:va|voi|cung|\\+|&) ")]
    private static partial Regex Joins();

    /// <summary>"cán bộ", "uỷ ban", "giữ nguyên": words that end like a person's.</summary>
    [GeneratedRegex(" (?:can bo|uy ban|giu nguyen|dia ban|(?:ten|(?:toi|tui|em|minh|con|chau) la)(?: [a-z']+){1,5})$")]
    private static partial Regex Office();

    [GeneratedRegex(" (?:cho|giup|ho|dum|dua|dan|dẫn|cua|gui|cho cho)(?: [0-9]+)? $")]
    private static partial Regex Served();

    [GeneratedRegex($" (?:{Self}|trai|gai|noi|ngoai|dau|re|vo|chong|ay|no|han)$|^(?:con|em) (?:trai|gai)")]
    private static partial Regex Related();

    [GeneratedRegex("^(?:anh|chi|co|chu|bac|em|ban|anh chi)$")]
    private static partial Regex Called();

    /// <summary>"cho em, chồng em, …": a row begins here.</summary>
    [GeneratedRegex("^ , (?:va |voi )?(?:chong|vo|me|ma|bo|ba|cha|tia|con|ong|anh|chi|em|chau) (?!oi|a |nhe|nha|,)")]
    private static partial Regex Listed();

    [GeneratedRegex("^ (?:oi|a|nhe|nha|,|;|\\?|!|$)|^ ?$")]
    private static partial Regex CalledAfter();

    [GeneratedRegex("(?:di|lam|den|xuong|len|chung|dang ky|dk|ra|qua) (?:chung |cung )?(?:cung voi|voi|cung) $")]
    private static partial Regex Company();
}

/// <param name="IsStated">A number was said.</param>
/// <param name="IsForOther">Somebody but the writer is named.</param>
internal readonly record struct PeopleCount(int Count, bool IsStated, bool IsForOther);
