namespace CccdBot.Core.Time.Spoken;

/// <summary>Parts of the day, and before, after and about.</summary>
internal sealed partial class Senses
{
    /// <summary>tối, tôi or tới.</summary>
    private int EveningOrI(int at)
    {
        var isAfterHour = IsClock(Last()) || (IsFigure(Last()) && Last(2) is "luc" or "ABOUT" or "AFTER" or "BEFORE" or "-" or "den" or "tu");
        if (isAfterHour && Marked(at) != "tối" && Bare(at + 1) is "va" or "voi" or "cung" && Persons.IsPerson(Bare(at + 2)))
        {
            return Say("toi");
        }

        if (isAfterHour && Marked(at) is not ("tối" or "tới") && !IsHourAt(at + 1) && _settled.TakeLast(6).Any(said => said is "MORNING" or "AFTERNOON"))
        {
            return Say("toi");
        }

        if (isAfterHour && IsHourAt(at + 1))
        {
            return Say("den");
        }

        if (Last() is "cho" && Bare(at + 1) == "mot" && Bare(at + 2) is "toi" or "buoi" && Marked(at) != "tối" && Bare(at + 3) is "o" or "tai" or "nao" or "," or ";" or "")
        {
            return Say($"toi mot {Bare(at + 2)}", 3);
        }

        if (Last().StartsWith("WD", StringComparison.Ordinal) && Marked(at) != "tối" && !IsHourAt(at + 1) && Bare(at + 1) is not ("luc" or "tam" or "khoang"))
        {
            return Say("toi");
        }

        if (Bare(at + 1) == "qua" && Last() is not "cho" && (Marked(at) == "tối" || (Bare(at + 2) is "toi" or "em" or "e" or "minh" or "con" && _words[at].IsBare)))
        {
            return Say("PASTDAY", 2);
        }

        var isEvening = Marked(at) == "tối" || isAfterHour || Last() is "buoi" || (IsDayAt(at + 1) && !(Marked(at) == "tôi" && Last() is "cho" or "" && Bare(at + 1) is "mai")) || (IsHourAt(at + 1) && Marked(at) is not "tôi");
        return Say(isEvening ? Evening : Marked(at) == "tới" ? "den" : "toi");
    }

    /// <summary>sáng, or sang: the day or place a booking is moved to.</summary>
    private int MorningOrTo(int at)
    {
        var isAfterHour = IsClock(Last());
        var next = Bare(at + 1);
        var isWish = (Last() is "muon" or "xin" or "dinh" || Last(2) == "cho") && ((_hasMarks && Marked(at) == "sang" && Last(2) != "cho") || HasAppointment);
        var movesTo = (HasMoved && !MovedTo && !(Last() == "qua" && IsDayAt(at + 1))) || isWish || (isAfterHour && IsHourAt(at + 1));
        var isMorning = Marked(at) == "sáng" || (!movesTo && (isAfterHour || Last() is "buoi" || IsDayAt(at + 1) || IsHourAt(at + 1) || next is "som" or "nay"));
        return isMorning && Last() is not "cuoc" ? Say("MORNING") : Say("TO");
    }

    /// <summary>"lịch của tôi là 19h", "hôm trước tôi đặt": what follows may be moved.</summary>
    private bool HasAppointment => _settled.Contains("PASTDAY") || _settled.Zip(_settled.Skip(1)).Any(pair => pair is ("lich", "cua") or ("da", "dat") or ("da", "hen") or ("co", "hen") or ("co", "lich"));

    private bool HasMoved => _settled.TakeLast(14).Any(said => said is "doi" or "chuyen" or "lui" or "hoan" or "day" or "dich" or "sua" or "thay" or "hen");

    private bool MovedTo => _settled.TakeLast(8).Contains("TO");

    private int NightOrBring(int at) => Marked(at) == "đêm" || (_words[at].IsBare && IsDayAt(at + 1)) || IsClock(Last()) ? Say("NIGHT") : 0;

    private int PartOfDay(int at) => Bare(at + 1) is "toi" ? Say($"buoi {Evening}", 2) : Bare(at + 1) is "sang" ? Say("buoi MORNING", 2) : 0;

    private int SixOrAfter(int at) => Last() is "tuan" or "WD" ? 0
        : IsHourAt(at + 1) || Bare(at + 1) is "luc" or "khoang" or "tam" or "gio" || (Numerals.At(_words, at + 1) is (>= 5 and <= 21, > 0) and var (_, taken) && (Bare(at + 1 + taken) is "toi" or "sang" or "chieu" or "," or "")) ? Say("AFTER")
        : 0;

    private int Before(int at) => IsHourAt(at + 1) || (Numerals.At(_words, at + 1) is (>= 5 and <= 21, > 0) and var (_, taken) && (Bare(at + 1 + taken) is "toi" or "sang" or "chieu")) ? Say("BEFORE") : 0;

    private int SevenOrNow(int at) => Bare(at + 1) == "gio" ? Say("NOW", 2) : 0;

    private int About(int at) => IsHourAt(at + 1) || (Bare(at) is "tam" or "khoang" && Numerals.At(_words, at + 1) is (>= 5 and <= 21, > 0) and var (_, taken) && Bare(at + 1 + taken) is "toi" or "sang" or "chieu")
        ? Say("ABOUT")
        : Bare(at) is "khoang" or "tam" && Bare(at + 1) is "tu" or "luc" ? Say("ABOUT") : 0;
}
