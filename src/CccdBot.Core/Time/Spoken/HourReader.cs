using System.Globalization;
using System.Text.RegularExpressions;

namespace CccdBot.Core.Time.Spoken;

/// <summary>Finds the hours named in a sentence: "7 rưỡi tối", "sau 19h", "tầm 7 đến 8 giờ".</summary>
public static partial class HourReader
{
    private const string Part = "EVENING|MORNING|AFTERNOON|NOON|NIGHT";

    private const string Clock = "[0-9]{2}:[0-9]{2}";

    private const string Hour =
        "(?<before>(?:ranh den )?(?:(?:AFTER|BEFORE|ABOUT|tu|luc|vao|muon nhat|tre nhat|cham nhat|khong qua|khong tre qua|som nhat|qua|hon|ngoai|giua) )*)"
        + "(?:(?<part>" + Part + ") )?(?:luc )?(?:ABOUT )?"
        + "(?:(?<first>" + Clock + ")|(?<first>[0-9]{1,2})(?= (?:-|den|hoac|hay|va) (?:(?:" + Part + ") )?" + Clock + ")|(?<=ABOUT )(?<first>[0-9]{1,2})(?= (?:, )?" + Clock + ")|(?<=(?:luc|ABOUT|AFTER|BEFORE) (?:(?:" + Part + ") )?)(?<first>[0-9]{1,2})(?= (?:" + Part + "|-|den|$|,|;))|(?<!(?:thon|so|to|cap|lop|doi|muc|ngay|thang|/|-) )(?<first>[5-9]|1[0-2])(?= (?:EVENING|MORNING|AFTERNOON)))"
        + "(?: (?<part>" + Part + ")\\b)?"
        + "(?: (?:(?<link>-|den|hoac|hay|va)(?: (?:ABOUT|luc))*(?: (?<part>" + Part + "))? |(?<=ABOUT (?:(?:" + Part + ") )?[0-9:]{1,5} )(?:, )?)(?<second>" + Clock + "|[0-9]{1,2}(?= (?:" + Part + ")))(?: (?<part>" + Part + ")\\b)?)?"
        + "(?<after> (?:la |thi )?(?:toi |em |e |tui |minh |con )?phai ve\\b| (?:tro di|tro lai|do lai|tro len|tro ve|do ve|hon|di)\\b)?";

    public static IReadOnlyList<HourMention> Read(Sentence sentence, IReadOnlyList<DayMention> days)
    {
        var text = Blanked(sentence.Text, days);
        return [.. Hours().Matches(text).Select(match => Understand(match, text))];
    }

    private static string Blanked(string text, IReadOnlyList<DayMention> days)
    {
        var letters = text.ToCharArray();
        foreach (var day in days)
        {
            Array.Fill(letters, '#', day.Start, day.End - day.Start);
        }

        return new string(letters);
    }

    private static HourMention Understand(Match match, string text)
    {
        var part = match.Groups["part"].Success ? match.Groups["part"].Captures[^1].Value : PartNear(match, text);
        var first = At(match.Groups["first"].Value, part);
        var second = match.Groups["second"].Success ? At(match.Groups["second"].Value, part) : (TimeOnly?)null;
        var before = match.Groups["before"].Value;
        var after = match.Groups["after"].Value;
        var isLatest = before.Contains("BEFORE", StringComparison.Ordinal) || Latest().IsMatch(before) || after.EndsWith("phai ve", StringComparison.Ordinal) || after is " tro lai" or " do lai" or " tro ve" or " do ve";
        return new HourMention(match.Index, match.Index + match.Length, isLatest && second is null ? null : first, isLatest && second is null ? first : second)
        {
            IsAbout = match.Value.Contains("ABOUT", StringComparison.Ordinal),
            IsEveningByDefault = part.Length == 0 && Written(match.Groups["first"].Value).Hour is >= 5 and <= 9,
        };
    }

    /// <summary>"tối mai 7h", "7h ngày mai, buổi tối": the part of the day said with the day, else in the same clause.</summary>
    private static string PartNear(Match match, string text)
    {
        if (JustBefore().Match(text[..match.Index]) is { Success: true } before)
        {
            return before.Groups["part"].Value;
        }

        if (JustAfter().Match(text, match.Index + match.Length) is { Success: true } after)
        {
            return after.Groups["part"].Value;
        }

        var clauseStart = text.LastIndexOfAny([';', '?', '!'], match.Index) + 1;
        return Parts().Matches(text[clauseStart..match.Index]) is { Count: > 0 } said ? said[^1].Value : "";
    }

    private static TimeOnly At(string written, string part)
    {
        var time = Written(written);
        var isAfternoon = part switch
        {
            "EVENING" => time.Hour is >= 1 and < 12,
            "AFTERNOON" => time.Hour is >= 1 and <= 7,
            "NIGHT" => time.Hour is >= 6 and < 12,
            "NOON" => time.Hour is 1 or 2,
            "MORNING" => false,
            _ => time.Hour is >= 1 and <= 9,
        };
        return isAfternoon ? time.AddHours(12) : time;
    }

    private static TimeOnly Written(string written) => written.Contains(':', StringComparison.Ordinal)
        ? TimeOnly.ParseExact(written, "HH:mm", CultureInfo.InvariantCulture)
        : new TimeOnly(int.Parse(written, CultureInfo.InvariantCulture) % 24, 0);

    [GeneratedRegex($"(?<= )(?:{Hour})(?= )")]
    private static partial Regex Hours();

    [GeneratedRegex("ranh den|muon nhat|tre nhat|cham nhat|khong qua|khong tre qua")]
    private static partial Regex Latest();

    [GeneratedRegex($"(?<part>{Part}) (?:cua )?#[# ]* (?:, )?(?:thi )?(?:(?:luc|vao|vao luc) )?$")]
    private static partial Regex JustBefore();

    [GeneratedRegex($"\\G (?:, )?(?:#[# ]* )?(?:, )?(?:vao )?(?:buoi )?(?<part>{Part}) ")]
    private static partial Regex JustAfter();

    [GeneratedRegex($"(?<= )(?:{Part})(?= )")]
    private static partial Regex Parts();
}
