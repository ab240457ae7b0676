using CccdBot.Core.Channels;

namespace CccdBot.Core.Outreach.Rosters;

/// <summary>The words for those who paste a list of people in a chat.</summary>
internal static class RosterTexts
{
    public const string Title = "Ghi danh sách bà con";

    public static Reply HowTo => new(
        "Cán bộ dán danh sách, mỗi người một dòng, các phần ngăn bằng dấu phẩy. Ví dụ:\n"
        + "Siu H'Bia, làng Sui, không đt, rẫy suối, qua con gái H'Lan, về thứ Bảy\nKhông ghi số căn cước. Cán bộ nhắn danh sách ngay đây nhé.");

    public static Choice PrintSheet => new("Tờ gọi để in", PasteRoster.Called, PasteRoster.Print);

    public static Reply SheetIsThere => new("Tờ gọi để in ở bàn trực, mục Bà con. Cán bộ mở bàn trực trên máy tính rồi bấm Tờ gọi để in nhé.");

    public static Choice KeepSeats(string ids) => new("Giữ chỗ buổi gần nhất", PasteRoster.Called, PasteRoster.Book, ids);

    public static string BadLine(int line, string why) => $"Dòng {line}: {why} Nhắn lại dòng này nhé.";

    public static Reply ToMend(string lines) => new($"{lines}\nCác dòng khác đã ghi. Cán bộ sửa rồi nhắn lại riêng các dòng này, thêm /danhsach ở đầu nhé.");

    public static Reply Taken(int added, int known, int bad) => new(
        $"Đã ghi {added} người mới, {known} người đã có trong danh sách{(bad > 0 ? $", {bad} dòng cần sửa" : "")}. Giữ chỗ cho những người này ở buổi gần nhất của buôn không ạ?");

    public static Reply SeatsKept(int kept, int already, int full, int nobody) => new(
        $"Đã giữ chỗ cho {kept} người{(already > 0 ? $", {already} người đã có lịch từ trước" : "")}{(full > 0 ? $", {full} người chưa có chỗ vì hết" : "")}"
        + $"{(nobody > 0 ? $", {nobody} người chưa giữ được vì chưa rõ ai báo giúp" : "")}. In tờ gọi để báo từng nhà nhé.");

    public static string NobodyCarries(string name) => $"{name}: chưa có điện thoại và người báo giúp. Nhắn lại dòng này, thêm “qua …” nhé.";

    public static string Full(string name) => $"{name}: các buổi gần đây ở buôn đã hết chỗ. Nhắn lại khi có buổi mới nhé.";
}
