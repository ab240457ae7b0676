using System.Collections.Frozen;
using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>The words of this room.</summary>
internal static class ConversationTexts
{
    public const string StartTitle = "Về đầu";
    public const string HelpTitle = "Trợ giúp";
    public const string HumanTitle = "Gặp người thật";
    public const string StopTitle = "Thôi nhận tin";
    public const string ForgetTitle = "Xoá dữ liệu của tôi";
    public const string NoticesAgainLabel = "Bật lại thông báo";
    public const string StopAgainLabel = "Bật lại tin nhắc";
    public const string ForgetAllLabel = "Xoá hết";
    public const string MoreLabel = "Xem thêm";
    public const string KeepLabel = "Thôi, giữ lại";
    public const string OfficerBegins = "Cán bộ nhắn bà con:\n";
    public const string HandOnLabel = "Chuyển cho cán bộ";
    public const string NeverMindLabel = "Thôi, không cần";

    /// <summary>How people say yes, folded.</summary>
    public static readonly FrozenSet<string> Yes = Words("ok oke okie da vang u uh uk co dung roi dc duoc chot", "dung roi", "dong y", "giu cho", "duoc roi");

    /// <summary>How people say no, folded.</summary>
    public static readonly FrozenSet<string> No = Words("khong ko k thoi huy", "khong dong y", "khong dat", "thoi khong dat", "khong can");

    public static readonly FrozenSet<string> PoliteFirst = Words("da em con chau thua");
    public static readonly FrozenSet<string> PoliteLast = Words("a nhe nha em oi do");

    private const string OldButtonRemark = "Nút này đã cũ. ";
    private const string NumbersRemarkBegins = "Ở đây chỉ có số từ 1 đến ";
    private const string NumbersRemarkEnds = ". Bà con chọn lại giúp em.\n";

    public static Reply Edited => ToMenu("Em chỉ đọc được tin gửi lần đầu. Bà con nhắn lại tin mới giúp em nhé.");

    public static Reply NoPhotos => ToMenu(
        "Xin bà con đừng gửi ảnh giấy tờ. Em không mở, không giữ ảnh này; bà con xoá đi cho an toàn. Cần hỏi gì, bà con nhắn chữ giúp em.");

    public static Reply NoContacts => ToMenu("Em chưa cần số điện thoại và không giữ số này. Bà con chọn việc cần làm giúp em nhé.");

    public static Reply WordsOnly => ToMenu("Em chỉ đọc được chữ và số. Bà con nhắn chữ, hoặc bấm nút giúp em nhé.");

    public static Reply TooLong => ToMenu("Tin hơi dài, em đọc chưa hết. Bà con nhắn lại một câu ngắn, dưới 1.000 chữ cái, giúp em nhé.");

    public static Reply NotUnderstood => ToMenu("Dạ, em chưa hiểu ý. Bà con nhắn bằng chữ, hoặc bấm nút giúp em nhé.");

    public static Reply OurFault => ToMenu(
        "Máy của em vừa trục trặc nên chưa làm được việc này. Tin của bà con đã được giữ, cán bộ sẽ xem. Bà con có thể thử lại sau ít phút.");

    public static Reply HumanAsked => ToMenu(
        "Em đã chuyển lời tới cán bộ. Cán bộ sẽ trả lời ngay trong khung này, vào giờ làm việc.");

    public static Reply OfficerIsHere => new(
        "Cán bộ đang trả lời bà con trong khung này. Tin bà con nhắn đã tới cán bộ, bà con chờ chút giúp em nhé.");

    public static Reply OfficerDone => ToMenu("Cán bộ đã trả lời xong. Bà con cần gì nữa, em giúp tiếp ạ.");

    public static Reply Stopped => new(
        "Em đã tắt tin nhắc và thông báo của xã. Lịch đã đặt vẫn giữ nguyên. Muốn nhận lại, bà con bấm nút.",
        new Choice(StopAgainLabel, StopMessages.Called, StopMessages.Again),
        new Choice(NoticesAgainLabel, StopMessages.Called, StopMessages.NoticesAgain));

    public static Reply NoticesStopped => new(
        "Em thôi gửi thông báo của xã. Tin nhắc lịch của bà con vẫn gửi. Muốn nhận lại, bà con bấm nút.",
        new Choice(NoticesAgainLabel, StopMessages.Called, StopMessages.NoticesAgain));

    public static Reply NoticesAgain => ToMenu("Em đã bật lại thông báo của xã.");

    public static Reply RemindersAgain => ToMenu("Em đã bật lại tin nhắc. Trước mỗi buổi, em sẽ nhắn bà con.");

    public static Reply Forgotten => ToMenu("Em đã xoá tên, lịch hẹn và tin nhắn của bà con. Chỗ đang giữ đã trả lại.");

    public static Reply NothingForgotten => ToMenu("Dạ, em giữ nguyên, không xoá gì.");

    public static Reply Welcome(CommuneProfile commune) => new(Greeting(commune, "Bà con cần việc gì ạ? Bấm nút hoặc nhắn số."), MenuChoices);

    /// <summary>Who is speaking, before anything else is said to someone new.</summary>
    /// <param name="then">What is offered or asked.</param>
    public static string Greeting(CommuneProfile commune, string then) =>
        $"Chào bà con! Em là máy trả lời tự động của Công an và Đoàn {commune.Name}. Em không phải người thật.\n"
        + $"Em không bao giờ hỏi số căn cước, ảnh giấy tờ, mã OTP hay tiền.\n{then}";

    public static Reply Help(IEnumerable<ITopic> topics) => new(
        $"Bà con có thể nhắn:\n{Lines(topics)}\nHoặc cứ nhắn câu hỏi, có dấu hay không dấu đều được.",
        [.. MenuChoices, new Choice(MoreLabel, Conversation.Help.Called, Conversation.Help.More)]);

    public static Reply MoreHelp(IEnumerable<ITopic> topics) => ToMenu($"Bà con còn có thể nhắn:\n{Lines(topics)}");

    public static Reply AskHuman(CommuneProfile commune) => new(
        "Bà con nhắn điều cần hỏi, em chuyển cho cán bộ. Giờ làm việc: thứ Hai đến thứ Sáu và sáng thứ Bảy."
        + (commune.Hotline is { } hotline ? $" Cần gấp, bà con gọi {hotline}." : ""),
        new Choice(NeverMindLabel, Menu.StartCommand, ""));

    public static Reply AskToForget => new(
        "Em sẽ xoá tên, lịch hẹn và tin nhắn của bà con. Chỗ đang giữ cũng trả lại. Xoá rồi không lấy lại được.",
        new Choice(ForgetAllLabel, ForgetMe.Called, ForgetMe.All),
        new Choice(KeepLabel, ForgetMe.Called, ForgetMe.Keep));

    public static Reply UnknownCommand(Reply menu) => menu with { Text = "Em chưa có lệnh này. Bà con chọn giúp em:" };

    public static Reply OldButton(Reply current) => current with { Text = OldButtonRemark + WithoutRemark(current.Text) };

    public static Reply NotOnTheMenu(Reply menu) => menu with { Text = NumbersRemark(menu) + WithoutRemark(menu.Text) };

    public static Reply InGroup(string? privateTalk) => new(
        "Ở nhóm đông người, em xin không trả lời để giữ kín cho bà con."
        + (privateTalk is null ? " Bà con nhắn riêng cho em nhé." : $" Bà con nhắn riêng cho em tại {privateTalk} nhé."));

    /// <summary>No menu below it: the talk is the officer's now.</summary>
    public static Reply FromStaff(string words) => new($"{OfficerBegins}{words}");

    public static string NameOf(Speaker who) => who switch
    {
        Speaker.Citizen => "Bà con",
        Speaker.Officer => "Cán bộ",
        _ => "Máy",
    };

    public static IReadOnlyList<Choice> MenuChoices { get; } =
    [
        new("Hỏi giấy tờ", "/hoi", ""),
        new("Đặt lịch tối", "/datlich", ""),
        new("Lịch của tôi", "/lichcuatoi", ""),
        new(HumanTitle, Conversation.AskHuman.Called, ""),
    ];

    private static string NumbersRemark(Reply menu) => $"{NumbersRemarkBegins}{menu.Choices.Count}{NumbersRemarkEnds}";

    /// <summary>The menu may itself have been shown with such a remark; they must not pile up.</summary>
    private static string WithoutRemark(string text)
    {
        if (text.StartsWith(OldButtonRemark, StringComparison.Ordinal))
        {
            return text[OldButtonRemark.Length..];
        }

        return text.StartsWith(NumbersRemarkBegins, StringComparison.Ordinal)
            ? text[(text.IndexOf(NumbersRemarkEnds, StringComparison.Ordinal) + NumbersRemarkEnds.Length)..]
            : text;
    }

    private static string Lines(IEnumerable<ITopic> topics) => string.Join('\n', topics.Select(topic => $"{topic.Command}: {topic.Title}"));

    private static FrozenSet<string> Words(string single, params string[] together) =>
        single.Split(' ').Concat(together).ToFrozenSet(StringComparer.Ordinal);

    private static Reply ToMenu(string text) => new(text, MenuChoices);
}
