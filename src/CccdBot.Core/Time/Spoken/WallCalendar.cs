namespace CccdBot.Core.Time.Spoken;

/// <summary>Which day is meant, counted from today. Weeks run from Monday to Sunday.</summary>
internal sealed class WallCalendar(DateOnly today)
{
    private const int Week = 7;

    private const int MonthsInYear = 12;

    /// <summary>The 29th of February comes back after eight years at the latest.</summary>
    private const int MonthsAhead = 8 * MonthsInYear;

    public DateOnly Today => today;

    private DateOnly Monday => today.AddDays(-(((int)today.DayOfWeek + Week - 1) % Week));

    public DateOnly In(int days) => today.AddDays(days);

    /// <param name="number">2 for thứ hai up to 8 for chủ nhật, as they are called.</param>
    public DateOnly Weekday(int number, string which)
    {
        var thisWeek = Monday.AddDays(number - 2);
        return which switch
        {
            "nay" => thisWeek < today ? thisWeek.AddDays(Week) : thisWeek,
            "tuan nay" => thisWeek,
            "tuan sau" or "tuan toi" or "sau" => thisWeek.AddDays(Week),
            "tuan sau nua" or "tuan toi nua" => thisWeek.AddDays(2 * Week),
            _ => thisWeek > today ? thisWeek : thisWeek.AddDays(Week),
        };
    }

    /// <summary>"đầu tuần sau": Monday and Tuesday; "cuối tuần": Saturday and Sunday, on a Sunday those of next week.</summary>
    public (DateOnly From, DateOnly To) PartOfWeek(string part, string which)
    {
        var isNext = which is "sau" or "toi" || (which.Length == 0 && part == "dau") || (part == "cuoi" && today.DayOfWeek == DayOfWeek.Sunday);
        var monday = isNext ? Monday.AddDays(Week) : Monday;
        return part switch
        {
            "dau" => (monday, monday.AddDays(1)),
            "giua" => (monday.AddDays(1), monday.AddDays(3)),
            _ => (monday.AddDays(5), monday.AddDays(6)),
        };
    }

    public (DateOnly From, DateOnly To) WholeWeek(string which) =>
        which == "nay" ? (today, Monday.AddDays(Week - 1)) : (Monday.AddDays(Week), Monday.AddDays((2 * Week) - 1));

    /// <summary>The next such day not in the past; months that have none are passed over.</summary>
    public DateOnly? DayOfMonth(int day, int? month, string which)
    {
        for (var ahead = which is "sau" or "toi" ? 1 : 0; ahead < MonthsAhead; ahead++)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(ahead);
            if ((month is null || first.Month == month) && DayIn(first.Year, first.Month, day) is { } date && date >= today)
            {
                return date;
            }
        }

        return null;
    }

    public static DateOnly? DayIn(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= MonthsInYear && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The next such day of the moon not in the past.</summary>
    public DateOnly? MoonDay(int day, int? month, string which)
    {
        var now = LunarCalendar.Of(today);
        var first = today.AddDays(1 - now.Day);
        for (var ahead = 0; ahead <= MonthsInYear + 1; ahead++)
        {
            var moon = LunarCalendar.Of(first);
            var date = LunarCalendar.ToSolar(moon with { Day = day });
            if ((month is null || moon.Month == month) && !(which is "sau" or "toi" && ahead == 0) && date >= today)
            {
                return date;
            }

            first = NextMoon(first);
        }

        return null;
    }

    private static DateOnly NextMoon(DateOnly first)
    {
        var day = first.AddDays(29);
        return LunarCalendar.Of(day).Day == 1 ? day : day.AddDays(1);
    }
}
