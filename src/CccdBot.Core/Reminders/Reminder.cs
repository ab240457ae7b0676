namespace CccdBot.Core.Reminders;

/// <summary>That one reminder of one kind was written for one reservation: the row that makes a second one impossible.</summary>
public sealed class Reminder
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    public required Guid ReservationId { get; init; }

    public required DateTime DueAt { get; init; }

    public required DateTime WrittenAt { get; init; }
}
