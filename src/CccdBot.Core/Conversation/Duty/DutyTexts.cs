using System.Globalization;
using CccdBot.Core.Channels;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>The words for officers in their own chats.</summary>
internal static class DutyTexts
{
    public const string OnTitle = "Dành cho cán bộ trực";
    public const string OffTitle = "Thôi nhận câu hỏi";
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

    private static Choice Take(long request) => new(TakeLabel, OnDuty.Called, OnDuty.Take, Number(request));

    private static Choice Finish(long request) => new(DoneLabel, OnDuty.Called, OnDuty.Done, Number(request));

    private static string Number(long request) => request.ToString(CultureInfo.InvariantCulture);
}
