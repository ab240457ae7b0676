namespace CccdBot.Core.Conversation;

/// <summary>Dates, hours, phone numbers and hotlines: digits that a village needs and that must not be hidden.</summary>
internal static class LookAlikes
{
    private const int AfterCountryCode = 9;
    private const int LongestPhone = 14;

    /// <summary>Marks every look-alike that its own shape gives away, so that no id number is read across it.</summary>
    public static void Take(NumberLine line)
    {
        for (var at = 0; at < line.Count; at++)
        {
            if (line[at].IsTaken)
            {
                continue;
            }

            for (var last = at + LengthAt(line, at) - 1; last >= at; last--)
            {
                line[last].IsTaken = true;
            }
        }
    }

    /// <summary>Returns whether the digits begin like a Vietnamese mobile number (03, 05, 07, 08, 09).</summary>
    public static bool StartsLikeMobile(string digits) =>
        digits.Length > 1 && digits[0] == '0' && digits[1] is '3' or '5' or '7' or '8' or '9';

    private static int LengthAt(NumberLine line, int at) =>
        line[at].IsSpelled ? 0
        : IsPhone(line[at].Digits) || IsCompactDate(line[at].Digits) ? 1
        : IsFullDate(line, at) ? 3
        : IsShortDate(line, at) || IsHour(line, at) || IsHotline(line, at) ? 2
        : InternationalPhone(line, at);

    private static bool IsPhone(string digits) => digits.Length switch
    {
        10 => StartsLikeMobile(digits) || digits.StartsWith("02", StringComparison.Ordinal),
        11 => digits.StartsWith("02", StringComparison.Ordinal) || digits.StartsWith("84", StringComparison.Ordinal),
        _ => false,
    };

    // "20112003", as typed on a form.
    private static bool IsCompactDate(string digits) =>
        digits.Length == 8 && IsDay(Number(digits[..2])) && IsMonth(Number(digits[2..4])) && IsYear(Number(digits[4..]));

    private static bool IsFullDate(NumberLine line, int at)
    {
        if (!IsAlone(line, at, 3))
        {
            return false;
        }

        var (first, second, third) = (line[at], line[at + 1], line[at + 2]);
        return second.Digits.Length <= 2 && IsMonth(second.Value)
            && ((first.Digits.Length <= 2 && IsDay(first.Value) && (IsYear(third.Value) || IsShortYear(line, third, at)))
                || (IsYear(first.Value) && third.Digits.Length <= 2 && IsDay(third.Value)));
    }

    private static bool IsShortYear(NumberLine line, NumberToken third, int at) =>
        third.Digits.Length == 2 && line.After(at).Sign == "/";

    // "5/12", "12/2026", "05-12", "19.30".
    private static bool IsShortDate(NumberLine line, int at)
    {
        if (!IsAlone(line, at, 2) || (line.After(at).Marks.Length > 1 && line.After(at).Sign != "/"))
        {
            return false;
        }

        var (left, right) = (line[at], line[at + 1]);
        return left.Digits.Length <= 2 && right.Digits.Length switch
        {
            <= 2 => (IsDay(left.Value) && IsMonth(right.Value)) || (line.After(at).Sign == "." && IsClock(left, right)),
            4 => line.After(at).Sign == "/" && IsMonth(left.Value) && IsYear(right.Value),
            _ => false,
        };
    }

    private static bool IsHour(NumberLine line, int at) => line.After(at).Sign == ":" && IsClock(line[at], line[at + 1]);

    private static bool IsClock(NumberToken hour, NumberToken minute) =>
        hour.Digits.Length <= 2 && hour.Value <= 23 && minute.Digits.Length == 2 && minute.Value <= 59;

    // 1900 0368, 1800 1234: the prefixes of paid and free hotlines.
    private static bool IsHotline(NumberLine line, int at) =>
        line[at].Value is 1900 or 1800 && line.Before(at) != line.After(at) && line.After(at).Strength <= GapStrength.Marks
        && line[at + 1].Digits.Length is 4 or 6 && !line[at + 1].IsSpelled;

    // +84 and then nine digits, a zero perhaps between: "+84 (0) 912 345 678".
    private static int InternationalPhone(NumberLine line, int at)
    {
        var digits = line[at].Digits;
        var isAbroad = digits is "84" or "0084" || (line.HasPlus(at) && digits.StartsWith("84", StringComparison.Ordinal));
        for (var last = at; isAbroad && digits.Length <= LongestPhone; last++)
        {
            if (PlainLength(digits) == AfterCountryCode)
            {
                return last - at + 1;
            }

            if (line.After(last).Strength > GapStrength.Marks || line[last + 1].IsSpelled)
            {
                return 0;
            }

            digits += line[last + 1].Digits;
        }

        return 0;
    }

    private static int PlainLength(string digits) => digits.TrimStart('0')[2..].TrimStart('0').Length;

    // The same sign joins exactly these numbers and no further one: "07/92/03/..." is no date.
    private static bool IsAlone(NumberLine line, int at, int numbers)
    {
        var sign = line.After(at).Sign;
        if (sign is not ("/" or "-" or ".") || line.Before(at).Sign == sign || at + numbers > line.Count)
        {
            return false;
        }

        var last = at + numbers - 1;
        return (numbers == 2 || line.After(at + 1).Sign == sign) && line.After(last).Sign != sign && !line[last].IsSpelled;
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsDay(int value) => value is >= 1 and <= 31;

    private static bool IsMonth(int value) => value is >= 1 and <= 12;

    private static bool IsYear(int value) => value is >= 1900 and <= 2100;
}
