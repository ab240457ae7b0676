namespace CccdBot.Core.Reminders;

/// <summary>One occasion on which a citizen is reminded of an appointment.</summary>
public interface IReminderKind
{
    string Name { get; }

    /// <summary>How far ahead of <paramref name="now"/> the appointments start for which this reminder may be due.</summary>
    TimeSpan LooksAhead(DateTime now);

    /// <summary>When it is to go out for an appointment at <paramref name="startsAt"/> (UTC, never in quiet hours).</summary>
    DateTime DueAt(DateTime startsAt);

    /// <summary>From then on it would be stale and is not sent (UTC, never after the start).</summary>
    DateTime UsefulUntil(DateTime startsAt);
}
