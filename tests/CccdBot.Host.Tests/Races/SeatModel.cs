using CccdBot.Core.Booking;
using CccdBot.Core.People;

namespace CccdBot.Host.Tests.Races;

/// <summary>What the book of seats should do, in the plainest words: a list, no database.</summary>
internal sealed class SeatModel(int capacity)
{
    private readonly List<Seat> _seats = [];

    public string Hold(PersonId person, Slot slot, DateTime now, Guid? replaces)
    {
        if (_seats.Any(s => s.Person == person && s.State == ReservationState.Booked && s.Slot.SessionId == slot.SessionId && s.Id != replaces))
        {
            return nameof(HoldOutcome.AlreadyYours);
        }

        foreach (var older in _seats.Where(s => s.Person == person && s.State == ReservationState.Held))
        {
            older.State = ReservationState.Lapsed;
        }

        if (Active(slot.Id) >= capacity)
        {
            return nameof(HoldOutcome.Full);
        }

        _seats.Add(new Seat(person, slot, now + Reservation.HoldLasts, replaces));
        return nameof(HoldOutcome.Held);
    }

    /// <summary>The last hold gets the id the book gave it.</summary>
    public void Name(Guid id) => _seats[^1].Id = id;

    public bool Confirm(Guid id, DateTime now)
    {
        if (Find(id) is not { State: ReservationState.Held } hold || hold.Until <= now)
        {
            return false;
        }

        if (hold.Replaces is { } old)
        {
            if (Find(old) is not { State: ReservationState.Booked } replaced)
            {
                hold.State = ReservationState.Lapsed;
                return false;
            }

            replaced.State = ReservationState.Moved;
        }

        hold.State = ReservationState.Booked;
        return true;
    }

    public bool End(Guid id, ReservationState from, ReservationState to)
    {
        if (Find(id) is not { } seat || seat.State != from)
        {
            return false;
        }

        seat.State = to;
        return true;
    }

    public int FreeLapsed(DateTime now)
    {
        var lapsed = _seats.Where(s => s.State == ReservationState.Held && s.Until <= now).ToList();
        lapsed.ForEach(seat => seat.State = ReservationState.Lapsed);
        return lapsed.Count;
    }

    public List<Guid> Of(PersonId person, ReservationState state) => [.. _seats.Where(s => s.Person == person && s.State == state).Select(s => s.Id)];

    /// <summary>The newest of this person's seats, in whatever state.</summary>
    public List<Guid> NewestOf(PersonId person) => [.. _seats.Where(s => s.Person == person).Select(s => s.Id).TakeLast(3)];

    public Slot SlotOf(Guid id) => Find(id)!.Slot;

    public int Active(long slot) =>
        _seats.Count(s => s.Slot.Id == slot && s.State is ReservationState.Held or ReservationState.Booked);

    /// <summary>What ended long ago is looked at no more.</summary>
    public void Tidy()
    {
        var keep = _seats.TakeLast(200).ToHashSet();
        _seats.RemoveAll(s => s.State is not (ReservationState.Held or ReservationState.Booked) && !keep.Contains(s));
    }

    private Seat? Find(Guid id) => _seats.Find(s => s.Id == id);

    private sealed class Seat(PersonId person, Slot slot, DateTime until, Guid? replaces)
    {
        public Guid Id { get; set; }

        public PersonId Person => person;

        public Slot Slot => slot;

        public DateTime Until => until;

        public Guid? Replaces => replaces;

        public ReservationState State { get; set; } = ReservationState.Held;
    }
}
