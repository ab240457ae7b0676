using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Time;

public sealed class LunarCalendarTests
{
    /// <summary>Announced or printed Vietnamese calendars. In 1985, 2007 and 2030 Beijing's new year was or will be another day.</summary>
    [Theory]
    [InlineData(1985, "1985-01-21")]
    [InlineData(2000, "2000-02-05")]
    [InlineData(2007, "2007-02-17")]
    [InlineData(2023, "2023-01-22")]
    [InlineData(2024, "2024-02-10")]
    [InlineData(2025, "2025-01-29")]
    [InlineData(2026, "2026-02-17")]
    [InlineData(2027, "2027-02-06")]
    [InlineData(2028, "2028-01-26")]
    [InlineData(2029, "2029-02-13")]
    [InlineData(2030, "2030-02-02")]
    public void Tet_falls_on_the_day_of_the_Vietnamese_calendar(int year, string day)
    {
        var tet = LunarCalendar.Tet(year);

        Assert.Equal(DateOnly.Parse(day, null), tet);
    }

    [Theory]
    [InlineData(2020, 4)]
    [InlineData(2023, 2)]
    [InlineData(2025, 6)]
    [InlineData(2028, 5)]
    public void A_leap_month_is_the_one_the_almanac_names(int year, int month)
    {
        var leapMonths = Enumerable.Range(1, 12).Where(m => LunarCalendar.ToSolar(new LunarDate(year, m, 1, IsLeapMonth: true)) is not null);

        Assert.Equal([month], leapMonths);
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void A_common_year_has_no_leap_month(int year) => Assert.DoesNotContain(
        Enumerable.Range(1, 12), month => LunarCalendar.ToSolar(new LunarDate(year, month, 1, IsLeapMonth: true)) is not null);

    [Theory]
    [InlineData("2026-08-27", 15, 7)]
    [InlineData("2025-10-06", 15, 8)]
    [InlineData("2024-04-18", 10, 3)]
    public void Feasts_of_the_people_stand_where_they_belong(string day, int lunarDay, int lunarMonth)
    {
        var lunar = LunarCalendar.Of(DateOnly.Parse(day, null));

        Assert.Equal((lunarDay, lunarMonth, false), (lunar.Day, lunar.Month, lunar.IsLeapMonth));
    }

    [Fact]
    public void Every_day_from_1990_to_2050_goes_there_and_back()
    {
        var before = LunarCalendar.Of(new DateOnly(1989, 12, 31));
        for (var day = new DateOnly(1990, 1, 1); day.Year <= 2050; day = day.AddDays(1))
        {
            var lunar = LunarCalendar.Of(day);

            Assert.Equal(day, LunarCalendar.ToSolar(lunar));
            Assert.True(lunar.Day == before.Day + 1 || (lunar.Day == 1 && before.Day is 29 or 30), $"{before} is followed by {lunar}");
            before = lunar;
        }
    }

    [Fact]
    public void The_30th_of_a_short_month_does_not_exist() => Assert.Null(LunarCalendar.ToSolar(new LunarDate(2026, 1, 31)));

    [Fact]
    public void The_first_the_fifteenth_and_the_days_of_Tet_are_kept()
    {
        Assert.All([new(2026, 7, 1), new(2026, 7, 15), new(2027, 1, 2)], (LunarDate day) => Assert.True(day.IsKept));
        Assert.False(new LunarDate(2026, 7, 2).IsKept);
    }
}
