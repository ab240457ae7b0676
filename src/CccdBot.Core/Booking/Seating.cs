using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking;

/// <summary>Takes seats in a row and writes down for whom they are held; a guarded count decides who gets the last one.</summary>
public sealed class Seating(Statements sql, Timetable timetable)
{
    private const string NextSeat =
        "UPDATE slots AS s SET taken = taken + 1, minutes_taken = minutes_taken + @p1 "
        + "WHERE s.id = @p0 AND (s.minutes IS NULL OR s.minutes_taken + @p1 <= s.minutes) AND s.taken < s.capacity AND NOT s.is_shut";

    /// <summary>What was given back since @p3 rests, and @p2 seats are kept for others.</summary>
    private const string NextSeatForAnyone =
        $"{NextSeat} AND s.taken + @p2 + (SELECT COUNT(*) FROM reservations c WHERE c.slot_id = s.id AND c.state IN ('Cancelled', 'Moved') AND c.ended_at > @p3) "
        + $"< s.capacity AND {WaitingTables.NobodyWaits}";

    /// <summary>A seat for each, from the wished half hour on, and from the next where it is full.</summary>
    /// <returns>Where they sit; null, and nothing taken, where the row breaks off.</returns>
    public List<SlotOffer>? Take(SeatWish wish)
    {
        var row = new List<SlotOffer>();
        for (var at = wish.Slot; at is not null && row.Count < wish.People.Count; at = row.Count < wish.People.Count ? timetable.After(at) : null)
        {
            var before = row.Count;
            while (row.Count < wish.People.Count && TakeSeat(wish, at.Id))
            {
                row.Add(at);
            }

            if (row.Count == before)
            {
                break;
            }
        }

        if (row.Count == wish.People.Count)
        {
            return row;
        }

        row.ForEach(seat => GiveBack(wish, seat.Id));
        return null;
    }

    /// <summary>Writes down for whom the seats of a row are held.</summary>
    public List<Appointment> Write(SeatWish wish, IReadOnlyList<SlotOffer> row)
    {
        Guid? party = wish.People.Count > 1 ? Guid.CreateVersion7() : null;
        return [.. wish.People.Zip(row, (person, slot) => Write(wish, person, slot, party))];
    }

    /// <summary>Why it found none, of the half hour as it stands now; it may have been called off in this moment.</summary>
    public HoldOutcome WhyNot(SeatWish wish)
    {
        var isOne = wish.People.Count == 1;
        return timetable.Find(wish.Slot.Id, wish.Service) switch
        {
            null => new HoldOutcome.NoSuchSlot(),
            var slot when !isOne || slot.Free == 0 || SomeoneWaits(slot) => new HoldOutcome.Full(slot),
            var slot when slot.Free <= wish.KeptForOthers => new HoldOutcome.KeptForVillage(slot),
            var slot => new HoldOutcome.JustGivenBack(slot),
        };
    }

    /// <summary>The one statement that decides who gets the last seat.</summary>
    private bool TakeSeat(SeatWish wish, long slotId) => wish.IsOffer
        ? sql.Execute(NextSeat, slotId, wish.Minutes) == 1
        : sql.Execute(NextSeatForAnyone, slotId, wish.Minutes, wish.KeptForOthers, wish.IsUndo ? wish.Now : wish.Now - Slot.Rests) == 1;

    private void GiveBack(SeatWish wish, long slotId) =>
        sql.Execute("UPDATE slots SET taken = taken - 1, minutes_taken = minutes_taken - @p1 WHERE id = @p0", slotId, wish.Minutes);

    private bool SomeoneWaits(SlotOffer slot) =>
        sql.First($"SELECT s.letter FROM slots s WHERE s.id = @p0 AND {WaitingTables.NobodyWaits}", row => row.GetString(0), slot.Id) is null;

    private Appointment Write(SeatWish wish, PersonId person, SlotOffer slot, Guid? party)
    {
        var seat = LowestFreeSeat(slot.Id);
        var state = wish.IsKept ? ReservationState.Kept : ReservationState.Held;
        var hold = new Appointment(
            Guid.CreateVersion7(), $"{slot.Letter}{seat}", state, slot.Id, slot.SessionId, slot.StartsAt, slot.PlaceCode, slot.PlaceName,
            Replaces: wish.Replaces)
        { PersonId = person, PartyId = party, Service = wish.Service, EveningDoes = slot.Services };
        sql.Execute(
            "INSERT INTO reservations (id, person_id, session_id, slot_id, seat, code, state, held_until, replaces, party_id, service, minutes) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)",
            hold.Id,
            person.Value,
            slot.SessionId,
            slot.Id,
            seat,
            hold.Code,
            state,
            wish.Until,
            wish.Replaces,
            party,
            wish.Service,
            wish.Minutes);
        return hold;
    }

    private int LowestFreeSeat(long slotId)
    {
        var seat = 1;
        foreach (var taken in sql.All(
            $"SELECT seat FROM reservations WHERE slot_id = @p0 AND state IN {ReservationLife.Seated} ORDER BY seat", row => row.GetInt32(0), slotId))
        {
            if (taken != seat)
            {
                break;
            }

            seat++;
        }

        return seat;
    }
}

/// <summary>Seats that are wished for: who, from which half hour on, for what, and by which right.</summary>
public sealed record SeatWish(IReadOnlyList<PersonId> People, SlotOffer Slot, WishService Service, DateTime Now, DateTime Until)
{
    /// <summary>The booking that will end when this one is confirmed.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The seat was theirs minutes ago, or another of theirs fell away: it does not rest from them.</summary>
    public bool IsUndo { get; init; }

    /// <summary>It comes to them through the waiting line, which the others stand behind.</summary>
    public bool IsOffer { get; init; }

    /// <summary>It is kept for them for a day, as their evening was called off.</summary>
    public bool IsKept { get; init; }

    /// <summary>So many of the last seats are not for them.</summary>
    public int KeptForOthers { get; init; }

    public int Minutes => ServiceTimes.Of(Service);
}
