namespace CccdBot.Core.Booking;

/// <summary>Half an hour of an evening, with a fixed number of seats.</summary>
public sealed class Slot
{
    /// <summary>Officers print the list before they set out; later names would not be on it, and are served as walk-ins.</summary>
    public static readonly TimeSpan LastCall = TimeSpan.FromMinutes(30);

    /// <summary>When the village has had its time to choose, and an empty seat would help nobody.</summary>
    public static readonly TimeSpan OpensToAll = TimeSpan.FromHours(24);

    /// <summary>A seat given back rests so long, lest one who trades in seats hand it to whom they like.</summary>
    public static readonly TimeSpan Rests = TimeSpan.FromMinutes(3);

    public long Id { get; init; }

    public long SessionId { get; init; }

    public Session? Session { get; init; }

    /// <summary>A for the first half hour of the evening, B for the second: the first letter of every code in it.</summary>
    public required string Letter { get; init; }

    public required DateTime StartsAt { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Seats held or booked. Only guarded updates change it.</summary>
    public int Taken { get; init; }

    /// <summary>The evening was called off or closed: nobody gets a seat here any more.</summary>
    public bool IsShut { get; init; }

    /// <summary>Of the capacity, for the place's own village and for those booked for by others, until a day before.</summary>
    public int KeptForVillage { get; init; }

    /// <summary>What the stations can work in this half hour; null where only the seats count.</summary>
    public int? Minutes { get; init; }

    /// <summary>Of these minutes, for the seats that are taken.</summary>
    public int MinutesTaken { get; init; }
}
