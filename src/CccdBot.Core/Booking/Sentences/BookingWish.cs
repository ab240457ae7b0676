namespace CccdBot.Core.Booking.Sentences;

/// <summary>What one sentence asks for, as far as it says so; what it does not say is null.</summary>
public sealed record BookingWish
{
    public required WishIntent Intent { get; init; }

    /// <summary>The code of the hall.</summary>
    public string? Place { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The same as <see cref="From"/> unless several days were offered.</summary>
    public DateOnly? To { get; init; }

    public TimeOnly? TimeFrom { get; init; }

    public TimeOnly? TimeTo { get; init; }

    /// <summary>How many are to be served; the writer only if they come for themself.</summary>
    public int? People { get; init; }

    public WishFor? ForWhom { get; init; }

    /// <summary>"Mẹ": what the one to be served is called in the family.</summary>
    public string? Kin { get; init; }

    public WishService? Service { get; init; }

    /// <summary>How it was said: "about", "evening", "same-place".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What can be read in more than one way and must be asked back.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}

/// <summary>One thing that can be read in more than one way.</summary>
/// <param name="Field">"place", "date", "time" or "people".</param>
/// <param name="Readings">The choices to offer; empty where no reading makes sense.</param>
public sealed record Doubt(string Field, IReadOnlyList<string> Readings);

/// <summary>What the writer wants done.</summary>
public enum WishIntent
{
    Other,
    Book,
    Reschedule,
    Cancel,
    Check,
    HomeVisit,
}

/// <summary>Who is to be served.</summary>
public enum WishFor
{
    Self,
    Other,
    Group,
}

/// <summary>What is to be done at the hall.</summary>
public enum WishService
{
    Card,
    Vneid,
    Both,
    Correction,
}
