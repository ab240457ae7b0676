using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>The words of this room.</summary>
internal static class RemindersTexts
{
    /// <summary>The date is always spelled out: "ngày mai" read a day late would send someone on a walk for nothing.</summary>
    public static Reply Near(IReadOnlyList<Appointment> mine, DateTime now)
    {
        var when = mine[0].Day == VietnamTime.DateOf(now) ? "hôm nay" : "ngày mai";
        return new Reply($"Em nhắc bà con lịch hẹn {when}{Which(mine)}{ToBring(mine)} Bà con đến được không ạ?", Answers(mine));
    }

    public static Reply Bring(IReadOnlyList<Appointment> mine) => new(
        $"Em nhắc bà con lịch hẹn{Which(mine)}{Each(mine, BookingTexts.NameOf, ", ")}. {ToBring(mine)} Thiếu giấy tờ thì bà con hỏi cán bộ trước nhé.",
        [.. Answers(mine), new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")]);

    public static Reply Confirmed(IReadOnlyList<Appointment> mine) => new(
        $"Công an xã đã xác nhận lịch{Which(mine)}Bà con nhớ đến đúng giờ nhé.", Answers(mine));

    /// <summary>Not a word of blame: the buffalo was ill, the road was under water.</summary>
    public static Reply Missed(IReadOnlyList<Appointment> mine, IReadOnlyList<SlotOffer> instead) => new(
        $"Tối qua em chưa thấy bà con ghi tên làm{Whose(mine)} ở {mine[0].PlaceName}. Không sao ạ, bà con chọn buổi khác nhé:",
        [.. instead.Select(slot => new Choice(BookingTexts.MomentLabel(slot.StartsAt), BookSlot.Called, SlotMenus.Hold, $"{slot.Id}||{WhoAndWhat.Again(mine)}")),
            BookingTexts.BookAgain]);

    public static Reply CardIsReady(IReadOnlyList<Appointment> mine) => new(
        $"Thẻ căn cước{Whose(mine)} đã có ở công an xã. Trong giờ làm việc, bà con mang giấy hẹn đến nhận nhé.",
        new Choice(ConversationTexts.HumanTitle, AskHuman.Called, ""));

    public static Reply NotYetActivated(IReadOnlyList<Appointment> mine, int days) => new(
        $"Tài khoản VNeID{Whose(mine)} làm ở {mine[0].PlaceName} cần kích hoạt, còn {days} ngày. Bà con mở ứng dụng VNeID rồi bấm Kích hoạt. Mã OTP không đọc cho ai. Bà con kích hoạt chưa ạ?",
        new Choice("Đã kích hoạt", MyBookings.Called, MyBookings.Activated, Ids(mine)),
        new Choice("Chưa nhận tin nhắn", AskHuman.Called, ""));

    public static Reply AfterIllness(IReadOnlyList<Appointment> mine) => new(
        $"Em hỏi thăm sức khoẻ bà con{Whose(mine)}. Khoẻ rồi thì bà con chọn một buổi nhé. Chưa khoẻ thì em hỏi lại sau.",
        BookingTexts.BookAgain,
        new Choice("Chưa, hỏi lại sau", PutOffIll.Called, PutOffIll.This, Ids(mine)));

    /// <summary>One by code, day and hour; of a family everyone's code and hour, and the day once.</summary>
    private static string Which(IReadOnlyList<Appointment> mine) => mine is [var only]
        ? $"{only.Whose}, mã {only.Code}:\n{VietnamTime.MomentText(only.StartsAt)}\n{only.PlaceName}\n"
        : $" của {mine.Count} người, {VietnamTime.DayText(mine[0].Day)}:\n"
            + $"{string.Join('\n', mine.Select(one => $"{one.Code}{one.Whose}: {VietnamTime.HourText(one.StartsAt)}"))}\n{mine[0].PlaceName}\n";

    private static string Whose(IReadOnlyList<Appointment> mine) =>
        mine is [var only] ? only.Whose : $" cho {string.Join(", ", mine.Select(one => one.For ?? "bà con"))}";

    private static string ToBring(IReadOnlyList<Appointment> mine) => Each(mine, BookingTexts.Bring, " ");

    private static string Each(IReadOnlyList<Appointment> mine, Func<WishService, string> words, string between) =>
        string.Join(between, mine.Select(one => one.Service).Distinct().Select(words));

    private static string Ids(IReadOnlyList<Appointment> mine) => string.Join(',', mine.Select(one => one.Id));

    /// <summary>Of a family each may come or not: who does not is asked for by name.</summary>
    private static Choice[] Answers(IReadOnlyList<Appointment> mine) => mine is [var only]
        ?
        [
            new("Tôi sẽ đến", MyBookings.Called, MyBookings.Coming, $"{only.Id}"),
            new("Đổi giờ", MoveBooking.Called, MoveBooking.This, $"{only.Id}"),
            new("Không đến được", CancelBooking.Called, CancelBooking.This, $"{only.Id}"),
        ]
        :
        [
            new("Cả nhà sẽ đến", MyBookings.Called, MyBookings.Coming, Ids(mine)),
            new("Đổi giờ", MoveBooking.Called, ""),
            new("Có người không đến", CancelBooking.Called, ""),
        ];
}
