using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>The words of this room.</summary>
internal static class RemindersTexts
{
    /// <summary>The date is always spelled out: "ngày mai" read a day late would send someone on a walk for nothing.</summary>
    public static Reply Reminder(Appointment mine, DateTime now)
    {
        var startsAt = mine.StartsAt;
        var when = VietnamTime.DateOf(startsAt) == VietnamTime.DateOf(now) ? "hôm nay" : "ngày mai";
        return new Reply(
            $"Em nhắc bà con lịch hẹn {when}, mã {mine.Code}:\n{VietnamTime.MomentText(startsAt)}\n{mine.PlaceName}\n"
            + "Bà con nhớ mang thẻ cũ nếu còn. Bà con đến được không ạ?",
            new Choice("Tôi sẽ đến", MyBookings.Called, MyBookings.Coming, $"{mine.Id}"),
            new Choice("Đổi giờ", MoveBooking.Called, MoveBooking.This, $"{mine.Id}"),
            new Choice("Không đến được", CancelBooking.Called, CancelBooking.This, $"{mine.Id}"));
    }
}
