using CccdBot.Core.Time;

namespace CccdBot.Core.Channels;

/// <summary>The hours in which nobody is woken by a message he did not just ask for: 21h00 to 07h00.</summary>
public static class QuietHours
{
    public static readonly TimeOnly From = new(21, 0);
    public static readonly TimeOnly To = new(7, 0);

    public static bool Covers(DateTime utc)
    {
        var hour = TimeOnly.FromDateTime(VietnamTime.ToLocal(utc));
        return hour >= From || hour < To;
    }

    /// <summary>The same moment where it is allowed, else the next 07h00.</summary>
    public static DateTime NextAllowed(DateTime utc) => Covers(utc) ? MorningAfter(utc) : utc;

    /// <summary>The same moment where it is allowed, else the last minute before the quiet began.</summary>
    public static DateTime LastAllowed(DateTime utc) => Covers(utc)
        ? MorningAfter(utc).Add(From - To - TimeSpan.FromDays(1)).AddMinutes(-1)
        : utc;

    private static DateTime MorningAfter(DateTime utc)
    {
        var local = VietnamTime.ToLocal(utc);
        var day = DateOnly.FromDateTime(local);
        return VietnamTime.ToUtc(TimeOnly.FromDateTime(local) >= From ? day.AddDays(1) : day, To);
    }
}
