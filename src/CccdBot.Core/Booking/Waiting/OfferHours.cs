using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>How long a freed seat is held for the next in the line, and when they are told.</summary>
public static class OfferHours
{
    /// <summary>Long enough to call home and ask, short enough that the next one still finds a way to come.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>Who finds the offer on waking still has time to read it.</summary>
    private static readonly TimeSpan AfterTheNight = TimeSpan.FromMinutes(30);

    /// <summary>After a quarter of an hour; where that lies in the night, at 07h30; never later than the last call.</summary>
    public static DateTime EndOf(DateTime now, DateTime startsAt)
    {
        var end = QuietHours.Covers(now) || QuietHours.Covers(now + Lasts) ? QuietHours.NextAllowed(Latest(now)) + AfterTheNight : now + Lasts;
        var lastCall = startsAt - Slot.LastCall;
        return end < lastCall ? end : lastCall;
    }

    /// <summary>At once; at night in the morning, unless the evening is that same day and the hours count.</summary>
    public static DateTime TellAt(DateTime now, DateTime startsAt) =>
        VietnamTime.DateOf(now) == VietnamTime.DateOf(startsAt) ? now : QuietHours.NextAllowed(now);

    /// <summary>Whichever of the offer's two ends lies in the night.</summary>
    private static DateTime Latest(DateTime now) => QuietHours.Covers(now) ? now : now + Lasts;
}
