using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>How far someone has come who is in the hall.</summary>
public enum ArrivalState
{
    Waiting,

    /// <summary>Their number stands on the screen.</summary>
    Called,
    Done,

    /// <summary>A paper was missing, or the time: they come again.</summary>
    ToComeBack,

    /// <summary>Not there when they were called, or never there: a finger slipped.</summary>
    Left,
}

/// <summary>Why someone need not wait until it is their number's turn.</summary>
public enum WhyFirst
{
    Old,
    SmallChildren,
    CameFar,
}

/// <summary>Someone who has come to the hall, with or without a booking, and the number they wait with.</summary>
public sealed class Arrival
{
    public long Id { get; init; }

    public required long SessionId { get; init; }

    /// <summary>One of its kind in its evening; whoever comes back in keeps it.</summary>
    public required int Number { get; init; }

    /// <summary>Null for who came without a booking.</summary>
    public Guid? ReservationId { get; init; }

    /// <summary>Only of who came without a booking: the others' names stay where they are.</summary>
    public string? Name { get; init; }

    public required WishService Service { get; init; }

    public WhyFirst? GoesFirst { get; init; }

    public required ArrivalState State { get; init; }

    /// <summary>Behind which number they stand: their own, until they were called and not there.</summary>
    public required int Turn { get; init; }

    /// <summary>How often they were called and not there.</summary>
    public int Passes { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public DateTime? CalledAt { get; init; }

    public Guid? CalledBy { get; init; }

    public DateTime? EndedAt { get; init; }

    public Guid? EndedBy { get; init; }

    /// <summary>Of the form that let them in: sent twice, it lets in one.</summary>
    public Guid? EntryKey { get; init; }

    /// <summary>Of the tap that called them: tapped twice, it calls one.</summary>
    public Guid? CallKey { get; init; }
}

/// <summary>What was done for someone in the hall; what progress is counted by.</summary>
public enum DeedKind
{
    DossierTaken,
    VneidRegistered,
    VneidActivated,
    DataCorrected,
    PapersMissing,
    ComesAgain,
}

/// <summary>One thing an officer did for one person; what was noted by mistake stays, and says so.</summary>
public sealed class HallDeed
{
    /// <summary>"Giấy khai sinh của con út, bản chính".</summary>
    public const int LongestWords = 80;

    public long Id { get; init; }

    public required long ArrivalId { get; init; }

    public required DeedKind Kind { get; init; }

    /// <summary>Which papers are missing.</summary>
    public string? Words { get; init; }

    /// <summary>When they are to come again.</summary>
    public DateOnly? Day { get; init; }

    public required Guid Officer { get; init; }

    public required DateTime At { get; init; }

    public DateTime? TakenBackAt { get; init; }

    public Guid? TakenBackBy { get; init; }
}

/// <summary>Someone in the hall as the officers see them.</summary>
/// <param name="Name">Null when it is not known, or was cleared.</param>
/// <param name="Code">Of the booking; null for who came without one.</param>
/// <param name="Officer">Who called them, by name; null when nobody did, or the officer has not told it.</param>
/// <param name="Settler">Who wrote down what became of them, by name.</param>
public sealed record InHall(
    long Id, int Number, Guid? ReservationId, string? Name, string? Code, WishService Service, WhyFirst? GoesFirst,
    ArrivalState State, int Passes, DateTime? CalledAt, Guid? CalledBy, string? Officer, string? Settler)
{
    /// <summary>Whose hand was the last.</summary>
    public string? LastHand => State is ArrivalState.Waiting or ArrivalState.Called ? Officer : Settler;
}
