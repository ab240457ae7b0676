using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
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
    public const string ForOther = "Đặt cho người khác";
    public const string Consent = "Đồng ý";
    public const string CancelThisLabel = "Huỷ lịch này";
    public const string OtherService = "Làm việc khác";
    public const string SayTitle = "Nhắn một câu";
    public const string PrintLabel = "Lịch in ra";

    public const string IllTitle = "Ốm, xin hoãn";
    public const string IllWhich = "Bà con xin hoãn lịch nào ạ?";
    public const string IllUntilWhen = "Bà con cứ nghỉ cho khoẻ, không mất lượt. Bao lâu nữa em hỏi lại ạ?";

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

    public const string ConsentForOthers =
        "Trước khi ghi tên người nhà, em xin nói rõ:\n"
        + "• Em giữ: tên gọi và lịch hẹn của từng người.\n"
        + "• Để làm gì: giữ chỗ và nhắc lịch qua máy này.\n"
        + "• Bao lâu: 30 ngày sau buổi hẹn.\n"
        + "• Muốn xoá: nhắn /xoadulieu.\n"
        + "Người nhà đã nhờ bà con đặt hộ thì bấm Đồng ý.";

    public const string NamesAgain = "Em chưa đọc được tên. Bà con nhắn tên gọi từng người, cách nhau dấu phẩy. Ví dụ: Lan, H'Bia.";

    public const string SameNameTwice = "Có hai tên trùng nhau. Bà con nhắn lại cho dễ phân biệt, ví dụ: Lan lớn, Lan nhỏ.";

    public const string WhichWay = "Em hiểu được hai cách. Bà con chọn giúp em:";

    public const string ImpossibleDay = "Em chưa rõ ngày bà con nói. Bà con nhắn lại ngày giúp em, ví dụ: tối thứ bảy.";

    public const string WhichPlaceThatDay = "Hôm đó các nơi này còn chỗ. Bà con muốn làm ở đâu ạ?";

    public const string SayIt = "Bà con nhắn một câu như nói. Ví dụ: 7 giờ tối mai, nhà rông Sui, 2 người.";

    public const string MoveToWhen = "Bà con muốn đổi sang lúc nào ạ?";

    public const string NotThatOne = "Em không thấy lịch nào như bà con nói. Các lịch đang có đây ạ:";

    public static readonly string HouseholdFull =
        $"Một máy đặt hộ được {Household.Most} người. Thêm người nữa thì bà con nhờ Đoàn viên của làng giúp nhé.";

    public const string NameAgain = "Em chưa đọc được tên. Bà con nhắn tên gọi thôi, ví dụ: Siu H'Bia.";

    public static string InWeeks(int weeks) => weeks == 4 ? "Một tháng nữa" : $"{weeks} tuần nữa";

    public static Reply PutOff(DateOnly day) => new(
        $"Dạ, em hoãn lịch này. {Capital(VietnamTime.DayText(day))} em hỏi thăm lại. Khoẻ sớm thì bà con đặt lúc nào cũng được nhé.", BookAgain);

    public static Reply Activated => new("Dạ, em ghi nhận. Bà con giữ kỹ mật khẩu, không đọc mã OTP cho ai nhé.");

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

    public static Choice BookAgain => new(BookTitle, BookSlot.Called, "");

    public static string DayLabel(DateOnly date) =>
        VietnamTime.WeekdayText(date) + date.ToString(" dd'/'MM", VietnamTime.Culture);

    public static string DaysLabel(DateOnly first, DateOnly last) => first == last ? DayLabel(first) : $"{DayLabel(first)} đến {DayLabel(last)}";

    public static string NameOf(WishService service) => service switch
    {
        WishService.Vneid => "Làm VNeID mức 2",
        WishService.Both => "Căn cước và VNeID",
        WishService.Correction => "Sửa thông tin sai",
        _ => "Làm căn cước",
    };

    /// <summary>The same within a sentence.</summary>
    public static string WorkOf(WishService service) => service switch
    {
        WishService.Vneid => "làm VNeID mức 2",
        WishService.Both => "làm căn cước và VNeID",
        WishService.Correction => "sửa thông tin sai",
        _ => "làm căn cước",
    };

    /// <summary>What to have in the bag.</summary>
    public static string Bring(WishService service) => service switch
    {
        WishService.Vneid => "Bà con nhớ mang thẻ căn cước và điện thoại đang dùng.",
        WishService.Both => "Bà con nhớ mang thẻ cũ (CCCD, CMND) nếu còn, và điện thoại đang dùng.",
        WishService.Correction => "Bà con nhớ mang giấy tờ ghi đúng, như giấy khai sinh.",
        _ => "Bà con nhớ mang thẻ cũ (CCCD, CMND) nếu còn.",
    };

    public static Reply WhichService(EveningWork done, Func<WishService, Choice> choice) => new(
        "Bà con đến làm việc gì ạ?", [.. done.Kinds.Select(choice)]);

    /// <summary>Said of an evening that does not do everything.</summary>
    public static string OtherWork(SlotOffer slot, WishService service) =>
        $"Buổi {VietnamTime.DayText(slot.Day)} ở {slot.PlaceName} chỉ nhận: {Works(slot.Services)}. Bà con chọn buổi có nhận {WorkOf(service)} nhé:";

    public static string LiveThere(SlotOffer slot) => $"Tôi ở {slot.PlaceShortName}";

    public static string KeptForVillage(SlotOffer slot) =>
        $"Chỗ còn lại lúc {VietnamTime.MomentText(slot.StartsAt)} để dành cho bà con {slot.PlaceShortName} và người được đặt hộ. "
        + "Bà con ở đó thì bấm nút, em ghi lại tên làng để giữ chỗ. Còn 24 giờ trước buổi thì mở cho mọi người.";

    public static string JustGivenBack(DateTime startsAt) =>
        $"Chỗ lúc {VietnamTime.MomentText(startsAt)} vừa có người trả, ba phút nữa em mở lại. Các giờ gần nhất còn chỗ:";

    public static string TimeLabel(SlotOffer slot) => $"{VietnamTime.HourText(slot.StartsAt)} · còn {slot.Free} chỗ";

    public static string MomentLabel(DateTime startsAt) =>
        $"{VietnamTime.HourText(startsAt)} {DayLabel(VietnamTime.DateOf(startsAt))}";

    public static string LabelOf(Appointment mine) => $"{mine.For ?? mine.Code} {MomentLabel(mine.StartsAt)}";

    public static string WhichEvening(string place) => $"{place} còn chỗ các tối này. Bà con chọn ngày giúp em.";

    public static string WhichTime(SlotOffer first) =>
        $"{first.PlaceName}, {VietnamTime.DayText(VietnamTime.DateOf(first.StartsAt))}. Bà con tới lúc mấy giờ ạ?";

    public static string Full(DateTime startsAt, int people) => people == 1
        ? $"Lúc {VietnamTime.MomentText(startsAt)} vừa hết chỗ. Các giờ gần nhất còn chỗ:"
        : $"Lúc {VietnamTime.MomentText(startsAt)} không đủ {people} chỗ liền nhau. Các giờ gần nhất đủ chỗ:";

    public static string FullThere(WishService service) => $"Nơi bà con nói không có buổi nào còn chỗ {WorkOf(service)}. Các nơi này còn chỗ, bà con chọn giúp em:";

    public static string NoneThen(string wished, WishService service) => $"{wished} không có giờ nào còn chỗ {WorkOf(service)}. Các giờ gần nhất còn chỗ:";

    public static string NoSuchHour(DateTime day, string hour) =>
        $"{Capital(VietnamTime.DayText(VietnamTime.DateOf(day)))} không có giờ {hour}. Các giờ còn chỗ:";

    public static string HourFull(DateTime day, string hour) =>
        $"{Capital(VietnamTime.DayText(VietnamTime.DateOf(day)))} lúc {hour} đã hết chỗ. Các giờ còn chỗ:";

    public static string WhoComes(int people) => people == 1
        ? "Đặt cho ai ạ? Bà con bấm nút, hoặc nhắn tên gọi của người đó."
        : $"Bà con nhắn tên gọi {people} người, cách nhau dấu phẩy, kể cả tên bà con.";

    public static string NotSoMany(int people) => $"Em cần đúng {people} tên. Bà con nhắn lại, cách nhau dấu phẩy, ví dụ: Lan, H'Bia.";

    public static string TooManyPeople => $"Một lần em giữ được nhiều nhất {Household.Most + 1} chỗ liền nhau. Đông hơn thì bà con nhờ Đoàn viên của làng giúp nhé.";

    private static string Capital(string text) => char.ToUpper(text[0], VietnamTime.Culture) + text[1..];

    public static string TooLate(DateTime startsAt) =>
        $"Lúc {VietnamTime.MomentText(startsAt)} sát giờ quá, em không ghi thêm được. Bà con chọn giờ khác nhé:";

    public static string ConfirmQuestion(IReadOnlyList<Appointment> party, string? name) => party is [var hold]
        ? $"Em ghi như sau:\n{hold.For ?? name}\n{Moment(hold)}\n{hold.PlaceName}\n{NameOf(hold.Service)}\n{OnlyFor(hold)}Bà con xem đúng chưa? Em giữ chỗ này 5 phút."
        : $"Em ghi như sau:\n{Lines(party, seat => $"{seat.For ?? name}: {VietnamTime.HourText(seat.StartsAt)}")}\n"
            + $"{Capital(VietnamTime.DayText(VietnamTime.DateOf(party[0].StartsAt)))}\n{party[0].PlaceName}\n{OnlyFor(party[0])}Bà con xem đúng chưa? Em giữ các chỗ này 5 phút.";

    public static Reply Booked(IReadOnlyList<Appointment> party) => party is [var booked]
        ? new(
            $"Đã giữ chỗ{booked.Whose}. Mã lịch: {booked.Code}\n{Moment(booked)}\n{booked.PlaceName}\n"
            + $"{Bring(booked.Service)} {Firmness(booked)} Em sẽ nhắc trước buổi.",
            new Choice(UndoLabel, BookSlot.Called, BookSlot.Undo, $"{booked.Id}"),
            MoveThis(booked),
            CancelThis(booked))
        : new(
            $"Đã giữ {party.Count} chỗ.\n{Lines(party, seat => $"{seat.Code}{seat.Whose}: {VietnamTime.HourText(seat.StartsAt)}")}\n"
            + $"{Capital(VietnamTime.DayText(VietnamTime.DateOf(party[0].StartsAt)))}\n{party[0].PlaceName}\n"
            + $"{Bring(party[0].Service)} {Firmness(party[0])} Em sẽ nhắc trước buổi.",
            new Choice(UndoLabel, BookSlot.Called, BookSlot.Undo, $"{party[0].Id}"),
            new Choice(MineTitle, MyBookings.Called, ""));

    /// <summary>An hour is firm only when the police have said so.</summary>
    private static string Firmness(Appointment mine) => mine.State == ReservationState.Confirmed
        ? "Công an xã đã xác nhận."
        : "Công an xã xác nhận buổi này xong, em báo ngay.";

    public static Reply Enough(IReadOnlyList<Appointment> mine) => new(
        "Mỗi người giữ trước được hai buổi, để bà con khác còn chỗ. Các lịch đang có:\n"
        + string.Join('\n', mine.Select(LineOf)) + "\nBà con đổi hoặc huỷ một lịch rồi đặt tiếp nhé.",
        new Choice(MoveTitle, MoveBooking.Called, ""),
        new Choice(CancelTitle, CancelBooking.Called, ""));

    public static Reply BookForOthers => new("Bà con chọn giờ trước, rồi em hỏi đặt cho ai.", BookAgain);

    public static Reply CancelThisOne(Appointment mine) => new(
        $"Bà con muốn huỷ lịch này ạ?\n{LineOf(mine)}",
        new Choice(CancelThisLabel, CancelBooking.Called, CancelBooking.This, $"{mine.Id}"),
        new Choice(StayLabel, MyBookings.Called, ""));

    private static string LineOf(Appointment mine) => $"{mine.Code}{mine.Whose}: {Moment(mine)}, {mine.PlaceName}";

    private static string Lines(IReadOnlyList<Appointment> party, Func<Appointment, string> line) => string.Join('\n', party.Select(line));

    public static Reply Moved(Appointment booked) => new(
        $"Đã đổi lịch. Mã lịch mới: {booked.Code}\n{Moment(booked)}\n{booked.PlaceName}\nChỗ cũ em đã trả lại.",
        new Choice(UndoLabel, MoveBooking.Called, MoveBooking.Undo, $"{booked.Id}"),
        MoveThis(booked),
        CancelThis(booked));

    public static Reply AlreadyYours(Appointment mine) => new(
        $"Tối đó {mine.For ?? "bà con"} đã có chỗ. Mã lịch: {mine.Code}\n{Moment(mine)}\n{mine.PlaceName}", MoveThis(mine), CancelThis(mine));

    public static Reply Mine(IReadOnlyList<Appointment> mine, IReadOnlyList<Choice> also) => new(
        "Lịch của bà con:\n" + string.Join('\n', mine.Select(a => $"{LineOf(a)} ({(a.State == ReservationState.Confirmed ? "chắc chắn" : "chờ công an xác nhận")})")),
        [
            new Choice(MoveTitle, MoveBooking.Called, ""),
            new Choice(CancelTitle, CancelBooking.Called, ""),
            new Choice("Đặt thêm", BookSlot.Called, ""),
            .. also,
        ]);

    public static Reply PrintHere(Choice print) => new("Bà con bấm nút này để mở trang in. Trang có mã lịch và mã quét cho từng người.", print);

    public static string CancelFamily(int others) => $"Huỷ cả {others} chỗ kia";

    public static Reply FamilyCancelled(int seats) => new($"Đã huỷ {seats} chỗ của cả nhà. Chỗ này để bà con khác dùng. Khi tiện, bà con đặt lại nhé.", BookAgain);

    public static Reply Cancelled(Appointment mine, IReadOnlyList<Choice> also) => new(
        $"Đã huỷ lịch {mine.Code}{mine.Whose}: {Moment(mine)}, {mine.PlaceName}. Chỗ này để bà con khác dùng. Bấm nhầm thì hoàn tác trong 10 phút.",
        [.. also, BookAgain]);

    public static Reply SeeYouThere(Appointment mine) => new(
        $"Dạ, em ghi bà con sẽ đến. Mã lịch: {mine.Code}\n{Moment(mine)}\n{mine.PlaceName}", MoveThis(mine), CancelThis(mine));

    public static Reply SeeYouAllThere(IReadOnlyList<Appointment> mine) => new(
        $"Dạ, em ghi {mine.Count} người sẽ đến.\n{string.Join('\n', mine.Select(LineOf))}",
        new Choice(MoveTitle, MoveBooking.Called, ""),
        new Choice(CancelTitle, CancelBooking.Called, ""));

    public static string MoveQuestion(Appointment old, Appointment hold) =>
        $"Đổi từ {Moment(old)}\nsang {Moment(hold)}, {hold.PlaceName}. {OnlyFor(hold)}Bà con xem đúng chưa? Em giữ chỗ mới 5 phút.";

    private static string OnlyFor(Appointment hold) => hold.EveningDoes.IsLimited ? $"Buổi này chỉ nhận: {Works(hold.EveningDoes)}.\n" : "";

    private static string Works(EveningWork done) => string.Join(", ", done.Kinds.Select(WorkOf));

    private static string Moment(Appointment appointment) => VietnamTime.MomentText(appointment.StartsAt);

    private static Choice MoveThis(Appointment mine) => new(MoveTitle, MoveBooking.Called, MoveBooking.This, $"{mine.Id}");

    private static Choice CancelThis(Appointment mine) => new(CancelTitle, CancelBooking.Called, CancelBooking.This, $"{mine.Id}");
}
