using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Cases;

/// <summary>What is said about wrong data.</summary>
internal static class CasesTexts
{
    public const string Title = "Báo thông tin sai";
    public const string NothingWrong = "Thôi, không báo";

    public const string WhatIsWrong = "Thông tin nào bị ghi sai ạ? Bà con nhắn một câu, ví dụ: sai tên đệm. Đừng nhắn số giấy tờ.";

    public const string InOneSentence = "Em chưa ghi được. Bà con nhắn lại một câu ngắn, ví dụ: bị ghi là đã mất.";

    public static Reply Withdrawn => new("Dạ, em đã bỏ điều bà con báo. Cần thì bà con báo lại nhé.", BookingTexts.BookAgain);

    public static Reply NothingOpen => new("Dạ, em không ghi gì. Bà con cần việc khác thì nhắn em nhé.", BookingTexts.BookAgain);

    public static string StillOpen(DateTime due) =>
        $"Cán bộ đang xem điều bà con báo, trả lời trước {VietnamTime.DayText(VietnamTime.DateOf(due))}. Có gì thêm, bà con nhắn lại cả câu nhé.";

    /// <summary>It is what they say, and shown as such; the seat stays.</summary>
    public static Reply Opened(string claim, DateTime due, IReadOnlyList<Appointment> mine) => new(
        $"Em ghi điều bà con nói: “{Short(claim)}”. Cán bộ xem và trả lời trước {VietnamTime.DayText(VietnamTime.DateOf(due))}.\n"
        + (mine.Count > 0 ? "Lịch của bà con vẫn giữ. " : "") + BookingTexts.Bring(Sentences.WishService.Correction),
        mine.Count > 0 ? new Choice(BookingTexts.MineTitle, MyBookings.Called, "") : BookingTexts.BookAgain,
        new Choice(NothingWrong, WrongData.Called, Choice.No));

    public static Reply Decided(DataCaseState decision, string answer) => new(
        (decision == DataCaseState.Corrected ? "Thông tin bà con báo sai đã được sửa." : "Thông tin bà con báo chưa sửa được.") + $" Cán bộ nhắn: {answer}",
        new Choice(BookingTexts.MineTitle, MyBookings.Called, ""),
        new Choice(Conversation.ConversationTexts.HumanTitle, Conversation.AskHuman.Called, ""));

    private static string Short(string claim) => claim.Length <= 100 ? claim : $"{claim[..99]}…";
}
