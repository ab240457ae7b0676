namespace CccdBot.Core.Time;

/// <summary>Where moon and sun stand, as seen from a clock at the meridian 105° east.</summary>
/// <remarks>
/// The shortened series of Jean Meeus, "Astronomical Algorithms", chapters 25 and 49; good to a few minutes between 1900 and 2100.
/// The rules built on it are those Hồ Ngọc Đức has published for the Vietnamese calendar.
/// </remarks>
internal static class Sky
{
    /// <summary>The mean time from one new moon to the next, in days.</summary>
    public const double MoonTakes = 29.530588861;

    /// <summary>Vietnam's legal meridian, 105° east, is seven hours ahead of Greenwich.</summary>
    private const double HoursAhead = 7;

    /// <summary>Noon of 1 January 2000 at Greenwich, in Julian days.</summary>
    private const double Epoch = 2451545;

    private const double CenturyDays = 36525;

    /// <summary>Julian day of the midnight that begins 01/01/0001, from which <see cref="DateOnly.DayNumber"/> counts.</summary>
    private const double FirstDay = 1721425.5;

    /// <summary>New moons are counted from the first of the year 2000.</summary>
    private const double FirstNewMoon = 2451550.09766;

    /// <summary>The day in Vietnam on which the new moon number <paramref name="count"/> falls.</summary>
    public static DateOnly NewMoonDay(int count) => DayAt(NewMoon(count));

    /// <summary>The number of the last new moon on or before a day.</summary>
    public static int LastNewMoon(DateOnly day)
    {
        var count = (int)Math.Floor((day.DayNumber + FirstDay - FirstNewMoon) / MoonTakes) + 1;
        while (NewMoonDay(count) > day)
        {
            count--;
        }

        return count;
    }

    /// <summary>In which twelfth of its yearly way the sun stands when a day begins in Vietnam; 0 starts at the spring equinox, 9 at the winter solstice.</summary>
    public static int SunTwelfth(DateOnly day) => (int)(SunLongitude(day.DayNumber + FirstDay - HoursAhead / 24) / 30);

    private static DateOnly DayAt(double julian) => DateOnly.FromDayNumber((int)Math.Floor(julian - FirstDay + HoursAhead / 24));

    private static double NewMoon(int count)
    {
        var t = count / 1236.85;
        var e = 1 - 0.002516 * t - 0.0000074 * t * t;
        var sun = 2.5534 + 29.10535670 * count - 0.0000014 * t * t;
        var moon = 201.5643 + 385.81693528 * count + 0.0107582 * t * t;
        var node = 160.7108 + 390.67050284 * count - 0.0016118 * t * t;
        var ascending = 124.7746 - 1.56375588 * count + 0.0020672 * t * t;

        var correction = -0.40720 * Sin(moon) + 0.17241 * e * Sin(sun) + 0.01608 * Sin(2 * moon) + 0.01039 * Sin(2 * node)
            + 0.00739 * e * Sin(moon - sun) - 0.00514 * e * Sin(moon + sun) + 0.00208 * e * e * Sin(2 * sun)
            - 0.00111 * Sin(moon - 2 * node) - 0.00057 * Sin(moon + 2 * node) + 0.00056 * e * Sin(2 * moon + sun)
            - 0.00042 * Sin(3 * moon) + 0.00042 * e * Sin(sun + 2 * node) + 0.00038 * e * Sin(sun - 2 * node)
            - 0.00024 * e * Sin(2 * moon - sun) - 0.00017 * Sin(ascending) + 0.00033 * Sin(299.77 + 0.107408 * count - 0.009173 * t * t);
        return FirstNewMoon + MoonTakes * count + 0.00015437 * t * t + correction - ClockDrift(t);
    }

    /// <summary>In degrees, from 0 up to 360.</summary>
    private static double SunLongitude(double julian)
    {
        var t = (julian - Epoch) / CenturyDays;
        var anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
        var centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * Sin(anomaly) + (0.019993 - 0.000101 * t) * Sin(2 * anomaly) + 0.000289 * Sin(3 * anomaly);
        var longitude = 280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre;
        return longitude - 360 * Math.Floor(longitude / 360);
    }

    /// <summary>By how much the turning earth lags behind even time, in days: about a minute in 2000.</summary>
    private static double ClockDrift(double centuries) => (63.8 + 33 * centuries + 50 * centuries * centuries) / 86400;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
