using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>The few words by which a list says yes, no, why and who first; and the words in which we say it back.</summary>
public static class ListWords
{
    private static readonly string[] Yes = ["co", "roi", "da co", "co roi", "x", "v", "1", "yes", "da lam", "xong", "true"];
    private static readonly string[] No = ["khong", "chua", "chua co", "khong co", "0", "no", "k", "ko", "chua lam", "false"];

    private static readonly (WhyNotYet Why, string[] Words)[] Whys =
    [
        (WhyNotYet.InTheFields, ["ray", "nuong", "lam xa nha"]),
        (WhyNotYet.WorksAway, ["lam an xa", "di lam", "tinh khac", "cong ty", "di hoc"]),
        (WhyNotYet.Ill, ["om", "benh", "yeu"]),
        (WhyNotYet.PapersMissing, ["giay", "khai sinh", "ho tich"]),
        (WhyNotYet.NoPhone, ["dien thoai", "khong dt", "smartphone"]),
        (WhyNotYet.DoesNotWantTo, ["khong muon", "tu choi", "chua muon"]),
    ];

    private static readonly (Frail Frail, string[] Words)[] Frails =
    [
        (Frail.Disabled, ["khuyet tat", "tan tat", "liet"]),
        (Frail.SmallChild, ["con nho", "tre nho", "be nho", "em be", "mang thai"]),
        (Frail.Old, ["gia", "cao tuoi"]),
    ];

    /// <summary>Null for words that say neither.</summary>
    public static Known? ReadKnown(string written) => VietnameseText.Fold(written).Trim() switch
    {
        "" or "-" or "?" => Known.Unknown,
        var word when Yes.Contains(word) => Known.Yes,
        var word when No.Contains(word) => Known.No,
        _ => null,
    };

    /// <summary>A reason we do not know is one too.</summary>
    public static WhyNotYet? ReadWhy(string written) => VietnameseText.Fold(written).Trim() switch
    {
        "" or "-" => null,
        var words => Array.Find(Whys, why => Array.Exists(why.Words, words.Contains)) is { Words: not null } found ? found.Why : WhyNotYet.Other,
    };

    /// <summary>Null also for words that say no such thing.</summary>
    public static Frail? ReadFrail(string written)
    {
        var words = VietnameseText.Fold(written);
        return Array.Find(Frails, frail => Array.Exists(frail.Words, words.Contains)) is { Words: not null } found ? found.Frail : null;
    }

    /// <summary>"không", "ko có", "không đt": there is no phone, and that is said.</summary>
    public static bool SaysNone(string written) => VietnameseText.Fold(written).Trim() is "" or "-" or "k" or "ko" or "0"
        || VietnameseText.Fold(written).TrimStart().StartsWith("khong", StringComparison.Ordinal)
        || VietnameseText.Fold(written).TrimStart().StartsWith("ko ", StringComparison.Ordinal)
        || VietnameseText.Fold(written).TrimStart().StartsWith("chua", StringComparison.Ordinal);

    public static string Words(this Known known) => known switch { Known.Yes => "đã có", Known.No => "chưa có", _ => "chưa hỏi" };

    public static string Words(this WhyNotYet why) => why switch
    {
        WhyNotYet.InTheFields => "đang ở rẫy",
        WhyNotYet.WorksAway => "đi làm ăn xa",
        WhyNotYet.Ill => "đang ốm",
        WhyNotYet.PapersMissing => "thiếu giấy tờ",
        WhyNotYet.NoPhone => "không có điện thoại",
        WhyNotYet.DoesNotWantTo => "chưa muốn làm",
        _ => "lý do khác",
    };

    public static string Words(this Frail frail) => frail switch { Frail.Old => "người già", Frail.Disabled => "người khuyết tật", _ => "có con nhỏ" };
}
