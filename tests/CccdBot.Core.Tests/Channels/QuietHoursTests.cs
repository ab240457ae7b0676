using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Channels;

public sealed class QuietHoursTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory]
    [InlineData("20:59:59", false)]
    [InlineData("21:00:00", true)]
    [InlineData("23:59:59", true)]
    [InlineData("00:00:00", true)]
    [InlineData("06:59:59", true)]
    [InlineData("07:00:00", false)]
    public void Night_is_from_21h00_to_07h00(string hour, bool isNight) => Assert.Equal(isNight, QuietHours.Covers(At(Day, hour)));

    [Theory]
    [InlineData("12:00", 0, "12:00", 0, "12:00")]
    [InlineData("21:00", 1, "07:00", 0, "20:59")]
    [InlineData("23:30", 1, "07:00", 0, "20:59")]
    [InlineData("00:10", 0, "07:00", -1, "20:59")]
    [InlineData("06:59", 0, "07:00", -1, "20:59")]
    [InlineData("07:00", 0, "07:00", 0, "07:00")]
    public void A_moment_of_the_night_moves_to_the_morning_after_or_to_the_last_minute_before(
        string hour, int nextDay, string next, int lastDay, string last)
    {
        var moment = At(Day, hour);

        Assert.Equal(At(Day.AddDays(nextDay), next), QuietHours.NextAllowed(moment));
        Assert.Equal(At(Day.AddDays(lastDay), last), QuietHours.LastAllowed(moment));
    }

    private static DateTime At(DateOnly day, string hour) => VietnamTime.ToUtc(day, TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture));
}
