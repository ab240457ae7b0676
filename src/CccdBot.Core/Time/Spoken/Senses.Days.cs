namespace CccdBot.Core.Time.Spoken;

/// <summary>Days: weekdays, dates, mai and mốt; and the names that sound like them.</summary>
internal sealed partial class Senses
{
    private int Weekday(int at)
    {
        var day = Bare(at + 1) is { Length: 1 } figure && figure[0] is >= '2' and <= '7' ? figure[0] - '0' : Bare(at) == "thu" ? Numerals.Unit(Unslipped(Bare(at + 1), "hai", "bay", "sau", "nam")) : 0;
        if (day is < 2 or > 7 || (Bare(at) == "thu" && IsRank(at)) || Bare(at + 1) == "lam")
        {
            return 0;
        }

        return Say($"WD{day}", 2);
    }

    /// <summary>"thứ hia", "tuần sua": the word waited for here, where the fingers only changed two letters' order.</summary>
    private static string Unslipped(string bare, params ReadOnlySpan<string> waitedFor)
    {
        foreach (var word in waitedFor)
        {
            if (Spelling.Swapped(bare).Contains(word))
            {
                return word;
            }
        }

        return bare;
    }

    /// <summary>"lần thứ hai", "người thứ ba".</summary>
    private bool IsRank(int at) => Last() is "lan" or "dua" || (Last() is "nguoi" or "con" && !IsFigure(Last(2)) && !_words[at + 1].IsNumber);

    private int Sunday(int at) => Bare(at + 1) is "nhat" or "nhut" ? Say("WD8", 2) : 0;

    private int NamedDay(int at)
    {
        var (number, taken) = Numerals.At(_words, at + 1, shortTens: true);
        var isNth = taken > 0 && number is >= 1 and <= 31 && !Persons.IsCounted(Bare(at + 1 + taken)) && Bare(at + 1 + taken) is not ("gio" or "h" or "g" or "ruoi");
        return (Bare(at), Bare(at + 1)) switch
        {
            ("hom" or "bua" or "ngay", "nay") => Say("TODAY", 2),
            ("ngay", "hom") when Bare(at + 2) is "nay" or "qua" => 1,
            ("hom" or "bua", "qua" or "kia" or "no" or "roi" or "hom" or "bua" or "truoc") => Say("PASTDAY", 2),
            ("ngay", "qua" or "truoc") when Bare(at) == "ngay" && Bare(at + 1) == "truoc" && Numerals.At(_words, at + 2).Words == 0 => Say("PASTDAY", 2),
            ("hom" or "ngay" or "bua", "khac" or "nao") => Say($"{Bare(at)} {Bare(at + 1)}", 2),
            ("ngay", "kia") => Say(Marked(at + 1) == "kìa" ? "D3" : "D2", 2),
            ("ngay" or "hom" or "bua", "mot") when Bare(at + 2) is not ("thang" or "/" or "am" or "tet" or "tay" or "nguoi" or "suat") => Say("D2", 2),
            ("ng", _) when !isNth || !_words[at + 1].IsNumber || IsFigure(Last()) => Say("nguoi"),
            ("hom" or "bua", _) when isNth && !_words[at + 1].IsNumber => 0,
            ("mung" or "mong", _) when isNth => Say($"mung {number}", taken + 1),
            _ when isNth => Say($"ngay {number}", taken + 1),
            _ => 0,
        };
    }

    private int Month(int at)
    {
        var (number, taken) = Numerals.At(_words, at + 1);
        return (Bare(at + 1)) switch
        {
            "gieng" => Say("thang 1 am", 2),
            "chap" => Say("thang 12 am", 2),
            "truoc" or "roi" => Say("PASTDAY", 2),
            "nay" or "sau" or "toi" when !IsHourAt(at + 1) => Say($"thang {Bare(at + 1)}", 2),
            _ when taken > 0 && number is >= 1 and <= 12 => Say($"thang {number}", taken + 1),
            _ => 0,
        };
    }

    private int Tomorrow(int at)
    {
        if (Bare(at + 1) is "mot" && Marked(at + 1) is not "một" && !Persons.IsSurelyCounted(Bare(at + 2)) || Bare(at + 1) == "kia" || Last() is "nay" or "TODAY" && Bare(at - 1) == "nay" && Last(2) is not (Evening or "MORNING" or "AFTERNOON") && Bare(at - 2) is not ("hom" or "bua"))
        {
            return Say("SOMEDAY", Bare(at + 1) is "mot" or "kia" ? 2 : 1);
        }

        return IsName(at) ? Say("mai") : Say("D1");
    }

    private bool IsName(int at) => Marked(at) == "mai"
        && (Bare(at - 1) is "thi" or "ten" or "y" or "h'" or "van" || (Persons.IsTitle(Bare(at - 1)) && _words.Where((_, i) => i != at).Select((word, i) => word.Bare).Any(bare => bare is "thu" or "chu" or "ngay" or "hom" or "mai" or "mot" or "nay" or "t" or "tuan")));

    private int DayAfter(int at)
    {
        if (Bare(at) == "kia")
        {
            return Last() is Evening or "MORNING" or "AFTERNOON" or "ngay" or "bua" || Bare(at - 1) is "ngay" ? Say(Marked(at) == "kìa" ? "D3" : "D2") : 0;
        }

        if (Bare(at - 1) is "ten" || Persons.IsFamilyName(Bare(at - 1)))
        {
            return 0;
        }

        var isDay = Bare(at - 1) is "ngay" or "hom" or "bua" || Last() is Evening or "MORNING" or "AFTERNOON" or "NOON" or "TO" or "hoac" or "hay" or "," or "den"
            || (Last() is "qua" && HasMoved) || Marked(at) == "mốt";
        var isFor = Bare(at + 1) == "cho" && Last() is not "," && Persons.IsPerson(Bare(at + 2));
        return isDay && (isFor || !Persons.IsCounted(Bare(at + 1))) && Bare(at + 1) is not ("minh" or "lich" or "buoi" or "lan" or "chut" or "gio" or "h" or "cai" or "chuyen" or "it")
            ? Say("D2") : 0;
    }

    /// <summary>"tối nay", or "nay em rảnh" where a message begins; the Jrai family name Nay stays a name.</summary>
    private int Now(int at) =>
        Last() is Evening or "MORNING" or "AFTERNOON" or "NOON" or "NIGHT" or "tu" || (Last() is "" or "," or ";" && Bare(at + 1) is "em" or "e" or "toi" or "tui" or "minh" or "con" or "co" or "can")
            ? Say("TODAY") : 0;

    private int Week(int at) => Unslipped(Bare(at + 1), "sau") is var which && which != Bare(at + 1) ? Say($"tuan {which}", 2) : Bare(at + 1) switch
    {
        "truoc" or "roi" or "qua" when !IsHourAt(at + 2) => Say("PASTDAY", 2),
        "sau" or "toi" or "nay" or "ti" when !(Bare(at + 1) is "sau" && IsHourAt(at + 1)) => Say($"tuan {(Bare(at + 1) == "ti" ? "toi" : Bare(at + 1))}", 2),
        _ => 0,
    };

    private bool IsDayAt(int at) => Bare(at) switch
    {
        "nay" or "mai" => true,
        "kia" or "do" => Bare(at) == "kia",
        "mot" => Bare(at + 1) is not ("minh" or "nguoi" or "suat" or "cho" or "lich" or "buoi" or "cai" or "lan" or "slot" or "dua" or "ca"),
        "thu" or "t" => Bare(at + 1) is ("2" or "3" or "4" or "5" or "6" or "7") || (Bare(at) == "thu" && Numerals.Unit(Bare(at + 1)) >= 2),
        "chu" or "chua" => Bare(at + 1) is "nhat" or "nhut",
        "hom" or "bua" => Bare(at + 1) is "nay" or "mot" or "thu" or "chu" or "t" or "mai",
        "ngay" or "mung" or "mong" or "ng" => Numerals.At(_words, at + 1, shortTens: true).Words > 0 || Bare(at + 1) is "mai" or "mot" or "kia" or "hom",
        "cuoi" or "dau" or "giua" => Bare(at + 1) == "tuan",
        "tuan" => Bare(at + 1) is "sau" or "toi" or "nay",
        "ram" or "giao" => true,
        _ when IsLoneDay(at) => true,
        _ => at < _words.Count && _words[at].IsNumber && Bare(at + 1) is "/" or "-" or "." && Numerals.At(_words, at + 2).Words > 0 && !IsHourAt(at),
    };

    /// <summary>"tối 20": from ten on it cannot be the hour.</summary>
    private bool IsLoneDay(int at) => at < _words.Count && _words[at].IsNumber && Numerals.At(_words, at) is (>= 13 and <= 31, > 0)
        && (!Persons.IsCounted(Bare(at + 1)) || (Bare(at + 1) == "cho" && Persons.IsPerson(Bare(at + 2)))) && Bare(at + 1) is not ("tuoi" or "gio" or "h" or "g" or ":" or "." or "-" or "phut" or "k");

    private static bool IsTag(string settled) => settled is Evening or "MORNING" or "AFTERNOON" or "NOON" or "NIGHT" or "TODAY" or "D1" or "D2" or "D3" || settled.StartsWith("WD", StringComparison.Ordinal);
}
