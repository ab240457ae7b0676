using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Visits;

/// <summary>Where a trip to a far spot stands.</summary>
public enum TripState
{
    /// <summary>People sign up; there are not enough yet.</summary>
    Gathering,

    /// <summary>There are enough: officers set the day.</summary>
    Open,
    Planned,
    Done,
}

/// <summary>Officers on their way to a far spot, as soon as enough people there have signed up.</summary>
public sealed class Trip
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Spot { get; init; }

    public required string SpotName { get; init; }

    public required int Needed { get; init; }

    public required TripState State { get; init; }

    /// <summary>How many are signed up. Only guarded updates change it.</summary>
    public int People { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>Grows with every decision of an officer: who saw an older one is too late.</summary>
    public int Version { get; init; }

    /// <summary>The officer who decided last.</summary>
    public Guid? DecidedBy { get; init; }

    public DateTime? DecidedAt { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? OpenedAt { get; init; }
}

/// <summary>Where someone who signed up for a trip stands.</summary>
public enum TripSeatState
{
    Joined,

    /// <summary>They know the day and said that they come.</summary>
    Coming,
    Left,
}

/// <summary>One person signed up for a trip.</summary>
public sealed class TripSeat
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid TripId { get; init; }

    /// <summary>Whose chat is told.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Who comes: the same, or someone they speak for.</summary>
    public required PersonId ForId { get; init; }

    /// <summary>What that one is called; null once it was cleared.</summary>
    public string? Name { get; init; }

    public required TripSeatState State { get; init; }

    public required DateTime JoinedAt { get; init; }

    /// <summary>What messages about it are marked with.</summary>
    public static string AboutOf(Guid id) => $"trip:{id:N}";
}
