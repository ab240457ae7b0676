using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>The words of this room.</summary>
internal static class BookingTexts
{
    public const string BookTitle = "Đặt lịch tối";
    public const string MineTitle = "Lịch của tôi";
    public const string MoveTitle = "Đổi lịch";
    public const string CancelTitle = "Huỷ lịch";

    public const string LaterDays = "Ngày sau nữa";
    public const string OtherDay = "Chọn ngày khác";
    public const string OtherPlace = "Chọn chỗ khác";
    public const string Confirm = "Giữ chỗ";
    public const string ConsentAndConfirm = "Đồng ý, giữ chỗ";
    public const string NoConsent = "Không đồng ý";
    public const string DropIt = "Thôi, không đặt";
    public const string StayLabel = "Giữ lịch cũ";
    public const string UndoLabel = "Hoàn tác";

    public const string WhichPlace = "Bà con muốn làm ở đâu ạ? Bấm nút hoặc nhắn số giúp em.";
    public const string CancelWhich = "Bà con muốn huỷ lịch nào ạ?";
    public const string MoveWhich = "Bà con muốn đổi lịch nào ạ?";

    /// <summary>Luật 91/2025/QH15 Điều 9: what is kept, for what, how long, how to delete; before anything is asked.</summary>
    public const string ConsentAndName =
        "Trước khi ghi tên, em xin nói rõ:\n"
        + "• Em giữ: tên gọi và lịch hẹn.\n"
        + "• Để làm gì: giữ chỗ và nhắc lịch.\n"
        + "• Bao lâu: 30 ngày sau buổi hẹn.\n"
        + "• Muốn xoá: nhắn /xoadulieu.\n"
        + "Bà con đồng ý thì nhắn tên gọi cho em. Không cần số giấy tờ.";

    public const string NameAgain = "Em chưa đọc được tên. Bà con nhắn tên gọi thôi, ví dụ: Siu H'Bia.";

    public static Reply NothingOpen => new(
        "Hiện chưa có buổi nào còn chỗ. Bà con nhắn cho cán bộ, em sẽ chuyển lời.",
        new Choice(ConversationTexts.HumanTitle, AskHuman.Called, ""));

    public static Reply NoBookings => new("Bà con chưa có lịch nào. Đặt một buổi nhé?", BookAgain);

    public static Reply HoldLapsed => new("Quá 5 phút nên chỗ giữ đã được trả lại. Bà con chọn lại giúp em.", BookAgain);

    public static Reply MoveLapsed => new(
        "Chỗ mới không còn giữ được. Lịch cũ của bà con vẫn như trước nếu chưa huỷ.", new Choice(MineTitle, MyBookings.Called, ""));

    public static Reply Dropped => new("Dạ, em không giữ chỗ và không giữ tên. Bà con cần thì đặt lại lúc nào cũng được.", BookAgain);

    public static Reply Stayed => new("Dạ, em giữ nguyên lịch cũ.", new Choice(MineTitle, MyBookings.Called, ""));

    public static Reply UndoTooLate => new(
        "Đã quá 10 phút hoặc lịch đã đổi, em không hoàn tác được. Bà con xem lại lịch giúp em.",
        new Choice(MineTitle, MyBookings.Called, ""),
        BookAgain);

    public static Reply BookingUndone => new("Em đã bỏ lịch vừa đặt và trả lại chỗ.", BookAgain);

    public static Reply AlreadyEnded => new(
        "Lịch này không còn nữa. Bà con xem các lịch đang có nhé.", new Choice(MineTitle, MyBookings.Called, ""), BookAgain);

    private static Choice BookAgain => new(BookTitle, BookSlot.Called, "");

    public static string DayLabel(DateOnly date) =>
        VietnamTime.WeekdayText(date) + date.ToString(" dd'/'MM", VietnamTime.Culture);

    public static string TimeLabel(SlotOffer slot) => $"{VietnamTime.HourText(slot.StartsAt)} · còn {slot.Free} chỗ";

    public static string MomentLabel(DateTime startsAt) =>
        $"{VietnamTime.HourText(startsAt)} {DayLabel(VietnamTime.DateOf(startsAt))}";

    public static string LabelOf(Appointment mine) => $"{mine.Code} {MomentLabel(mine.StartsAt)}";

    public static string WhichEvening(string place) => $"{place} còn chỗ các tối này. Bà con chọn ngày giúp em.";

    public static string WhichTime(SlotOffer first) =>
        $"{first.PlaceName}, {VietnamTime.DayText(VietnamTime.DateOf(first.StartsAt))}. Bà con tới lúc mấy giờ ạ?";

    public static string Full(DateTime startsAt) => $"Lúc {VietnamTime.MomentText(startsAt)} vừa hết chỗ. Các giờ gần nhất còn chỗ:";

    public static string TooLate(DateTime startsAt) =>
        $"Lúc {VietnamTime.MomentText(startsAt)} sát giờ quá, em không ghi thêm được. Bà con chọn giờ khác nhé:";

    public static string ConfirmQuestion(Appointment hold, string name) =>
        $"Em ghi như sau:\n{name}\n{Moment(hold)}\n{hold.PlaceName}\nBà con xem đúng chưa? Em giữ chỗ này 5 phút.";

    public static Reply Booked(Appointment booked) => new(
        $"Đã giữ chỗ. Mã lịch: {booked.Code}\n{Moment(booked)}\n{booked.PlaceName}\n"
        + "Bà con mang theo thẻ cũ (CCCD, CMND) nếu còn. Em sẽ nhắc trước buổi.",
        new Choice(UndoLabel, BookSlot.Called, BookSlot.Undo, $"{booked.Id}"),
        MoveThis(booked),
        CancelThis(booked));

    public static Reply Moved(Appointment booked) => new(
        $"Đã đổi lịch. Mã lịch mới: {booked.Code}\n{Moment(booked)}\n{booked.PlaceName}\nChỗ cũ em đã trả lại.",
        new Choice(UndoLabel, MoveBooking.Called, MoveBooking.Undo, $"{booked.Id}"),
        MoveThis(booked),
        CancelThis(booked));

    public static Reply AlreadyYours(Appointment mine) => new(
        $"Tối đó bà con đã có chỗ. Mã lịch: {mine.Code}\n{Moment(mine)}\n{mine.PlaceName}", MoveThis(mine), CancelThis(mine));

    public static Reply Mine(IReadOnlyList<Appointment> mine) => new(
        "Lịch của bà con:\n" + string.Join('\n', mine.Select(a => $"{a.Code}: {Moment(a)}, {a.PlaceName}")),
        new Choice(MoveTitle, MoveBooking.Called, ""),
        new Choice(CancelTitle, CancelBooking.Called, ""),
        new Choice("Đặt thêm", BookSlot.Called, ""));

    public static Reply Cancelled(Appointment mine, Choice undo) => new(
        $"Đã huỷ lịch {mine.Code}: {Moment(mine)}, {mine.PlaceName}. Chỗ này để bà con khác dùng. Bấm nhầm thì hoàn tác trong 10 phút.",
        undo,
        BookAgain);

    public static Reply SeeYouThere(Appointment mine) => new(
        $"Dạ, em ghi bà con sẽ đến. Mã lịch: {mine.Code}\n{Moment(mine)}\n{mine.PlaceName}", MoveThis(mine), CancelThis(mine));

    public static string MoveQuestion(Appointment old, Appointment hold) =>
        $"Đổi từ {Moment(old)}\nsang {Moment(hold)}, {hold.PlaceName}. Bà con xem đúng chưa? Em giữ chỗ mới 5 phút.";

    private static string Moment(Appointment appointment) => VietnamTime.MomentText(appointment.StartsAt);

    private static Choice MoveThis(Appointment mine) => new(MoveTitle, MoveBooking.Called, MoveBooking.This, $"{mine.Id}");

    private static Choice CancelThis(Appointment mine) => new(CancelTitle, CancelBooking.Called, CancelBooking.This, $"{mine.Id}");
}
