using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Waiting;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>What officers and the rain do to evenings, and what becomes of those who had a seat there.</summary>
internal sealed partial class SeatModel
{
    /// <summary>The last question asked about a seat.</summary>
    public Dictionary<Seat, Question> Questions { get; } = [];

    public List<Call> Calls { get; } = [];

    public int? ConfirmEvening(Evening evening)
    {
        if (evening.State != SessionState.Proposed || evening.EndsAt <= Now)
        {
            return null;
        }

        evening.State = SessionState.Confirmed;
        var firm = Seats.FindAll(s => s.Evening == evening && s.State == ReservationState.Booked && !StaysAway(s.Who));
        return firm.Count(s => Change(s, ReservationState.Confirmed));
    }

    public bool CallOff(Evening evening)
    {
        if (!evening.TakesPlace || evening.StartsAt <= Now)
        {
            return false;
        }

        evening.State = SessionState.CalledOff;
        Line.FindAll(one => one.Evening == evening).ForEach(one => Leave(one, WaitingState.Waiting, WaitingState.Over));
        return true;
    }

    public void OfferOthers() => Seats
        .Where(s => s.Evening is { State: SessionState.CalledOff } gone && gone.EndsAt > Now && (s.IsChoice || s.IsAhead))
        .OrderBy(FirstBooked).Select(s => s.Party).Distinct().ToList()
        .ForEach(OfferOthers);

    public bool MoveEvening(Evening evening, string place, DateTime startsAt)
    {
        if (!evening.TakesPlace || evening.StartsAt <= Now || startsAt <= Now.AddMinutes(30)
            || Evenings.Any(other => other != evening && other.Place == place && other.StartsAt == startsAt))
        {
            return false;
        }

        (evening.Place, evening.StartsAt) = (place, startsAt);
        var lost = Seats.Where(s => s.Evening == evening && s.State == ReservationState.Kept).OrderBy(FirstBooked).GroupBy(s => s.Party).Select(party => party.ToList()).ToList();
        foreach (var seat in Seats.FindAll(s => s.Evening == evening && (s.IsChoice || s.IsAhead)))
        {
            if (!LetGo(seat))
            {
                Ask(seat, EveningChange.Moved, null, Earlier(Now + Day, seat.At.StartsAt));
            }
        }

        lost.ForEach(KeepOthers);
        return true;
    }

    public int? Close(Evening evening)
    {
        if (!evening.TakesPlace || evening.StartsAt > Now)
        {
            return null;
        }

        evening.State = SessionState.Closed;
        var there = Seats.FindAll(s => s.Evening == evening);
        there.FindAll(s => s.IsChoice).ForEach(s => LetGo(s));
        there.FindAll(s => s.State == ReservationState.CheckedIn).ForEach(s => Change(s, ReservationState.Served));
        return there.FindAll(s => s.IsAhead).Count(s => Change(s, ReservationState.Missed));
    }

    /// <summary>A dossier came back: its person is to come once more.</summary>
    public bool CallBack(Seat seat)
    {
        if (seat.State != ReservationState.Served || Questions.GetValueOrDefault(seat) is { IsOpen: true })
        {
            return false;
        }

        Ask(seat, EveningChange.CalledBack, Keep([seat])?[0], Now + Day);
        return true;
    }

    public void Answer(Seat seat, DisplacedOutcome outcome)
    {
        if (Questions.GetValueOrDefault(seat) is not { IsOpen: true } question)
        {
            return;
        }

        question.Outcome = outcome;
        Calls.RemoveAll(call => call.About == seat);
        if (question.Kept is { State: ReservationState.Kept } kept)
        {
            LetGo(kept);
        }
    }

    /// <summary>The seats that were kept for a family were taken.</summary>
    public void AnswerWith(Seat kept) => Questions.Values.Where(question => question.Kept is { } mine && mine.Party == kept.Party).ToList()
        .ForEach(question => Answer(question.Of, DisplacedOutcome.Rebooked));

    /// <returns>How many are to be called now.</returns>
    public int Settle() => Questions.Values.Where(question => question.Outcome == DisplacedOutcome.Asked).ToList().Count(Settle);

    public bool Tell(Call call)
    {
        if (Questions.GetValueOrDefault(call.About) is { Outcome: DisplacedOutcome.ToCall } question)
        {
            question.Outcome = DisplacedOutcome.Told;
        }

        return Calls.Remove(call);
    }

    private bool Settle(Question asked)
    {
        var (mine, isMove) = (asked.Of, asked.Change == EveningChange.Moved);
        DisplacedOutcome? found = mine switch
        {
            { IsAhead: false } when Seats.Exists(s => s.Who == mine.Who && s.IsAhead && s.BookedAt > asked.AskedAt) => DisplacedOutcome.Rebooked,
            { State: ReservationState.Cancelled or ReservationState.Deferred } when isMove => DisplacedOutcome.GaveUp,
            { State: ReservationState.CheckedIn or ReservationState.Served } when isMove => DisplacedOutcome.Stayed,
            _ => null,
        };
        if (found is { } outcome)
        {
            Answer(mine, outcome);
        }
        else if (asked.AnswerBy <= Now || !IsReached(mine.Who))
        {
            asked.Outcome = DisplacedOutcome.ToCall;
            AskToCall(mine, isMove ? CallReason.EveningMoved : asked.Change == EveningChange.CalledBack ? CallReason.DossierReturned : CallReason.EveningCalledOff);
            return true;
        }

        return false;
    }

    private void OfferOthers(List<Seat> family)
    {
        var gone = family.FindAll(s => s.IsAhead && Change(s, ReservationState.Cancelled));
        var lost = family.FindAll(s => s.State == ReservationState.Kept);
        family.ForEach(s => LetGo(s));
        KeepOthers(lost);
        var kept = gone.Count == 0 ? null : Keep(gone);
        foreach (var (nth, mine) in gone.Index())
        {
            Ask(mine, EveningChange.CalledOff, kept?[nth], kept is null ? Now + Day : kept[0].Until);
        }
    }

    /// <summary>The evening fell away in which seats were kept: others are, and the question is asked anew.</summary>
    private void KeepOthers(List<Seat> lost)
    {
        var kept = lost.Count == 0 ? null : Keep(lost);
        foreach (var (nth, seat) in lost.Index())
        {
            if (KeptFor(seat) is { } question)
            {
                Ask(question.Of, question.Change, kept?[nth], kept is null ? Now + Day : kept[0].Until);
            }
        }
    }

    private Question? KeptFor(Seat seat) => Questions.Values.FirstOrDefault(question => question.Kept == seat);

    /// <summary>A kept seat counts from when the one was booked that it stands for.</summary>
    private DateTime? FirstBooked(Seat seat) => seat.BookedAt ?? KeptFor(seat)?.Of.BookedAt;

    /// <summary>Of the three half hours that come nearest the first that has room for all, for a day.</summary>
    private List<Seat>? Keep(List<Seat> gone)
    {
        var (who, first) = (gone.ConvertAll(mine => mine.Who), gone[0]);
        var busy = Seats.Where(s => who.Contains(s.Who) && s.TakesRoom).Concat(gone).Select(s => s.Evening).ToHashSet();
        return HalfHours
            .Where(half => half.Evening.TakesPlace && half.LastCall >= Now && !busy.Contains(half.Evening) && HasRoom(half, first.Minutes) && NobodyWaits(half))
            .OrderBy(half => half.StartsAt)
            .OrderBy(half => (half.StartsAt - first.At.StartsAt).Duration() + (half.Evening.Place == first.Evening.Place ? TimeSpan.Zero : 2 * Day))
            .Take(3)
            .Select(half => new Seat(who[0], half, first.Service, Earlier(Now + Day, half.LastCall), null) { State = ReservationState.Kept })
            .Select(wish => Take(who, wish, half => Fits(half, wish) && NobodyWaits(half)))
            .FirstOrDefault(row => row is not null);
    }

    private void Ask(Seat seat, EveningChange change, Seat? kept, DateTime answerBy) =>
        Questions[seat] = new Question(seat, change, kept, Now, answerBy);

    private void AskToCall(Seat seat, CallReason why)
    {
        if (!Calls.Contains(new Call(seat, why)))
        {
            Calls.Add(new Call(seat, why));
        }
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
