namespace CccdBot.Core.Time;

/// <summary>The Vietnamese lunar calendar: Tết by the meridian 105° east, which is not always Beijing's day.</summary>
public static class LunarCalendar
{
    /// <summary>The month that holds the winter solstice is the eleventh.</summary>
    private const int SolsticeMonth = 11;

    /// <summary>The solstice month of a year never ends before this day.</summary>
    private const int LastDayOfYear = 31;

    private const int MonthsInYear = 12;

    /// <summary>From the winter solstice on the sun is in the tenth twelfth, number 9.</summary>
    private const int SolsticeTwelfth = 9;

    public static LunarDate Of(DateOnly day)
    {
        var moon = Sky.LastNewMoon(day);
        var solarYear = moon >= SolsticeMoon(day.Year) ? day.Year + 1 : day.Year;
        var (month, isLeap) = MonthOf(moon, solarYear);
        var year = month >= SolsticeMonth ? solarYear - 1 : solarYear;
        return new LunarDate(year, month, day.DayNumber - Sky.NewMoonDay(moon).DayNumber + 1, isLeap);
    }

    /// <summary>The day on the wall calendar; null where that month has no such day or that year no such leap month.</summary>
    public static DateOnly? ToSolar(LunarDate date)
    {
        var solarYear = date.Month >= SolsticeMonth ? date.Year + 1 : date.Year;
        var first = SolsticeMoon(solarYear - 1);
        var last = SolsticeMoon(solarYear);
        for (var moon = first; moon < last; moon++)
        {
            if (MonthOf(moon, solarYear) == (date.Month, date.IsLeapMonth))
            {
                var day = Sky.NewMoonDay(moon).AddDays(date.Day - 1);
                return date.Day >= 1 && day < Sky.NewMoonDay(moon + 1) ? day : null;
            }
        }

        return null;
    }

    /// <summary>The first day of the lunar new year.</summary>
    public static DateOnly Tet(int year) => ToSolar(new LunarDate(year, 1, 1))!.Value;

    /// <summary>The new moon that begins the eleventh month of a year.</summary>
    private static int SolsticeMoon(int year)
    {
        var moon = Sky.LastNewMoon(new DateOnly(year, MonthsInYear, LastDayOfYear));
        return Sky.SunTwelfth(Sky.NewMoonDay(moon)) >= SolsticeTwelfth ? moon - 1 : moon;
    }

    private static (int Month, bool IsLeap) MonthOf(int moon, int solarYear)
    {
        var first = SolsticeMoon(solarYear - 1);
        var leap = LeapMoon(first, SolsticeMoon(solarYear));
        var place = moon - first - (moon >= leap ? 1 : 0);
        return ((place + SolsticeMonth - 1) % MonthsInYear + 1, moon == leap);
    }

    /// <summary>Where thirteen moons lie between two solstice months, the first in which the sun changes no twelfth is the leap month.</summary>
    private static int LeapMoon(int first, int next)
    {
        if (next - first <= MonthsInYear)
        {
            return int.MaxValue;
        }

        var moon = first + 1;
        while (Sky.SunTwelfth(Sky.NewMoonDay(moon)) != Sky.SunTwelfth(Sky.NewMoonDay(moon + 1)))
        {
            moon++;
        }

        return moon;
    }
}
