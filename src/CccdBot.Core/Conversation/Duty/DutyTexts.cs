using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>The words for officers in their own chats.</summary>
internal static class DutyTexts
{
    public const string OnTitle = "Dành cho cán bộ trực";
    public const string OffTitle = "Thôi nhận câu hỏi";
    public const string DoorTitle = "Mở bàn trực trên máy tính";
    public const string ComeInTitle = "Nhận lời mời làm việc";
    public const string SomeOfficer = "Một cán bộ khác";

    private const string TakeLabel = "Trả lời";
    private const string DoneLabel = "Xong";

    public static Reply ForStaffOnly => new(
        "Lệnh này dành cho cán bộ trực của xã. Bà con cần gặp cán bộ, em chuyển lời giúp nhé.", ConversationTexts.MenuChoices);

    public static Reply WrongCode => new(
        "Mã này đã cũ hoặc chưa đúng. Cán bộ lấy mã mới ở trang bàn trực, mục Điện thoại, rồi nhắn lại giúp em.");

    public static Reply Linked => new(
        "Đã nối khung này với bàn trực. Có bà con cần gặp người thật, em nhắn ở đây; cán bộ bấm Trả lời để nhận. Thôi trực: nhắn /thoitruc.");

    public static Reply Unlinked => new("Khung này thôi nhận câu hỏi của bà con. Muốn nhận lại, cán bộ lấy mã mới ở trang bàn trực nhé.");

    public static Reply SomeoneWaitsToComeIn => new("Có người nhận lời mời và chờ xác nhận tên. Cán bộ xem trang bàn trực, mục Người làm việc giúp em.");

    public static Reply NoScreenWaits => new("Chưa có màn hình nào chờ. Trên máy tính, mở trang bàn trực, bấm Vào bằng điện thoại, rồi nhắn /vao.");

    public static Reply DoorOpen => new("Được rồi. Trên máy tính, cán bộ bấm Vào bàn trực. Không phải máy của cán bộ thì báo ngay trưởng công an xã.");

    public static Reply NoSuchScreen => new("Số này không còn trên màn hình nào. Trên máy tính, bấm Lấy số khác, rồi nhắn /vao.");

    public static Reply CameInByServerCode => new(
        "Vừa có người vào bàn trực bằng mã in trên máy chủ, với quyền trưởng công an xã. Không phải người quen thì cán bộ nhắn /vao, mở mục Nhật ký xem ngay giúp em.");

    public static Reply WrongInvite => new("Lời mời này đã dùng, đã cũ hoặc chưa đúng. Xin trưởng công an xã một lời mời mới nhé.");

    public static Reply NameAgain => new($"Tên từ 1 đến {StaffMember.LongestName} chữ cái. Bà con nhắn lại họ tên giúp em.");

    public static Reply ChiefIsAsked => new("Em đã ghi tên và nhắn trưởng công an xã. Được xác nhận, em báo ngay ở đây.");

    public static Reply WhichNumber(IReadOnlyList<int> numbers) => new(
        "Mở bàn trực trên máy tính? Cán bộ bấm đúng số đang hiện trên màn hình. Không thấy số ấy thì đừng bấm.",
        [.. numbers.Select(number => new Choice(Number(number), AtTheDoor.Called, AtTheDoor.Pick, Number(number)))]);

    public static Reply WhoAreYou(Role role) => new($"Bà con được mời làm {role.Words()}. Bà con nhắn họ tên để trưởng công an xã xác nhận nhé.");

    public static Reply Welcome(Role role) => new($"Trưởng công an xã đã xác nhận. Việc từ nay: {role.Words()}. Mở bàn trực trên máy tính thì nhắn /vao.");

    public static Reply NobodyWaits => new("Chưa có ai đang chờ. Có câu hỏi mới, em nhắn ngay ở đây nhé.");

    public static Reply TooLong => new("Lời này dài quá nên em chưa chuyển. Cán bộ chia làm hai tin giúp em nhé.");

    public static Reply Lapsed(long request) => new(
        "Đã quá 30 phút không nhắn, máy đang trả lời thay. Lời này chưa chuyển; cán bộ bấm Trả lời rồi nhắn lại giúp em.", Take(request));

    public static Reply Over => new("Cuộc này đã kết thúc, lời vừa rồi chưa chuyển tới ai. Cán bộ nhắn /truc để xem ai đang chờ nhé.");

    public static Reply Anothers(string by) => new($"{by} đã nhận trả lời trước. Cán bộ nhắn /truc để xem ai còn chờ nhé.");

    public static Reply Done => new("Đã xong cuộc này, máy lại trả lời bà con như thường. Cán bộ nhắn /truc để xem ai còn chờ nhé.");

    public static Reply Waiting(string question, long request) => new($"Bà con cần gặp người thật:\n{question}", Take(request));

    public static Reply CitizenSays(string words, long request) => new($"Bà con nhắn:\n{words}", Finish(request));

    public static Reply Taken(string lines, long request) => new(
        $"{lines}\n\nCán bộ gõ lời trả lời ngay đây, em chuyển tới bà con. Nói xong thì bấm Xong giúp em.", Finish(request));

    public static Reply Seal(long lines, string seal) => new(
        $"Nhật ký bàn trực có {lines} dòng, dấu niêm phong:\n{seal}\nCán bộ giữ tin này; kiểm lại trên máy chủ bằng lệnh audit verify --end và dấu này. Nhắn /truc để xem ai đang chờ nhé.");

    private static Choice Take(long request) => new(TakeLabel, OnDuty.Called, OnDuty.Take, Number(request));

    private static Choice Finish(long request) => new(DoneLabel, OnDuty.Called, OnDuty.Done, Number(request));

    private static string Number(long request) => request.ToString(CultureInfo.InvariantCulture);
}
