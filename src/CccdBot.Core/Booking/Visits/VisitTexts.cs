using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Visits;

/// <summary>The words around home visits.</summary>
internal static class VisitTexts
{
    public const string Title = "Xin làm tại nhà";

    public const string WhichPerson = "Cán bộ tới nhà làm cho ai ạ? Bà con bấm nút, hoặc nhắn tên gọi của người đó.";

    private const string AnyDay = "Ngày nào cũng được";

    public static Reply NameAgain => new("Em chưa đọc được tên. Bà con nhắn tên gọi thôi, ví dụ: Siu H'Bia.", DropIt);

    public static Reply WhatIsYourName => new("Bà con tên gọi là gì ạ? Nhắn tên gọi thôi, ví dụ: Siu H'Bia. Không cần số giấy tờ.", DropIt);

    public static Reply HouseholdFull => new(BookingTexts.HouseholdFull, new Choice(ConversationTexts.HumanTitle, AskHuman.Called, ""));

    public static Reply WhereIsIt => new(
        "Nhà ở chỗ nào ạ? Bà con tả bằng lời cho cán bộ dễ tìm. Ví dụ: nhà cạnh cây kơ nia, cuối buôn Sui.", DropIt);

    public static Reply HomeAgain => new(
        $"Bà con tả chỗ ở trong một câu ngắn, dưới {HomeVisit.LongestHome} chữ cái giúp em. Ví dụ: nhà cạnh cây kơ nia, cuối buôn Sui.", DropIt);

    public static Reply Dropped => new("Dạ, em không gửi và không giữ lời nào. Bà con cần thì nhắn /tainha lúc nào cũng được.");

    public static Reply Sent => new(
        "Em đã gửi yêu cầu tới cán bộ. Cán bộ nhận rồi xếp ngày, em nhắn bà con từng bước nhé.", new Choice("Xem yêu cầu", AskVisit.Called, ""));

    public static Reply Withdrawn => new("Em đã rút yêu cầu. Bà con cần lại thì xin lúc nào cũng được nhé.", AskAnew, BookingTexts.BookAgain);

    public static Reply OverAlready => new("Yêu cầu này đã kết thúc trước đó. Bà con xem lại, hoặc xin mới nhé.", new Choice("Xem yêu cầu", AskVisit.Called, ""), AskAnew);

    public static Reply SomeoneAsks => new("Có bà con xin làm tại nhà. Cán bộ mở bàn trực, mục Tại nhà, để xem và nhận giúp nhé.");

    /// <summary>What is kept, for what, how long and how to delete, before anything is asked (Luật 91/2025/QH15 Điều 9).</summary>
    public static Reply ConsentFirst(string kin) => new(
        "Để xin cán bộ tới nhà, em xin nói rõ:\n"
        + "• Em giữ: tên gọi, lý do, chỗ ở bà con tả, ngày tiện.\n"
        + "• Để làm gì: cán bộ xếp ngày và tìm nhà.\n"
        + "• Bao lâu: 30 ngày sau khi xong việc.\n"
        + "• Muốn xoá: nhắn /xoadulieu.\n"
        + "Làm cho người nhà mà người đó đã nhờ thì bà con bấm Đồng ý.",
        new Choice(BookingTexts.Consent, AskVisit.Called, AskVisit.Agree, kin),
        new Choice(BookingTexts.NoConsent, AskVisit.Called, Choice.No));

    public static Reply Who(string question, IEnumerable<string> named) => new(
        question, [.. named.Select(name => new Choice(name, AskVisit.Called, AskVisit.Who, name)), new Choice("Cho chính tôi", AskVisit.Called, AskVisit.Who), DropIt]);

    public static Reply WhyAtHome(VisitForm form) => new(
        $"{form.Name} không ra nhà cộng đồng được vì sao ạ?",
        [.. Enum.GetValues<VisitNeed>().Select(need => new Choice(Capital(VisitWords.Of(need)), AskVisit.Called, AskVisit.Need, (form with { Need = need }).Write())), DropIt]);

    public static Reply WhichDays(VisitForm form, IReadOnlyList<DateOnly> left) => new(
        form.Days.Length == 0
            ? "Ngày nào nhà có người ạ? Bà con bấm được nhiều ngày, từng ngày một."
            : $"Đã chọn: {VisitWords.OfDays(HomeVisit.ReadDays(form.Days))}. Bà con bấm thêm ngày, hoặc bấm Đủ rồi.",
        [
            .. form.Days.Length == 0 ? [] : new[] { new Choice("Đủ rồi", AskVisit.Called, AskVisit.Enough, form.Write()) },
            .. left.Select(day => new Choice(BookingTexts.DayLabel(day), AskVisit.Called, AskVisit.Day, form.WithDay(HomeVisit.WriteDays([day])).Write())),
            new Choice(AnyDay, AskVisit.Called, AskVisit.Enough, (form with { Days = "" }).Write()),
        ]);

    public static Reply Confirm(VisitForm form) => new(
        $"Em ghi như sau:\n{form.Name}, {VisitWords.Of(form.Need)}\n{form.Home}\nNgày tiện: {VisitWords.OfDays(HomeVisit.ReadDays(form.Days))}\nBà con xem đúng chưa?",
        new Choice("Gửi cho cán bộ", AskVisit.Called, Choice.Yes, form.Write()),
        new Choice("Tả lại chỗ ở", AskVisit.Called, AskVisit.Need, (form with { Home = "", Days = "" }).Write()),
        DropIt);

    public static Reply AlreadyAsked(HomeVisit visit) => new(
        $"{visit.Name} đã có một yêu cầu: {Standing(visit)}. Bà con chờ em nhắn, hoặc rút để xin lại nhé.", WithdrawThis(visit, ""));

    /// <summary>Each request and where it stands.</summary>
    public static Reply Mine(IReadOnlyList<HomeVisit> mine) => new(
        "Yêu cầu làm tại nhà:\n" + string.Join('\n', mine.Select((visit, at) => $"{Number(mine, at)}{visit.Name}: {Standing(visit)}")),
        [
            .. mine.Index().Where(one => VisitChange.Open.Contains(one.Item.State)).Select(one => WithdrawThis(one.Item, Number(mine, one.Index))),
            AskAnew,
        ]);

    /// <summary>What an officer has decided, as the family is told.</summary>
    public static Reply Decided(HomeVisit visit) => visit.State switch
    {
        VisitState.Accepted => new($"Cán bộ đã nhận yêu cầu làm tại nhà cho {visit.Name}. Cán bộ xếp ngày xong, em nhắn bà con nhé.", See),
        VisitState.Planned => new(
            $"Cán bộ sẽ tới nhà làm cho {visit.Name}:\n{Capital(MomentOf(visit))}\n{visit.Home}\n"
            + "Bà con để sẵn thẻ cũ (CCCD, CMND) nếu còn. Hôm đó bận thì bà con nhắn cán bộ giúp em.",
            new Choice(ConversationTexts.HumanTitle, AskHuman.Called, ""),
            WithdrawThis(visit, "")),
        VisitState.SecondVisit => new($"Lần này chưa làm xong cho {visit.Name}. Cán bộ sẽ tới thêm một lần. Xếp ngày xong, em nhắn bà con nhé.", See),
        VisitState.Visited => new($"Cán bộ đã làm xong tại nhà cho {visit.Name}. Bà con cần hỏi gì nữa thì nhắn em nhé."),
        _ => Refused(visit),
    };

    public static Reply PlannedOneWithdrawn(DateOnly day) => new(
        $"Một nhà vừa rút yêu cầu làm tại nhà {VietnamTime.DayText(day)}. Cán bộ xem lại tờ đi trong ngày, ở bàn trực, mục Tại nhà nhé.");

    private static Choice DropIt => new("Thôi, không xin", AskVisit.Called, Choice.No);

    private static Choice AskAnew => new("Xin làm tại nhà", AskVisit.Called, AskVisit.New);

    private static Choice See => new("Xem yêu cầu", AskVisit.Called, "");

    private static Choice WithdrawThis(HomeVisit visit, string number) => new($"Rút yêu cầu {number}".TrimEnd(' ', '.'), AskVisit.Called, AskVisit.Withdraw, $"{visit.Id}");

    private static string Number(IReadOnlyList<HomeVisit> mine, int at) => mine.Count == 1 ? "" : $"{at + 1}. ";

    private static string MomentOf(HomeVisit visit) => VisitWords.Of(visit.Part!.Value, visit.Day!.Value);

    private static string Standing(HomeVisit visit) => visit.State switch
    {
        VisitState.Asked => "đã gửi, chờ cán bộ nhận",
        VisitState.Accepted => "cán bộ đã nhận, đang xếp ngày",
        VisitState.Planned => $"cán bộ tới {MomentOf(visit)}",
        VisitState.SecondVisit => "cần tới thêm một lần, đang xếp ngày",
        VisitState.Visited => "đã làm xong",
        VisitState.Withdrawn => "bà con đã rút",
        _ => "lần này chưa tới nhà được",
    };

    private static Reply Refused(HomeVisit visit) => visit.Because switch
    {
        VisitReason.CanComeToHall => new(
            $"Cán bộ mời {visit.Name} tới nhà cộng đồng, ở đó đủ máy hơn. Có người nhà đưa đi cùng thì càng tốt. Bà con đặt một buổi nhé.",
            BookingTexts.BookAgain,
            new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")),
        VisitReason.TooIll => new(
            $"Cán bộ xin chờ {visit.Name} khoẻ hơn rồi mới làm, để người bệnh được nghỉ. Khi khoẻ, bà con xin lại giúp em nhé.",
            AskAnew,
            new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")),
        VisitReason.LivesElsewhere => new(
            $"Chỗ ở của {visit.Name} thuộc xã khác, nên cán bộ xã này chưa tới được. Bà con hỏi công an xã nơi đang ở, hoặc nhắn cán bộ ở đây nhé.",
            new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")),
        _ => new(
            $"Đợt này tổ công tác chưa tới nhà {visit.Name} được, em xin lỗi bà con. Bà con xin lại sau ít tuần, hoặc đặt một buổi tối nhé.",
            AskAnew,
            BookingTexts.BookAgain,
            new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")),
    };

    private static string Capital(string text) => char.ToUpper(text[0], VietnamTime.Culture) + text[1..];
}
