namespace CccdBot.Core.Booking;

/// <summary>Half an hour of an evening, with a fixed number of seats.</summary>
public sealed class Slot
{
    /// <summary>Officers print the list before they set out; later names would not be on it, and are served as walk-ins.</summary>
    public static readonly TimeSpan LastCall = TimeSpan.FromMinutes(30);

    public long Id { get; init; }

    public long SessionId { get; init; }

    public Session? Session { get; init; }

    /// <summary>A for the first half hour of the evening, B for the second: the first letter of every code in it.</summary>
    public required string Letter { get; init; }

    public required DateTime StartsAt { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Seats held or booked. Only guarded updates change it.</summary>
    public int Taken { get; init; }
}
