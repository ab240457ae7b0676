using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>Hands freed seats on along the line: each is held for one, who is told, and goes to the next when they do not want it.</summary>
public sealed class SeatOffers(Statements sql, SeatBook seats, WaitingLine line, Reach reach, Outbox outbox)
{
    /// <summary>So many in one transaction; more would keep those waiting who are talking with us.</summary>
    private const int AtOnce = 50;

    private const string IsClosed =
        $"NOT EXISTS (SELECT 1 FROM contact_routes c WHERE c.person_id = w.person_id AND {Reach.IsOpen})";

    /// <summary>How many seats were offered; when as many as one transaction takes there may be more.</summary>
    public (int Offered, bool MayBeMore) HandOn(DateTime now)
    {
        // Two nodes may look in the same moment; the second then finds that all is handed on.
        sql.Alone("waiting line");
        seats.FreeLapsed(now);
        Settle(now);
        EndPassed(now);
        var (offered, round) = (0, new Round(now));
        foreach (var family in Waiters(now).GroupBy(waiter => waiter.Together).Select(OwnerFirst))
        {
            if (offered >= AtOnce)
            {
                return (offered, true);
            }

            var session = family[0].SessionId;
            if (!round.Full.Contains(session) && OfferTo(family, round))
            {
                offered += family.Count;
                round.TooFew.FindAll(ahead => ahead.SessionId == session).ForEach(ahead => line.NotePassedOver(ahead.EntryId, now));
                round.TooFew.RemoveAll(ahead => ahead.SessionId == session);
            }
        }

        return (offered, false);
    }

    /// <summary>What became of the offers: taken, run out, let go, or with no way to reach whom they are for.</summary>
    private void Settle(DateTime now)
    {
        foreach (var family in sql.All(
            "SELECT w.id, r.id, COALESCE(r.party_id, r.id), r.state, r.booked_at IS NOT NULL, r.ended_at >= r.held_until, p.stopped_at IS NOT NULL, "
            + $"{IsClosed} FROM waiting_entries w JOIN reservations r ON r.id = w.reservation_id JOIN people p ON p.id = w.person_id WHERE w.state = 'Offered'",
            row => new Offer(
                row.GetGuid(0),
                row.GetGuid(1),
                row.GetGuid(2),
                row.GetString(3) == nameof(ReservationState.Held),
                row.GetBoolean(4),
                !row.IsDBNull(5) && row.GetBoolean(5),
                row.GetBoolean(6),
                row.GetBoolean(7))).GroupBy(offer => offer.Party))
        {
            Settle([.. family], now);
        }
    }

    /// <summary>A family's offer is one: when one of its seats is gone, none is kept for the others.</summary>
    private void Settle(List<Offer> family, DateTime now)
    {
        family.FindAll(offer => offer.IsTaken)
            .ForEach(offer => line.Change(offer.EntryId, WaitingState.Offered, WaitingState.Taken, WaitingHand.Citizen, WaitingReason.Accepted, now));
        var open = family.FindAll(offer => !offer.IsTaken);
        if (open.Find(offer => !offer.IsHeld) is { } gone)
        {
            var (hand, why) = gone.RanOut ? (WaitingHand.Line, WaitingReason.NotAnswered) : (WaitingHand.Citizen, WaitingReason.LetGo);
            open.ForEach(offer => Lapse(offer, hand, why, now));
        }
        else if (open.Select(WhyNotReached).FirstOrDefault(why => why is not null) is { } why)
        {
            open.ForEach(offer => Lapse(offer, WaitingHand.Line, why, now));
        }
    }

    private void Lapse(Offer offer, WaitingHand hand, WaitingReason why, DateTime now)
    {
        outbox.CallBack(Reservation.MarkOf(offer.Hold), MessageKind.Offer);
        if (line.Change(offer.EntryId, WaitingState.Offered, WaitingState.Lapsed, hand, why, now) && offer.IsHeld)
        {
            seats.LetGo(offer.Hold, now);
        }
    }

    private WaitingReason? WhyNotReached(Offer offer) => offer switch
    {
        { IsStopped: true } => WaitingReason.MessagesOff,
        { IsClosed: true } => WaitingReason.ChatClosed,
        _ => sql.First(
            "SELECT state FROM outgoing_messages WHERE about = @p0 AND kind = 'Offer' AND state = 'Refused'",
            row => row.GetString(0),
            Reservation.MarkOf(offer.Hold)) is null ? null : WaitingReason.NotDelivered,
    };

    private void EndPassed(DateTime now)
    {
        foreach (var id in sql.All(
            "SELECT w.id FROM waiting_entries w WHERE w.state = 'Waiting' AND NOT EXISTS (SELECT 1 FROM slots s "
            + "WHERE s.session_id = w.session_id AND (w.slot_id IS NULL OR w.slot_id = s.id) AND s.starts_at > @p0)",
            row => row.GetGuid(0),
            now + Slot.LastCall))
        {
            line.Change(id, WaitingState.Waiting, WaitingState.Over, WaitingHand.Line, WaitingReason.EveningPassed, now);
        }
    }

    /// <summary>Those for whom a seat is free, in the order in which they are let through.</summary>
    private List<Waiter> Waiters(DateTime now) => sql.All(
        $"SELECT w.id, w.person_id, w.for_id, w.session_id, w.slot_id, p.stopped_at IS NOT NULL, {IsClosed}, w.people, w.joined_at, w.service "
        + "FROM waiting_entries w JOIN people p ON p.id = w.person_id WHERE w.state = 'Waiting' AND EXISTS (SELECT 1 FROM slots s "
        + "WHERE s.session_id = w.session_id AND (w.slot_id IS NULL OR w.slot_id = s.id) AND s.taken < s.capacity AND s.starts_at > @p0) "
        + $"ORDER BY {WaitingLine.Order}",
        row => new Waiter(
            row.GetGuid(0),
            new PersonId(row.GetGuid(1)),
            new PersonId(row.GetGuid(2)),
            row.GetInt64(3),
            row.IsDBNull(4) ? null : row.GetInt64(4),
            row.GetBoolean(5),
            row.GetBoolean(6))
        {
            Service = row.IsDBNull(9) ? null : Enum.Parse<WishService>(row.GetString(9)),
            Together = row.GetInt32(7) > 1 ? (row.GetGuid(1), row.GetInt64(3), UtcTime.Read(row.GetDateTime(8))) : (row.GetGuid(0), 0, default),
        },
        now + Slot.LastCall);

    private static List<Waiter> OwnerFirst(IEnumerable<Waiter> together) => [.. together.OrderBy(one => one.For != one.Person)];

    private bool OfferTo(List<Waiter> family, Round round)
    {
        var (next, now) = (family[0], round.Now);
        if (next.IsStopped || next.IsClosed)
        {
            var why = next.IsStopped ? WaitingReason.MessagesOff : WaitingReason.ChatClosed;
            family.ForEach(one => line.Change(one.EntryId, WaitingState.Waiting, WaitingState.Lapsed, WaitingHand.Line, why, now));
            return false;
        }

        var free = Free(next.SessionId, now);
        if (free.Count == 0)
        {
            round.Full.Add(next.SessionId);
        }

        // Who is just choosing a seat elsewhere would lose it to the offer: they keep their place in the line.
        if (free.Count == 0 || family.Exists(one => IsChoosing(one.For)))
        {
            return false;
        }

        var isOffered = free.Exists(slot => (next.SlotId is null || next.SlotId == slot.Id) && Offers(family, slot, now));
        round.TooFew.AddRange(isOffered || family.Count == 1 ? [] : family);
        return isOffered;
    }

    private List<(long Id, DateTime StartsAt)> Free(long sessionId, DateTime now) => sql.All(
        "SELECT id, starts_at FROM slots WHERE session_id = @p0 AND taken < capacity AND starts_at > @p1 ORDER BY starts_at",
        row => (row.GetInt64(0), UtcTime.Read(row.GetDateTime(1))),
        sessionId,
        now + Slot.LastCall);

    private bool IsChoosing(PersonId person) =>
        seats.OwnActive(person).Exists(mine => mine.State == ReservationState.Held);

    /// <summary>A seat for each of them, in neighbouring half hours where one is too small: all of them or none.</summary>
    private bool Offers(List<Waiter> family, (long Id, DateTime StartsAt) slot, DateTime now)
    {
        var until = OfferHours.EndOf(now, slot.StartsAt);
        switch (seats.Hold([.. family.Select(one => one.For)], slot.Id, now, offeredUntil: until, service: family[0].Service))
        {
            case HoldOutcome.Held held when family.Zip(held.Party).All(pair => line.Offer(pair.First.EntryId, pair.Second.Id, now)):
                Write(family[0], held.Appointment.Id, until, now);
                return true;
            case HoldOutcome.Held held:
                held.Party.ToList().ForEach(hold => seats.LetGo(hold.Id, now));
                return false;
            case HoldOutcome.AlreadyYours(var theirs):
                Leave(family.Where(one => one.For == theirs.PersonId), WaitingReason.SeatThatEvening, now);
                return false;
            case HoldOutcome.Enough(var ahead):
                Leave(family.Where(one => ahead.Count(theirs => theirs.PersonId == one.For) >= SeatBook.MostAhead), WaitingReason.EveningsEnough, now);
                return false;
            case HoldOutcome.OtherWork:
                Leave(family, WaitingReason.OtherWork, now);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Those go whose evening is settled; the others of the family wait on.</summary>
    private void Leave(IEnumerable<Waiter> who, WaitingReason why, DateTime now)
    {
        foreach (var one in who)
        {
            line.Change(one.EntryId, WaitingState.Waiting, WaitingState.Left, WaitingHand.Line, why, now);
        }
    }

    private void Write(Waiter next, Guid holdId, DateTime until, DateTime now)
    {
        var to = reach.Of(next.Person)!.Value;
        var party = seats.PartyOf(next.Person, holdId);
        var hold = party[0];
        var message = OutgoingMessage.For(to, MessageKind.Offer, WaitingTexts.SeatFree(party, until), now);
        message.KeepFor(hold.Mark);
        (message.NotBefore, message.ExpiresAt) = (OfferHours.TellAt(now, hold.StartsAt), until);
        outbox.Add(message);
    }

    private sealed record Offer(Guid EntryId, Guid Hold, Guid Party, bool IsHeld, bool IsTaken, bool RanOut, bool IsStopped, bool IsClosed);

    /// <summary>What one look at the line has found.</summary>
    private sealed record Round(DateTime Now)
    {
        /// <summary>Evenings without a free seat.</summary>
        public HashSet<long> Full { get; } = [];

        /// <summary>Who wants seats together, and found too few of them.</summary>
        public List<Waiter> TooFew { get; } = [];
    }

    private sealed record Waiter(Guid EntryId, PersonId Person, PersonId For, long SessionId, long? SlotId, bool IsStopped, bool IsClosed)
    {
        public WishService? Service { get; init; }

        /// <summary>The same for all who asked together: their chat, the evening and the moment; for one alone their own entry.</summary>
        public (Guid, long, DateTime) Together { get; init; }
    }
}
