namespace CccdBot.Core.Reminders;

/// <summary>That one reminder of one kind was written for one reservation: the row that makes a second one impossible.</summary>
public sealed class Reminder
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    public required Guid ReservationId { get; init; }

    /// <summary>Of the reservation, when it was written.</summary>
    public int Round { get; init; }

    public required DateTime DueAt { get; init; }

    public required DateTime WrittenAt { get; init; }
}

/// <summary>When the last look for due reminders was finished: a clock that has stopped would otherwise be silent.</summary>
public sealed class ReminderLook
{
    public required int Id { get; init; }

    public required DateTime At { get; init; }
}
