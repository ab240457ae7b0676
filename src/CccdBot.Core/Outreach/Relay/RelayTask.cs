namespace CccdBot.Core.Outreach.Relay;

/// <summary>What has become of a word that was to be carried to someone.</summary>
public enum RelayState
{
    Open,
    Told,

    /// <summary>They were not met; the word is still to be carried.</summary>
    NotMet,
    Refused,
    MovedAway,
    Died,

    /// <summary>On the day they said.</summary>
    CallAgain,

    /// <summary>The evening is over, the notice old, or they are off the list; and they were not told.</summary>
    TooLate,
}

/// <summary>A word to be carried by a human being to one person whom no message reaches: of an evening, of a notice, or of both.</summary>
public sealed class RelayTask
{
    public long Id { get; init; }

    public long? SessionId { get; init; }

    public long? NoticeId { get; init; }

    public long? VillagerId { get; init; }

    /// <summary>Who wrote to us once and is not on the list; null for who is.</summary>
    public People.PersonId? PersonId { get; init; }

    /// <summary>The volunteer whose work it is; null where nobody works for that village, which the chief is told.</summary>
    public Guid? AssignedTo { get; init; }

    public required RelayState State { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ChangedAt { get; init; }

    /// <summary>By then it must have been carried: who walks home from a far field sets out the day before.</summary>
    public required DateTime DueAt { get; init; }

    public DateOnly? AgainOn { get; init; }

    /// <summary>When the volunteer was told that the day is there.</summary>
    public DateTime? RemindedAt { get; init; }

    public DateTime? ToldAt { get; init; }

    public Guid? ToldBy { get; init; }
}

/// <summary>A day on which the chief was told how it stands: once.</summary>
public sealed class RelayReport
{
    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }
}
