namespace CccdBot.Core.Time.Spoken;

/// <summary>Hours: "bảy giờ mười lăm", "7h30", "8 giờ kém 10"; and what only sounds like one.</summary>
internal sealed partial class Senses
{
    private static bool IsClock(string settled) => settled is [_, _, ':', _, _];

    /// <summary>"bảy giờ mười lăm", "7h30", "8 giờ kém 10", "6 rưỡi", "7r".</summary>
    private int Clock(int at)
    {
        var (hour, taken) = Numerals.At(_words, at);
        if (taken == 0 || hour > 24 || IsNoHour(at, taken))
        {
            return 0;
        }

        var next = at + taken;
        if (Bare(next) is "ruoi" || (Bare(next) is "r" && _words[at].IsNumber))
        {
            return Say(ClockText(hour, Half), taken + 1);
        }

        if (Bare(next) is ":" && Numerals.At(_words, next + 1) is (< 60, > 0) and var (minute, _))
        {
            return Say(ClockText(hour, minute), Bare(next + 2) is "h" or "gio" ? 4 : 3);
        }

        if (Bare(next) is not ("gio" or "h" or "g") || IsLength(next + 1))
        {
            return 0;
        }

        var (minutes, more) = Minutes(next + 1);
        return Say(ClockText(hour, minutes), taken + 1 + more);
    }

    /// <summary>Minutes before the hour are negative: "8 giờ kém 15" is 07:45.</summary>
    private static string ClockText(int hour, int minutes)
    {
        var all = ((hour * 60) + minutes + DayMinutes) % DayMinutes;
        return $"{all / 60:00}:{all % 60:00}";
    }

    /// <summary>"bây giờ", "sau giờ làm" and "từ giờ" begin with words that are numbers elsewhere.</summary>
    private bool IsNoHour(int at, int taken) => taken == 1 && Bare(at) switch
    {
        "bay" => Bare(at + 1) == "gio" && IsNowHere(at),
        "sau" => Bare(at + 1) is "gio" && Marked(at) != "sáu" && Last() is not ("AFTER" or "BEFORE" or "ABOUT" or "luc") && Bare(at + 2) is not ("ruoi" or "kem") && (Bare(at + 2) is "lam" or "hanh" or "hoc" or "tan" or "com" or "day" || Marked(at) == "sau" && _hasMarks),
        "tu" => Marked(at) != "tư",
        "nam" => Marked(at) is "nam" && _hasMarks && Bare(at + 1) is not ("gio" or "ruoi"),
        "lam" or "nham" => true,
        _ => false,
    };

    /// <summary>"bay gio toi thu bay con lich khong": now; "luc bay gio toi": at seven.</summary>
    private bool IsNowHere(int at)
    {
        if (Marked(at) is "bây" or "bầy" or "bấy")
        {
            return true;
        }

        if (Marked(at) is "bảy" or "bẩy" || Bare(at + 2) is "kem" or "ruoi" || Numerals.At(_words, at + 2).Words > 0)
        {
            return false;
        }

        var isAfterDay = Last() is "luc" or "ABOUT" or "BEFORE" or "AFTER" or "vao" or "den" or "TO" or "cung" or "van" || IsClock(Last()) || (Last(2) == "cho" && Persons.IsPronoun(Last())) || IsTag(Last());
        var isBeforePart = Bare(at + 2) is "toi" or "sang" or "chieu" && !IsDayAt(at + 3) && Bare(at + 3) is not ("muon" or "xin" or "can" or "co");
        return !isAfterDay && !isBeforePart;
    }

    /// <summary>"2 giờ đồng hồ", "1 giờ nữa": how long, not when.</summary>
    private bool IsLength(int at) => Bare(at) is "dong" or "nua";

    private (int Minutes, int Words) Minutes(int at)
    {
        if (Bare(at) is "ruoi" or "r")
        {
            return (Half, 1);
        }

        var isShort = Bare(at) == "kem";
        var first = isShort ? at + 1 : at;
        if (Bare(first) is "00")
        {
            return (0, Bare(first + 1) is "phut" or "p" ? 2 : 1);
        }

        var (minutes, taken) = Numerals.At(_words, first);
        var next = first + taken;
        var hasUnit = Bare(next) is "phut" or "p";
        var isFigure = taken == 1 && Bare(first).Length == 2 && _words[first].IsNumber;
        var isMinutes = isFigure ? !IsDated(next) && !Persons.IsSurelyCounted(Bare(next)) : minutes % 5 == 0 && !IsDated(next) && !Persons.IsCounted(Bare(next));
        if (taken == 0 || minutes > 59 || !(isShort || hasUnit || isMinutes))
        {
            return default;
        }

        return (isShort ? -minutes : minutes, next - at + (hasUnit ? 1 : 0));
    }

    private bool IsDated(int at) => Bare(at) is "/" or "thang" or "." or "gio" or "h" or "g"
        || (Bare(at) is "-" && !IsHourAt(at + 1));

    /// <summary>A number that is an hour, or the first of two that are: "7 đến 8 giờ".</summary>
    private bool IsHourAt(int at)
    {
        var (hour, taken) = Numerals.At(_words, at);
        return taken > 0 && hour <= 24 && (Bare(at + taken) is "gio" or "h" or "g" or "ruoi" or "r" or ":"
            || (Bare(at + taken) is "-" or "den" or "toi" && Numerals.At(_words, at + taken + 1) is (<= 24, > 0) and var (_, more) && Bare(at + taken + 1 + more) is "gio" or "h" or "g" or "ruoi" or "r"));
    }
}
