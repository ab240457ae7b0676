using System.Globalization;

namespace CccdBot.Core.Time.Spoken;

/// <summary>Settles words that mean two things by what stands around them, and by their marks where these help.</summary>
/// <remarks>Marks come second: who writes "tôi nay" means this evening, and most write none.</remarks>
internal sealed partial class Senses
{
    private const string Evening = "EVENING";

    private const int Half = 30;

    private const int DayMinutes = 24 * 60;

    private readonly IReadOnlyList<Word> _words;
    private readonly List<string> _settled = [];

    /// <summary>Who types marks means a word without them to have none.</summary>
    private readonly bool _hasMarks;

    private readonly Dictionary<string, Func<int, int>> _rules;

    private Senses(IReadOnlyList<Word> words)
    {
        _words = words;
        _hasMarks = words.Count(word => !word.IsBare) * 3 > words.Count;
        _rules = new()
        {
            ["thu"] = Weekday, ["t"] = Weekday, ["chu"] = Sunday, ["chua"] = Sunday,
            ["hom"] = NamedDay, ["bua"] = NamedDay, ["ngay"] = NamedDay, ["mung"] = NamedDay, ["mong"] = NamedDay, ["ng"] = NamedDay, ["thang"] = Month,
            ["mai"] = Tomorrow, ["mot"] = DayAfter, ["kia"] = DayAfter, ["nay"] = Now, ["tuan"] = Week,
            ["toi"] = EveningOrI, ["sang"] = MorningOrTo, ["chieu"] = _ => Say("AFTERNOON"), ["trua"] = _ => Say("NOON"),
            ["dem"] = NightOrBring, ["khuya"] = _ => Say("NIGHT"), ["buoi"] = PartOfDay,
            ["sau"] = SixOrAfter, ["truoc"] = Before, ["bay"] = SevenOrNow, ["nowgio"] = _ => Say("NOW"),
            ["tam"] = About, ["khoang"] = About, ["chung"] = About, ["do"] = About, ["quang"] = About, ["gan"] = About, ["hoi"] = About, ["doan"] = About, ["loi"] = About, ["lang"] = About,
            ["tu"] = _ => Say("tu"), ["h"] = _ => Say("gio"), ["r"] = _ => Say("roi"), ["c"] = LevelOrSister, ["a"] = BrotherOrPlease,
            ["ban"] = BusyOrFriend, ["cho"] = SeatOrFor, ["dan"] = PlaceOrLead, ["mang"] = at => IsHeads(at) ? Say("mạng") : 0, ["vo"] = IntoOrWife, ["doi"] = MoveOrWait, ["roi"] = ThenOrMove, ["hoan"] = DelayOrName, ["huy"] = CancelOrName, ["di"] = AuntOrGo, ["co"] = AuntOrAbout, ["dk"] = _ => Say("dang ky"),
        };
    }

    public static IReadOnlyList<string> Settle(IReadOnlyList<Word> words)
    {
        var senses = new Senses(words);
        for (var at = 0; at < words.Count;)
        {
            at += Math.Max(1, senses.SettleAt(at));
        }

        return senses._settled;
    }

    /// <returns>How many words were settled.</returns>
    private int SettleAt(int at)
    {
        if (Clock(at) is > 0 and var clock)
        {
            return clock;
        }

        if (_rules.TryGetValue(Bare(at), out var rule) && rule(at) is > 0 and var taken)
        {
            return taken;
        }

        return Counted(at) is > 0 and var counted ? counted : Say(Bare(at));
    }

    private string Bare(int at) => at >= 0 && at < _words.Count ? _words[at].Bare : "";

    private string Marked(int at) => at >= 0 && at < _words.Count ? _words[at].Marked : "";

    private string Last(int back = 1) => _settled.Count >= back ? _settled[^back] : "";

    private static bool IsFigure(string settled) => settled.Length > 0 && char.IsAsciiDigit(settled[0]);

    private int Say(string meant, int words = 1)
    {
        _settled.AddRange(meant.Split(' '));
        return words;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"đặt cho mẹ, dì tôi": in a row of kin it is not "đi".</summary>
    private int AuntOrGo(int at) => Marked(at) == "dì" || (_words[at].IsBare && Last() is "," or "va" or "voi" && (Bare(at + 1) is "em" or "tui" or "minh" or "chau"
        || (Bare(at + 1) == "toi" && Bare(at + 2) is "va" or "voi" or "," or ";" or ""))) ? Say("dì") : 0;

    private int AuntOrAbout(int at) => Marked(at) == "cô" ? Say("cô") : About(at);

    /// <summary>"với a trai", "2 a em", "cho a Tuấn"; at a message's end it only asks nicely.</summary>
    private int BrotherOrPlease(int at) => Bare(at + 1) is "trai" or "re" or "ho" or "ruot" || (IsFigure(Last()) && Bare(at + 1) is "em")
        || (Last() is "cho" or "voi" or "va" or "cua" or "giup" && Bare(at + 1) is not ("" or "," or ";" or "?" or "nhe" or "nha")) ? Say("anh") : 0;

    private int LevelOrSister(int at) => Bare(at + 1) is "1" or "2" or "3" ? Say("cap") : Say("chi");

    /// <summary>bận, or bạn.</summary>
    private int BusyOrFriend(int at)
    {
        var isBusy = Marked(at) == "bận" || (Marked(at) is "ban" && Last() is "toi" or "em" or "e" or "con" or "minh" or "tui" or "bi" or "hoi" or "lai" or "deu" or "cung" or "dang" or "chau" or "roi" or "t" or "gio" || Last().StartsWith("WD", StringComparison.Ordinal) || IsTag(Last()))
            && Bare(at + 1) is not ("em" or "toi" or "be" or "than" or "gai" or "trai" or "cung" or "tui" or "minh" or "chau" or "nho");
        return isBusy && Marked(at) is not "bạn" && (Bare(at + 1) != "hoc" || Persons.IsPronoun(Last())) ? Say("BUSY") : 0;
    }

    /// <summary>chỗ, or cho.</summary>
    private int SeatOrFor(int at) => Marked(at) is "chở" ? Say("chở") : Marked(at) is "chỗ" or "chổ" or "chô" or "chỡ" || (_words[at].IsBare && (Last() is "con" or "co" or "het" or "giu" or "du" || (IsFigure(Last()) && Last(2) is not ("muc" or "cap" or "thon" or "lop" or "thang" or "ngay" or "/")))
            && (!Persons.IsPerson(Bare(at + 1)) || (Bare(at + 1) is "toi" && IsDayAt(at + 2) && (IsFigure(Last()) || (Last() is "con" && Bare(_words.Count - 1) is "khong")))))
        ? Say("SEAT") : 0;

    private int PlaceOrLead(int at) => Marked(at) is "dân" or "dẫn" or "dặn" or "dần" or "đần" or "đàn" && Last() is not ("buon" or "lang") ? Say(Marked(at)) : 0;

    private int IntoOrWife(int at) => _words[at].IsBare && Bare(at + 1) is "nha" or "buon" or "hoi" or "lam" or "do" or "day" or "uy" or "truong" or "tan" or "danh" or "rong" or "lang" or "sui" or "blak" && Last() is not ("cho" or "va" or "voi" or "2")
        ? Say("vao") : 0;

    /// <summary>"nhà tui ba mạng": three persons; "mang" is to bring along.</summary>
    private bool IsHeads(int at) => Marked(at) == "mạng" || (Bare(at) == "mang" && Bare(at + 1) is "," or ";" or "");

    private int MoveOrWait(int at) => (Marked(at) is "đợi" or "đời" or "đội" or "đôi" or "đòi" or "đói" && !IsBooking(at + 1))
        || (_words[at].IsBare && (Last() is "trong" || Bare(at + 1) is "san" or "cong" or "tru" || (_words.Count > at + 1 && _words[at + 1].IsNumber && Bare(at + 2) is not ("gio" or "h" or "g" or ":"))))
            ? Say(Marked(at) == "doi" ? "đội" : Marked(at)) : 0;

    /// <summary>"rời lịch": "dời" as many say and write it.</summary>
    private int ThenOrMove(int at) => Marked(at) is "rời" or "dới" || (_words[at].IsBare && Last() is "xin" or "muon" or "cho" or "nho" or "") ? IsBooking(at + 1) ? Say("doi") : 0 : 0;

    /// <summary>"Siu Hoan", "chị Hoàn": a name, not "hoãn".</summary>
    private int DelayOrName(int at) => Marked(at) != "hoãn" && (Marked(at) == "hoàn" || Persons.IsTitle(Bare(at - 1)) || Bare(at - 1) is "ten" or "van" or "thi" || Persons.IsFamilyName(Bare(at - 1))) ? Say("Hoan") : 0;

    private bool IsBooking(int at) => Bare(at) is "lich" or "hen" or "buoi" || (Bare(at) is "gio" or "ngay" && Bare(at + 1) == "hen");

    private int CancelOrName(int at) => Marked(at) == "huy" && (Bare(at - 1) is "anh" or "ten" or "van" or "quang" or "duc" or "thang" or "ong" or "chu") && Bare(at + 1) is not ("lich" or "giup" or "hen" or "cho") ? Say("Huy") : 0;

    /// <summary>"hai người", "3 đứa", "bốn ngày nữa": figures for all that is counted.</summary>
    private int Counted(int at)
    {
        var (number, taken) = Numerals.At(_words, at);
        if (taken == 0 || _words[at].IsNumber)
        {
            return 0;
        }

        var next = IsHeads(at + taken) ? "mạng" : Bare(at + taken);
        var isCounted = Persons.IsSurelyCounted(next) || (Bare(at) is not ("ba" or "nam" or "sau" or "bay" or "tam" or "tu" or "lam" or "nham" or "mot") && Persons.IsCounted(next))
            || (Bare(at) == "ba" && ((next is "me" or "cha" or "bo" or "ma" && Bare(at + 2) == "con" && !(Bare(at + 3) is "voi" or "va" && Bare(at + 4) is "con")) || (next is "anh" or "chi" && Bare(at + 2) == "em") || (next is "ong" or "ba" && Bare(at + 2) == "chau")))
            || (Bare(at) == "ba" && next is "con" && Bare(at + 2) is "nho" or "trai" or "gai" or "be" && Last() is "va" or "voi" or "," or "co")
            || (Bare(at) == "mot" && next is "SEAT" or "cho" && !Persons.IsPerson(Bare(at + taken + 1)));
        return isCounted ? Say(Text(number), taken) : Bare(at) == "mot" && next == "minh" ? Say("ALONE", 2) : 0;
    }
}
