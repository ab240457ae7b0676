namespace CccdBot.Core.Booking.Evenings;

/// <summary>What the police did to an evening.</summary>
public enum EveningChange
{
    CalledOff,

    /// <summary>To another hour or another place; the seats went along.</summary>
    Moved,

    /// <summary>Nothing: it is this person's dossier that came back, and they are asked to come once more.</summary>
    CalledBack,

    /// <summary>Nothing either: this person was there, was not done, and is to come again.</summary>
    ComesAgain,
}

/// <summary>What has become of a booking whose evening was called off or moved.</summary>
public enum DisplacedOutcome
{
    /// <summary>They were told, and have not answered yet.</summary>
    Asked,

    /// <summary>They have another seat.</summary>
    Rebooked,

    /// <summary>The new hour suits them.</summary>
    Stayed,
    GaveUp,

    /// <summary>No answer, or no way to reach them: someone has to call or go there.</summary>
    ToCall,

    /// <summary>An officer has told them.</summary>
    Told,
}

/// <summary>A booking whose evening was called off or moved: for each there is one, so that the sum tells that nobody was forgotten.</summary>
public sealed class DisplacedBooking
{
    /// <summary>As long as other people's patience with an empty seat; then someone asks by word of mouth.</summary>
    public static readonly TimeSpan MayThink = TimeSpan.FromHours(24);

    /// <summary>The booking it speaks of.</summary>
    public required Guid ReservationId { get; init; }

    public required long SessionId { get; init; }

    public required EveningChange Change { get; init; }

    public required DisplacedOutcome Outcome { get; init; }

    /// <summary>The seat that is kept for them until they answer; null where none was free, or where their own seat went along.</summary>
    public Guid? KeptId { get; init; }

    public required DateTime AskedAt { get; init; }

    public required DateTime AnswerBy { get; init; }

    public DateTime? EndedAt { get; init; }
}
