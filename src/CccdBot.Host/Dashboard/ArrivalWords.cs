using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Host.Dashboard;

/// <summary>How officers speak of who is in the hall.</summary>
internal static class ArrivalWords
{
    public static readonly IReadOnlyList<DeedKind> Doable = [DeedKind.DossierTaken, DeedKind.VneidRegistered, DeedKind.VneidActivated, DeedKind.DataCorrected];

    public static bool CanBeDone(DeedKind kind) => Doable.Contains(kind);

    /// <summary>What whoever came for this most likely leaves with: one tap less.</summary>
    public static IReadOnlyList<DeedKind> Likely(WishService service) => service switch
    {
        WishService.Vneid => [DeedKind.VneidRegistered],
        WishService.Both => [DeedKind.DossierTaken, DeedKind.VneidRegistered],
        WishService.Correction => [DeedKind.DataCorrected],
        _ => [DeedKind.DossierTaken],
    };

    public static string Of(DeedKind kind) => kind switch
    {
        DeedKind.DossierTaken => "Đã thu hồ sơ",
        DeedKind.VneidRegistered => "Đăng ký VNeID mức 2",
        DeedKind.VneidActivated => "Kích hoạt VNeID",
        DeedKind.DataCorrected => "Sửa thông tin",
        DeedKind.PapersMissing => "Thiếu giấy",
        _ => "Hẹn lại",
    };

    public static string Of(ArrivalState state) => state switch
    {
        ArrivalState.Waiting => "đang chờ",
        ArrivalState.Called => "đang làm",
        ArrivalState.Done => "đã làm xong",
        ArrivalState.ToComeBack => "hẹn lại",
        _ => "không có mặt",
    };

    public static string Of(WhyFirst why) => why switch
    {
        WhyFirst.Old => "người già",
        WhyFirst.SmallChildren => "có con nhỏ",
        _ => "ở xa",
    };

    public static string Of(EveningWork work) => string.Join(", ", work.Kinds.Select(Of));

    public static string Of(WishService service) => service switch
    {
        WishService.Vneid => "VNeID mức 2",
        WishService.Both => "Căn cước và VNeID",
        WishService.Correction => "Sửa thông tin",
        _ => "Căn cước",
    };
}
