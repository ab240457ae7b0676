using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>The words of this room.</summary>
internal static class RemindersTexts
{
    /// <summary>The date is always spelled out: "ngày mai" read a day late would send someone on a walk for nothing.</summary>
    public static Reply Near(Appointment mine, DateTime now)
    {
        var startsAt = mine.StartsAt;
        var when = VietnamTime.DateOf(startsAt) == VietnamTime.DateOf(now) ? "hôm nay" : "ngày mai";
        return new Reply(
            $"Em nhắc bà con lịch hẹn {when}{mine.Whose}, mã {mine.Code}:\n{VietnamTime.MomentText(startsAt)}\n{mine.PlaceName}\n"
            + $"{BookingTexts.Bring(mine.Service)} Bà con đến được không ạ?",
            Answers(mine));
    }

    public static Reply Bring(Appointment mine) => new(
        $"Em nhắc bà con lịch hẹn{mine.Whose}, mã {mine.Code}:\n{VietnamTime.MomentText(mine.StartsAt)}\n{mine.PlaceName}\n"
        + $"{BookingTexts.NameOf(mine.Service)}. {BookingTexts.Bring(mine.Service)} Thiếu giấy tờ thì bà con hỏi cán bộ trước nhé.",
        [.. Answers(mine), new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")]);

    public static Reply Confirmed(Appointment mine) => new(
        $"Công an xã đã xác nhận lịch{mine.Whose}, mã {mine.Code}:\n{VietnamTime.MomentText(mine.StartsAt)}\n{mine.PlaceName}\nBà con nhớ đến đúng giờ nhé.",
        Answers(mine));

    /// <summary>Not a word of blame: the buffalo was ill, the road was under water.</summary>
    public static Reply Missed(Appointment mine, IReadOnlyList<SlotOffer> instead) => new(
        $"Tối qua em chưa thấy bà con ghi tên làm{mine.Whose} ở {mine.PlaceName}. Không sao ạ, bà con chọn buổi khác nhé:",
        [.. instead.Select(slot => new Choice(BookingTexts.MomentLabel(slot.StartsAt), BookSlot.Called, SlotMenus.Hold, $"{slot.Id}||{WhoAndWhat.Again(mine)}")),
            BookingTexts.BookAgain]);

    public static Reply CardIsReady(Appointment mine) => new(
        $"Thẻ căn cước{mine.Whose} đã có ở công an xã. Trong giờ làm việc, bà con mang giấy hẹn đến nhận nhé.",
        new Choice(ConversationTexts.HumanTitle, AskHuman.Called, ""));

    public static Reply NotYetActivated(Appointment mine, int days) => new(
        $"Tài khoản VNeID{mine.Whose} làm ở {mine.PlaceName} cần kích hoạt, còn {days} ngày. Bà con mở ứng dụng VNeID rồi bấm Kích hoạt. Mã OTP không đọc cho ai. Bà con kích hoạt chưa ạ?",
        new Choice("Đã kích hoạt", MyBookings.Called, MyBookings.Activated, $"{mine.Id}"),
        new Choice("Chưa nhận tin nhắn", AskHuman.Called, ""));

    public static Reply AfterIllness(Appointment mine) => new(
        $"Em hỏi thăm sức khoẻ bà con{mine.Whose}. Khoẻ rồi thì bà con chọn một buổi nhé. Chưa khoẻ thì em hỏi lại sau.",
        BookingTexts.BookAgain,
        new Choice("Chưa, hỏi lại sau", PutOffIll.Called, PutOffIll.This, $"{mine.Id}"));

    private static Choice[] Answers(Appointment mine) =>
    [
        new("Tôi sẽ đến", MyBookings.Called, MyBookings.Coming, $"{mine.Id}"),
        new("Đổi giờ", MoveBooking.Called, MoveBooking.This, $"{mine.Id}"),
        new("Không đến được", CancelBooking.Called, CancelBooking.This, $"{mine.Id}"),
    ];
}
