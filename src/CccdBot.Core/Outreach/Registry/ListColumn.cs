using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>What a column of a list speaks of.</summary>
public enum ListColumn
{
    /// <summary>Not needed here: left out.</summary>
    None,
    Name,
    Village,
    Phone,
    BirthYear,
    FieldArea,
    Carrier,
    Back,
    Card,
    Vneid,
    WhyNot,
    Frail,
    Note,

    /// <summary>Numbers of ID cards: never kept.</summary>
    IdNumber,
    Household,
}

/// <summary>Tells by its heading what a column speaks of, with or without marks.</summary>
public static class ListColumns
{
    /// <summary>The first that fits counts, so the narrower words stand before the wider ones.</summary>
    private static readonly (ListColumn Column, string[] Words)[] Headings =
    [
        (ListColumn.IdNumber, ["so cccd", "so can cuoc", "so cmnd", "so cmt", "so dinh danh", "ma dinh danh", "so giay to", "cmnd", "cmt", "cccd/cmnd"]),
        (ListColumn.Vneid, ["vneid", "dinh danh dien tu", "dinh danh muc"]),
        (ListColumn.Card, ["co the", "da co can cuoc", "da co cccd", "co cccd", "co can cuoc", "the can cuoc", "the cccd", "tinh trang the"]),
        (ListColumn.IdNumber, ["cccd", "can cuoc"]),
        (ListColumn.Household, ["chu ho", "ho gia dinh", "so ho", "thuoc ho"]),
        (ListColumn.Carrier, ["nguoi bao", "bao giup", "nguoi nhan", "nguoi chuyen loi", "nguoi lien he", "lien he qua", "bao qua"]),
        (ListColumn.Phone, ["dien thoai", "so dt", "sdt", "so dien thoai", "dt", "phone", "di dong"]),
        (ListColumn.BirthYear, ["nam sinh", "ngay sinh", "sinh nam", "ns"]),
        (ListColumn.Village, ["buon", "lang", "thon", "plei", "ban", "dia chi", "noi o", "to dan pho"]),
        (ListColumn.FieldArea, ["ray", "khu san xuat", "noi lam", "nuong", "khu vuc"]),
        (ListColumn.Back, ["ngay ve", "khi nao ve", "hay ve", "bao gio ve", "du kien ve", "ve nha", "luc ve"]),
        (ListColumn.WhyNot, ["ly do", "vi sao", "vuong mac"]),
        (ListColumn.Frail, ["uu tien", "doi tuong", "dien"]),
        (ListColumn.Note, ["ghi chu", "luu y"]),
        (ListColumn.Name, ["ho va ten", "ho ten", "ten goi", "ho va ten khai sinh", "ten", "name"]),
    ];

    public static ListColumn Of(string heading)
    {
        var words = $" {string.Join(' ', VietnameseText.Fold(heading).Split([' ', '_', '.', ':', '\n'], StringSplitOptions.RemoveEmptyEntries))} ";
        return Array.Find(Headings, known => Array.Exists(known.Words, word => words.Contains($" {word} ", StringComparison.Ordinal))).Column;
    }

    public static string Words(this ListColumn column) => column switch
    {
        ListColumn.Name => "tên",
        ListColumn.Village => "buôn, làng",
        ListColumn.Phone => "điện thoại",
        ListColumn.BirthYear => "năm sinh",
        ListColumn.FieldArea => "rẫy ở đâu",
        ListColumn.Carrier => "ai báo giúp",
        ListColumn.Back => "khi nào về",
        ListColumn.Card => "đã có thẻ căn cước",
        ListColumn.Vneid => "đã có VNeID",
        ListColumn.WhyNot => "vì sao chưa",
        ListColumn.Frail => "ưu tiên",
        ListColumn.Note => "ghi chú",
        ListColumn.IdNumber => "số giấy tờ",
        ListColumn.Household => "hộ, nhà ai",
        _ => "không dùng",
    };
}
