namespace CccdBot.Core.Booking;

/// <summary>One evening (buổi) at one place, cut into slots.</summary>
public sealed class Session
{
    public long Id { get; init; }

    public required string PlaceCode { get; init; }

    /// <summary>The day on the wall calendar of the village.</summary>
    public required DateOnly Date { get; init; }

    public required DateTime StartsAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public List<Slot> Slots { get; } = [];
}
