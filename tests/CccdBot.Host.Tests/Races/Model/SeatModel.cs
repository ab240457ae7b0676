using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Time;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>What the book of seats should do, in the plainest words: lists, no database.</summary>
internal sealed partial class SeatModel(IReadOnlyList<Comer> people, IReadOnlyList<Evening> evenings, DateTime now)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public DateTime Now { get; set; } = now;

    public IReadOnlyList<Comer> People => people;

    public IReadOnlyList<Evening> Evenings => evenings;

    public List<HalfHour> HalfHours { get; } = [.. evenings.SelectMany(evening => evening.HalfHours)];

    public List<Seat> Seats { get; } = [];

    public string Hold(
        List<Comer> who, HalfHour at, WishService service = WishService.Card, Seat? replaces = null, bool isUndo = false, DateTime? offeredUntil = null)
    {
        if (!at.Evening.TakesPlace)
        {
            return nameof(HoldOutcome.NoSuchSlot);
        }

        if (isUndo ? Now >= at.StartsAt : Now > at.LastCall)
        {
            return nameof(HoldOutcome.TooLate);
        }

        var theirs = Seats.FindAll(s => who.Contains(s.Who) && s != replaces);
        if (theirs.Exists(s => s.IsTheirs && s.Evening == at.Evening))
        {
            return nameof(HoldOutcome.AlreadyYours);
        }

        if (who.Exists(one => theirs.Count(s => s.Who == one && s.IsAhead && s.At.StartsAt > Now) >= 2))
        {
            return nameof(HoldOutcome.Enough);
        }

        var older = theirs.FindAll(s => s.State == ReservationState.Held);
        older.FindAll(s => s.At == at).ForEach(s => LetGo(s));
        var isOffer = offeredUntil is not null;
        var kept = at.StartsAt <= Now + Day || who.Exists(one => one.Keeper is not null || one.Home == at.Evening.Place) ? 0 : at.KeptForVillage;
        var wish = new Seat(who[0], at, replaces?.Service ?? service, offeredUntil ?? Now.AddMinutes(5), replaces) { State = ReservationState.Held };
        if (Take(who, wish, half => Fits(half, wish) && (isOffer || (IsForAnyone(half, kept, isUndo) && NobodyWaits(half)))) is null)
        {
            return WhyNot(who, wish, kept);
        }

        older.ForEach(s => LetGo(s));
        return nameof(HoldOutcome.Held);
    }

    public bool Confirm(Seat seat)
    {
        if (seat.Party.Exists(s => !s.IsChoice || s.Until <= Now))
        {
            return false;
        }

        if (seat.Party.Exists(s => !s.Evening.TakesPlace || HasSeatThere(s)))
        {
            seat.Party.ForEach(s => LetGo(s));
            return false;
        }

        if (seat.Replaces is { } old && !Change(old, ReservationState.Moved))
        {
            LetGo(seat);
            return false;
        }

        seat.Party.ForEach(Book);
        return true;
    }

    public bool LetGo(Seat seat) => Change(seat, ReservationState.Lapsed);

    /// <summary>Any change that the life of a booking allows.</summary>
    public bool Change(Seat seat, ReservationState to)
    {
        if (!ReservationLife.Allows(seat.State, to))
        {
            return false;
        }

        (seat.State, seat.EndedAt) = (to, to.IsOver() ? Now : null);
        if (to == ReservationState.Confirmed && !IsReached(seat.Who))
        {
            AskToCall(seat, CallReason.NoChannel);
        }

        return true;
    }

    public bool PutOff(Seat seat)
    {
        if (seat.IsAhead)
        {
            Change(seat, ReservationState.Deferred);
        }

        return seat.State is ReservationState.Deferred or ReservationState.Cancelled;
    }

    public int FreeLapsed()
    {
        var lapsed = Seats.FindAll(s => s.IsChoice && s.Until <= Now);
        lapsed.ForEach(s => LetGo(s));
        return lapsed.Count;
    }

    /// <summary>By day; at night the reminder goes at another hour.</summary>
    public List<Seat> ComeWithinTwoHours() => Seats.FindAll(s => s.IsAhead && IsReached(s.Who) && s.At.StartsAt > Now
        && s.At.StartsAt.AddHours(-2) is var due && due <= Now && s.BookedAt < due && VietnamTime.ToLocal(due).Hour is >= 7 and < 21);

    public bool SetCapacity(HalfHour at, int capacity)
    {
        var isAllowed = at.Evening.TakesPlace && at.StartsAt > Now && Taken(at) <= capacity;
        at.Capacity = isAllowed ? capacity : at.Capacity;
        return isAllowed;
    }

    private int Taken(HalfHour at) => Seats.Count(s => s.At == at && s.TakesRoom);

    private int MinutesLeft(HalfHour at) => at.Minutes - Seats.Where(s => s.At == at && s.TakesRoom).Sum(s => s.Minutes) ?? int.MaxValue;

    private bool HasRoom(HalfHour at, int minutes) => Taken(at) < at.Capacity && minutes <= MinutesLeft(at);

    private bool Fits(HalfHour at, Seat wish) => HasRoom(at, wish.Minutes);

    /// <summary>The village's share is left, and what was given back within three minutes.</summary>
    private bool IsForAnyone(HalfHour at, int kept, bool isUndo) => Taken(at) + kept + (isUndo ? 0 : Resting(at)) < at.Capacity;

    private int Resting(HalfHour at) => Seats.Count(
        s => s.At == at && (s.State is ReservationState.Cancelled or ReservationState.Moved) && s.EndedAt > Now.AddMinutes(-3));

    private bool NobodyWaits(HalfHour at) => !Line.Exists(one => one.WaitsFor(at));

    /// <summary>A seat for each from this half hour on without a gap, or none.</summary>
    private List<Seat>? Take(List<Comer> who, Seat wish, Predicate<HalfHour> isFree)
    {
        var (row, half) = (new List<Seat>(), wish.At);
        while (half is not null && row.Count < who.Count)
        {
            var before = row.Count;
            while (row.Count < who.Count && isFree(half))
            {
                row.Add(new Seat(who[row.Count], half, wish.Service, wish.Until, wish.Replaces) { State = wish.State, Party = row });
                Seats.Add(row[^1]);
            }

            half = row.Count == before ? null : wish.Evening.HalfHours.SkipWhile(h => h != half).Skip(1).FirstOrDefault();
        }

        if (row.Count == who.Count)
        {
            return row;
        }

        Seats.RemoveAll(row.Contains);
        return null;
    }

    private string WhyNot(List<Comer> who, Seat wish, int kept)
    {
        var free = Math.Min(wish.At.Capacity - Taken(wish.At), MinutesLeft(wish.At) / wish.Minutes);
        return who.Count > 1 || free == 0 || !NobodyWaits(wish.At) ? nameof(HoldOutcome.Full)
            : free <= kept ? nameof(HoldOutcome.KeptForVillage)
            : nameof(HoldOutcome.JustGivenBack);
    }

    private bool HasSeatThere(Seat seat) =>
        Seats.Exists(s => s.Who == seat.Who && s.Evening == seat.Evening && s.IsTheirs && s != seat.Replaces);

    private void Book(Seat seat)
    {
        Change(seat, ReservationState.Booked);
        seat.BookedAt = Now;
        if (seat.Evening.State == SessionState.Confirmed && !StaysAway(seat.Who))
        {
            Change(seat, ReservationState.Confirmed);
        }
    }

    /// <summary>Missed two evenings lately: an officer asks after them first.</summary>
    private bool StaysAway(Comer who) => Seats.Count(s => s.Who == who && s.State == ReservationState.Missed) >= 2;
}
