using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Cases;

/// <summary>Where a case of wrong data stands.</summary>
public enum DataCaseState
{
    Open,

    /// <summary>The record was put right.</summary>
    Corrected,

    /// <summary>The record stays as it is; they were told why.</summary>
    Declined,
    Withdrawn,
}

/// <summary>Someone says that something is recorded wrongly about them: "sai tên đệm", "bị ghi là đã mất". It is what they say, until an officer has decided.</summary>
public sealed class DataCase
{
    /// <summary>So that nobody waits for an answer that nobody owes.</summary>
    public static readonly TimeSpan AnsweredWithin = TimeSpan.FromDays(7);

    public const int LongestClaim = 200;
    public const int LongestAnswer = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PersonId PersonId { get; init; }

    /// <summary>In the person's own words, without numbers of papers; empty once they wanted it forgotten.</summary>
    public required string Claim { get; init; }

    public required DataCaseState State { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required DateTime DueAt { get; init; }

    /// <summary>The officer who answers for it; null until one has taken it.</summary>
    public Guid? OfficerId { get; init; }

    public DateTime? DecidedAt { get; init; }

    /// <summary>What the person was told.</summary>
    public string? Answer { get; init; }
}
