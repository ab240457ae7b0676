namespace CccdBot.Core.Time.Spoken;

/// <summary>Words for persons, and words that follow a number of them.</summary>
internal static class Persons
{
    private static readonly HashSet<string> Pronouns = Set("toi tui em minh con chau tao to e tau ta");

    private static readonly HashSet<string> Kin = Set("ong ba bo me ma cha tia u anh chi em con chau co di chu bac cau mo thim duong vo chong ban cu");

    private static readonly HashSet<string> Titles = Set("ong ba anh chi co di chu bac cau mo thim duong cu");

    private static readonly HashSet<string> Families = Set("siu ksor kpa rmah rcom rahlan rolan rochom hiao puih kpuih y h'");

    private static readonly HashSet<string> Surely = Set("nguoi dua suat slot phan khau nhan thanh luot ng nhoc mạng");

    private static readonly HashSet<string> Also = Set("con chau em anh chi ban vo chong me bo cha ma ong ba co chu bac cu cai the tam ngay hom bua tuan hoc tre be lich khach vi cap tieng cho SEAT thang cmnd ve buoi doan ho nhan bo");

    public static bool IsPronoun(string bare) => Pronouns.Contains(bare);

    public static bool IsPerson(string bare) => Pronouns.Contains(bare) || Kin.Contains(bare) || bare is "nguoi" or "nha" or "gia" or "ca" or "hai" or "2";

    /// <summary>"chị", "bác": a name may follow.</summary>
    public static bool IsTitle(string bare) => Titles.Contains(bare);

    /// <summary>"Siu", "Ksor": the word after it is a name, whatever else it means.</summary>
    public static bool IsFamilyName(string bare) => Families.Contains(bare);

    /// <summary>May this word follow a number of things?</summary>
    public static bool IsCounted(string bare) => Surely.Contains(bare) || Also.Contains(bare);

    /// <summary>Before this word even "sau" and "nam" are numbers.</summary>
    public static bool IsSurelyCounted(string bare) => Surely.Contains(bare);

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
