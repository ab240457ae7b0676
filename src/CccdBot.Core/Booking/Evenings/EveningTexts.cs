using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>What is said when something happens to an evening.</summary>
internal static class EveningTexts
{
    public const string Title = "Buổi đã đổi";

    public const string KeptIsOver = "Chỗ giữ cho bà con đã quá hạn. Bà con chọn lại giúp em, ở đâu ạ?";

    public const string ConfirmTitle = "Xác nhận buổi";

    public static Reply NoneToConfirm => new("Bảy ngày tới không có buổi nào bà con đã đặt mà chưa xác nhận. Cán bộ nhắn /truc để xem ai đang chờ nhé.");

    public static Reply Report(DateTime startsAt, string place, EveningSum sum) => new(
        $"Đã kết thúc buổi {VietnamTime.MomentText(startsAt)} ở {place}: {sum.Of(ReservationState.Served)} người làm xong, "
        + $"{sum.Of(ReservationState.Deferred)} hẹn lại, {sum.Of(ReservationState.Missed)} chưa đến; "
        + $"khách không hẹn: {sum.Of(ArrivalState.Done)} làm xong, {sum.Of(ArrivalState.ToComeBack)} hẹn lại. Cán bộ nhắn /buoi để xem các buổi tới nhé.");

    public static Reply StillUnconfirmed(WantedEvening evening) => new(
        $"Buổi {VietnamTime.MomentText(evening.StartsAt)} ở {evening.Place}: {evening.Taken} người đã đặt, chưa xác nhận. Buổi này có mở không ạ?",
        new Choice("Xác nhận buổi này", ConfirmEvening.Called, ConfirmEvening.Confirm, $"{evening.Id}"));

    public static Reply Confirmed(int? told, string? first) => new(told is { } people
        ? $"Đã xác nhận. {people} người được báo giờ chắc chắn. Cán bộ nhắn /buoi để xem các buổi còn lại nhé."
        : $"{first ?? "Cán bộ khác"} đã xác nhận hoặc hoãn buổi này trước, hoặc buổi đã qua. Nhắn /buoi để xem các buổi còn lại.");

    public static Reply GivenUp => new("Dạ, em bỏ lịch này. Khi nào tiện, bà con đặt buổi khác nhé.", BookingTexts.BookAgain);

    /// <summary>Why, what is kept for them, and what else is free.</summary>
    public static Reply CalledOff(IReadOnlyList<Appointment> gone, IReadOnlyList<Appointment>? kept, IReadOnlyList<SlotOffer> instead, string why)
    {
        var what = $"Xin lỗi bà con, buổi {VietnamTime.MomentText(gone[0].StartsAt)} ở {gone[0].PlaceName}{Whose(gone)} phải hoãn vì {why}.\n";
        var others = instead.Where(slot => kept is null || slot.Id != kept[0].SlotId).Select(slot => Take(slot, gone[0]));
        var no = new Choice("Thôi, không đến", NewEvening.Called, Choice.No, $"{gone[0].Id}");
        return kept is null
            ? new Reply($"{what}Em chưa giữ được chỗ khác cho bà con. Bà con chọn giúp em:", [.. others, BookingTexts.BookAgain, no])
            : new Reply(
                $"{what}Em giữ sẵn {Seats(kept)} lúc {VietnamTime.MomentText(kept[0].StartsAt)}, {kept[0].PlaceName}, trong 24 giờ. Bà con nhận, hay chọn giờ khác ạ?",
                [new Choice("Nhận chỗ này", NewEvening.Called, Choice.Yes, $"{kept[0].Id}"), .. others, no]);
    }

    /// <summary>Rain twice: neither the evening they had nor the one where a seat was kept takes place.</summary>
    public static Reply KeptFellAway(
        IReadOnlyList<Appointment> lost, Appointment mine, IReadOnlyList<Appointment>? kept, IReadOnlyList<SlotOffer> instead, string why, bool isMoved)
    {
        var what = isMoved
            ? $"Xin lỗi bà con, buổi em giữ chỗ{Whose(lost)} vừa đổi giờ vì {why}.\n"
            : $"Xin lỗi bà con, buổi {VietnamTime.MomentText(lost[0].StartsAt)} em giữ chỗ{Whose(lost)} cũng phải hoãn vì {why}.\n";
        var others = instead.Where(slot => kept is null || slot.Id != kept[0].SlotId).Select(slot => Take(slot, mine));
        var no = new Choice("Thôi, không đến", NewEvening.Called, Choice.No, $"{mine.Id}");
        return kept is null
            ? new Reply($"{what}Bà con chọn buổi khác giúp em:", [.. others, BookingTexts.BookAgain, no])
            : new Reply(
                $"{what}Em giữ sẵn {Seats(kept)} lúc {VietnamTime.MomentText(kept[0].StartsAt)}, {kept[0].PlaceName}. Bà con nhận, hay chọn giờ khác ạ?",
                [new Choice("Nhận chỗ này", NewEvening.Called, Choice.Yes, $"{kept[0].Id}"), .. others, no]);
    }

    /// <summary>It is nobody's fault; the reason says what to bring.</summary>
    public static Reply CalledBack(Appointment mine, IReadOnlyList<Appointment>? kept, IReadOnlyList<SlotOffer> instead, string why) =>
        KeptOrFree($"Hồ sơ của bà con{mine.Whose} cần bổ sung: {why}. Xin lỗi đã phiền bà con thêm một lần.\n", mine, kept, instead);

    /// <summary>They came; that it was too much for one evening is ours to be sorry for.</summary>
    public static Reply NotReached(Appointment mine, IReadOnlyList<Appointment>? kept, IReadOnlyList<SlotOffer> instead) =>
        KeptOrFree($"Xin lỗi bà con, buổi vừa rồi đông quá, chưa tới lượt{mine.Whose}.\n", mine, kept, instead);

    /// <summary>No day was named.</summary>
    public static Reply ComeAgain(Appointment mine, string? papers) => new($"{NotDone(mine, papers)}Khi nào tiện, bà con đặt buổi khác nhé.", BookingTexts.BookAgain);

    public static Reply ComeAgainOn(Appointment mine, string? papers, DateOnly day, IReadOnlyList<Appointment>? kept, IReadOnlyList<SlotOffer> instead) =>
        KeptOrFree($"{NotDone(mine, papers)}Cán bộ hẹn {VietnamTime.DayText(day)}{(kept is null ? ", mà hôm ấy đã hết chỗ" : "")}.\n", mine, kept, instead);

    public static Reply Moved(Appointment mine, string why) => new(
        $"Xin lỗi bà con, buổi hẹn{mine.Whose} đổi sang:\n{VietnamTime.MomentText(mine.StartsAt)}\n{mine.PlaceName}\nLý do: {why}. Chỗ của bà con vẫn giữ, mã {mine.Code}. Bà con đến được không ạ?",
        new Choice("Giờ mới được", NewEvening.Called, NewEvening.Suits, $"{mine.Id}"),
        new Choice("Chọn giờ khác", MoveBooking.Called, MoveBooking.This, $"{mine.Id}"),
        new Choice("Không đến được", NewEvening.Called, Choice.No, $"{mine.Id}"));

    public static Reply NothingToWaitFor(DateOnly day) => new(
        $"Buổi tối {VietnamTime.DayText(day)} bà con đang chờ phải hoãn, nên em bỏ hàng chờ. Bà con đặt buổi khác nhé.", BookingTexts.BookAgain);

    public static Reply Merged(Appointment stays) => new(
        $"Bà con có hai chỗ trong một buổi nên cán bộ gộp lại. Chỗ còn giữ: mã {stays.Code}, {VietnamTime.MomentText(stays.StartsAt)}. Có gì chưa đúng, bà con hỏi cán bộ nhé.",
        new Choice(BookingTexts.MineTitle, MyBookings.Called, ""));

    private static Reply KeptOrFree(string what, Appointment mine, IReadOnlyList<Appointment>? kept, IReadOnlyList<SlotOffer> instead)
    {
        var others = instead.Where(slot => kept is null || slot.Id != kept[0].SlotId).Select(slot => Take(slot, mine));
        return kept is null
            ? new Reply($"{what}Bà con chọn buổi giúp em:", [.. others, BookingTexts.BookAgain])
            : new Reply(
                $"{what}Em giữ sẵn một chỗ lúc {VietnamTime.MomentText(kept[0].StartsAt)}, {kept[0].PlaceName}, trong 24 giờ. Bà con nhận, hay chọn giờ khác ạ?",
                [new Choice("Nhận chỗ này", NewEvening.Called, Choice.Yes, $"{kept[0].Id}"), .. others, new Choice("Thôi, không đến", NewEvening.Called, Choice.No, $"{mine.Id}")]);
    }

    private static string NotDone(Appointment mine, string? papers) =>
        $"Việc hôm nay{mine.Whose} chưa xong. {(papers is null ? "" : $"Lần tới bà con mang thêm: {papers}. ")}";

    private static string Whose(IReadOnlyList<Appointment> gone) => gone is [var only] ? only.Whose : $" của {gone.Count} người";

    private static string Seats(IReadOnlyList<Appointment> kept) => kept.Count == 1 ? "một chỗ" : $"{kept.Count} chỗ liền nhau";

    private static Choice Take(SlotOffer slot, Appointment gone) =>
        new(BookingTexts.MomentLabel(slot.StartsAt), NewEvening.Called, NewEvening.Other, $"{slot.Id}||{gone.Id}");
}
