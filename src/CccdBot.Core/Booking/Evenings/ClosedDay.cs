namespace CccdBot.Core.Booking.Evenings;

/// <summary>A day on which nothing is opened: a feast, a training of the whole force, the machines are away.</summary>
public sealed class ClosedDay
{
    public const int LongestWhy = 80;

    public required DateOnly Day { get; init; }

    public required string Why { get; init; }

    public required Guid SetBy { get; init; }

    public required DateTime SetAt { get; init; }
}
