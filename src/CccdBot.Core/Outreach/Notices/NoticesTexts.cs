using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>The words around notices.</summary>
internal static class NoticesTexts
{
    public const string VerifyTitle = "Kiểm tra thông báo của xã";

    public static Reply WhichCode => new("Bà con nhắn mã trên thông báo cho em, như TB-0412. Thông báo nào của xã cũng có mã này.");

    public static Reply NoCode => new("Em chưa thấy mã trong tin này. Mã gồm chữ TB và bốn số, như TB-0412. Bà con nhắn lại mã giúp em.");

    public static Reply Sent(Notice notice) => new(
        $"{notice.Text}\n\nMã thông báo {notice.Code}. Kiểm tra: nhắn /xacminh. Xã không bao giờ hỏi số căn cước, mã OTP, tiền, hay bảo cài ứng dụng.",
        notice.HasButton
            ? [new Choice("Đặt lịch", BookSlot.Called, ""), new Choice("Thôi nhận thông báo", StopMessages.Called, StopMessages.Notices)]
            : [new Choice("Thôi nhận thông báo", StopMessages.Called, StopMessages.Notices)])
    {
        Encloses = notice.PictureId is { } picture ? new Enclosed(EnclosureKind.Picture, picture) : null,
    };

    /// <summary>Nobody takes it for the real one.</summary>
    public static Reply Trial(Notice notice) => new($"THỬ · chưa gửi cho bà con\n\n{Sent(notice).Text}\n\nTHỬ · cán bộ xem lại ở trang thông báo rồi gửi duyệt.")
    {
        Encloses = Sent(notice).Encloses,
    };

    public static Reply WaitsForApproval(Notice notice) => new(
        $"Thông báo {notice.Code} chờ người thứ hai duyệt. Cán bộ mở bàn trực, mục Thông báo, đọc rồi duyệt trong 24 giờ giúp em.");

    public static Reply Ended(Notice notice, IReadOnlyDictionary<ReceiptState, long> tally)
    {
        return new Reply(
            $"Thông báo {notice.Code} {(notice.State == NoticeState.Stopped ? "đã dừng" : "đã gửi xong")}: {Of(ReceiptState.Sent)} đã gửi, "
            + $"{Of(ReceiptState.Unknown)} chưa rõ đã tới chưa, {Of(ReceiptState.Blocked, ReceiptState.NoChannel)} cần người tới báo, "
            + $"{Of(ReceiptState.Stopped, ReceiptState.Lapsed, ReceiptState.OptedOut)} không gửi. Cán bộ mở bàn trực, mục Thông báo, xem ai cần báo giúp em.");

        long Of(params ReceiptState[] states) => states.Sum(state => tally.GetValueOrDefault(state));
    }

    public static Reply IsOurs(Notice notice) => new(
        $"{notice.Code} đúng là thông báo của xã, gửi {VietnamTime.DayText(VietnamTime.DateOf(notice.ApprovedAt!.Value))}:\n“{notice.Text}”\n"
        + "Lời bà con nhận mà khác thế này thì đừng làm theo, nhắn /gapnguoi cho cán bộ biết.");

    public static Reply IsNotOurs(string code) => new(
        $"Xã không gửi thông báo nào mã {code}. Có thể có người giả danh: bà con đừng bấm đường dẫn, đừng đưa số căn cước, mã OTP hay tiền. Em đã báo công an xã. "
        + "Cần nói thêm thì nhắn /gapnguoi.");

    public static Reply SomeoneForges(string code) => new(
        $"Có bà con hỏi thông báo mã {code}, xã không có mã này. Có thể có kẻ giả danh xã. Cán bộ nhắn /truc để xem bà con cần gì.");
}
