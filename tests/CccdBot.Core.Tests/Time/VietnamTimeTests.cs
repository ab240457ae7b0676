using System.Globalization;
using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Time;

public sealed class VietnamTimeTests
{
    [Theory]
    [InlineData("2026-11-26T11:30:00", "18h30, thứ Năm, 26/11/2026")]
    [InlineData("2026-11-23T11:00:00", "18h00, thứ Hai, 23/11/2026")]
    [InlineData("2026-11-24T11:00:00", "18h00, thứ Ba, 24/11/2026")]
    [InlineData("2026-11-25T11:00:00", "18h00, thứ Tư, 25/11/2026")]
    [InlineData("2026-11-27T11:00:00", "18h00, thứ Sáu, 27/11/2026")]
    [InlineData("2026-11-28T11:00:00", "18h00, thứ Bảy, 28/11/2026")]
    [InlineData("2026-11-29T11:00:00", "18h00, Chủ nhật, 29/11/2026")]
    [InlineData("2026-12-31T17:00:00", "00h00, thứ Sáu, 01/01/2027")]
    [InlineData("2026-12-31T16:59:59", "23h59, thứ Năm, 31/12/2026")]
    public void Hour_weekday_and_date_stand_together_as_the_village_reads_them(string utc, string text) =>
        Assert.Equal(text, VietnamTime.MomentText(DateTime.Parse(utc, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_machines_own_culture_and_zone_decide_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Assert.Equal("18h30, thứ Năm, 26/11/2026", VietnamTime.MomentText(new DateTime(2026, 11, 26, 11, 30, 0, DateTimeKind.Utc)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_hour_of_a_year_goes_to_utc_and_back() => Assert.All(
        Enumerable.Range(0, 365 * 24).Select(hour => new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour)),
        local => Assert.Equal(local, VietnamTime.ToLocal(VietnamTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)))));
}
