using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Visits;

/// <summary>What a visit's fields are called, to families and to officers alike.</summary>
public static class VisitWords
{
    public static string Of(VisitNeed need) => need switch
    {
        VisitNeed.Old => "già yếu",
        VisitNeed.Disabled => "khuyết tật",
        VisitNeed.Ill => "đang ốm",
        _ => "lý do khác",
    };

    public static string Of(VisitPart part) => part switch
    {
        VisitPart.Morning => "buổi sáng",
        VisitPart.Afternoon => "buổi chiều",
        _ => "chiều tối",
    };

    /// <summary>"buổi sáng thứ Bảy, 05/12/2026".</summary>
    public static string Of(VisitPart part, DateOnly day) => $"{Of(part)} {VietnamTime.DayText(day)}";

    /// <summary>The days that suit the family, on one line.</summary>
    public static string OfDays(IReadOnlyList<DateOnly> days) => days.Count == 0 ? "ngày nào cũng được" : string.Join(", ", days.Select(BookingTexts.DayLabel));
}
