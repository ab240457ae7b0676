using CccdBot.Core.Channels;

namespace CccdBot.Core.Reminders;

/// <summary>Two hours before: the walk from a far field takes as long.</summary>
internal sealed class TwoHoursBefore : BeforeTheStart
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    /// <summary>A reminder moved to the morning must still leave an hour for the way; else it goes the evening before.</summary>
    private static readonly TimeSpan ShortestWay = TimeSpan.FromHours(1);

    /// <summary>A family may sit in half hours that follow each other: all are reminded with the first of them.</summary>
    private static readonly TimeSpan FamilySits = TimeSpan.FromMinutes(90);

    /// <summary>In the last minutes of the evening it looks over the whole night.</summary>
    private static readonly TimeSpan LastMinutes = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WholeNight = TimeSpan.FromHours(12);

    public override string Name => "two-hours-before";

    public override TimeSpan LooksAhead(DateTime now) => QuietHours.Covers(now + LastMinutes) ? WholeNight : Ahead + FamilySits;

    public override DateTime DueAt(DateTime startsAt)
    {
        var due = startsAt - Ahead;
        var morning = QuietHours.NextAllowed(due);
        return startsAt - morning >= ShortestWay ? morning : QuietHours.LastAllowed(due);
    }

    public override DateTime UsefulUntil(DateTime startsAt) => startsAt;
}
