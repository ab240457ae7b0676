using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.People;
using CccdBot.Core.Time;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>Someone of the village; the family comes by the keeper's chat.</summary>
internal sealed record Comer(string Name, PersonId Id, string? Home = null, Comer? Keeper = null)
{
    public bool HasChat { get; init; } = true;

    /// <summary>Whose chat speaks for them.</summary>
    public Comer Chat => Keeper ?? this;

    public override string ToString() => Name;
}

/// <summary>An evening and its half hours.</summary>
internal sealed class Evening(long id, string place, DateTime startsAt)
{
    public long Id => id;

    public string Place { get; set; } = place;

    public DateTime StartsAt { get; set; } = startsAt;

    public SessionState State { get; set; }

    public List<HalfHour> HalfHours { get; } = [];

    public DateTime EndsAt => StartsAt.AddMinutes(30 * HalfHours.Count);

    public bool TakesPlace => State is SessionState.Proposed or SessionState.Confirmed;

    public override string ToString() => $"{Place} {VietnamTime.ToLocal(StartsAt):d/M HH:mm}";
}

internal sealed class HalfHour(Evening evening, long id, int nth, int capacity, int? minutes, int keptForVillage)
{
    public long Id => id;

    public Evening Evening => evening;

    public DateTime StartsAt => evening.StartsAt.AddMinutes(30 * nth);

    public DateTime LastCall => StartsAt.AddMinutes(-30);

    public int Capacity { get; set; } = capacity;

    public int? Minutes => minutes;

    public int KeptForVillage => keptForVillage;

    public override string ToString() => $"{evening.Place} {VietnamTime.ToLocal(StartsAt):d/M HH:mm}";
}

/// <summary>One reservation.</summary>
internal sealed class Seat(Comer who, HalfHour at, WishService service, DateTime until, Seat? replaces)
{
    /// <summary>What the book calls it; null until we have seen it there.</summary>
    public Guid? Id { get; set; }

    public Comer Who => who;

    public HalfHour At => at;

    public Evening Evening => at.Evening;

    public WishService Service => service;

    public DateTime Until => until;

    public Seat? Replaces => replaces;

    /// <summary>All that were taken in one go.</summary>
    public List<Seat> Party { get; set; } = [];

    public required ReservationState State { get; set; }

    public DateTime? BookedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public int Minutes => service switch { WishService.Card => 15, WishService.Vneid => 10, WishService.Both => 20, _ => 25 };

    public bool IsAhead => State is ReservationState.Booked or ReservationState.Confirmed;

    public bool IsChoice => State is ReservationState.Held or ReservationState.Kept;

    /// <summary>Of this a person has one in an evening.</summary>
    public bool IsTheirs => IsAhead || State is ReservationState.CheckedIn or ReservationState.Served or ReservationState.Missed;

    public bool TakesRoom => IsTheirs || IsChoice;

    public override string ToString() => $"{who} at {at}";
}

/// <summary>A place in the waiting line.</summary>
internal sealed class InLine(Comer who, Evening evening, HalfHour? wish, WaitingPriority priority, DateTime joinedAt)
{
    public Comer Who => who;

    public Evening Evening => evening;

    public HalfHour? Wish => wish;

    public WaitingPriority Priority => priority;

    public DateTime JoinedAt => joinedAt;

    public WaitingState State { get; set; }

    public Seat? Offer { get; set; }

    public bool IsOpen => State is WaitingState.Waiting or WaitingState.Offered;

    public bool WaitsFor(HalfHour at) => State == WaitingState.Waiting && evening == at.Evening && (wish is null || wish == at);
}

/// <summary>What someone was asked whose evening fell away.</summary>
internal sealed class Question(Seat of, EveningChange change, Seat? kept, DateTime askedAt, DateTime answerBy)
{
    public Seat Of => of;

    public EveningChange Change => change;

    public Seat? Kept => kept;

    public DateTime AskedAt => askedAt;

    public DateTime AnswerBy => answerBy;

    public DisplacedOutcome Outcome { get; set; }

    public bool IsOpen => Outcome is DisplacedOutcome.Asked or DisplacedOutcome.ToCall;
}

internal sealed record Call(Seat About, CallReason Why);
