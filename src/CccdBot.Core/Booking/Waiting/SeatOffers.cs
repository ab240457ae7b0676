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
        "NOT EXISTS (SELECT 1 FROM contact_routes c WHERE c.person_id = w.person_id AND NOT EXISTS "
        + "(SELECT 1 FROM closed_addresses x WHERE x.channel = c.channel AND x.address = c.address))";

    /// <summary>How many seats were offered; when as many as one transaction takes there may be more.</summary>
    public (int Offered, bool MayBeMore) HandOn(DateTime now)
    {
        // Two nodes may look in the same moment; the second then finds that all is handed on.
        sql.Alone("waiting line");
        seats.FreeLapsed(now);
        Settle(now);
        EndPassed(now);
        var (offered, full) = (0, new HashSet<long>());
        foreach (var next in Waiters(now))
        {
            if (offered == AtOnce)
            {
                return (offered, true);
            }

            if (!full.Contains(next.SessionId) && OfferTo(next, full, now))
            {
                offered++;
            }
        }

        return (offered, false);
    }

    /// <summary>What became of the offers: taken, run out, let go, or with no way to reach whom they are for.</summary>
    private void Settle(DateTime now)
    {
        foreach (var offer in sql.All(
            "SELECT w.id, r.id, r.state, r.booked_at IS NOT NULL, r.ended_at >= r.held_until, p.stopped_at IS NOT NULL, "
            + $"{IsClosed} FROM waiting_entries w JOIN reservations r ON r.id = w.reservation_id JOIN people p ON p.id = w.person_id WHERE w.state = 'Offered'",
            row => new Offer(
                row.GetGuid(0),
                row.GetGuid(1),
                row.GetString(2) == nameof(ReservationState.Held),
                row.GetBoolean(3),
                !row.IsDBNull(4) && row.GetBoolean(4),
                row.GetBoolean(5),
                row.GetBoolean(6))))
        {
            Settle(offer, now);
        }
    }

    private void Settle(Offer offer, DateTime now)
    {
        if (offer.IsTaken)
        {
            line.Change(offer.EntryId, WaitingState.Offered, WaitingState.Taken, WaitingHand.Citizen, WaitingReason.Accepted, now);
        }
        else if (!offer.IsHeld)
        {
            var (hand, why) = offer.RanOut ? (WaitingHand.Line, WaitingReason.NotAnswered) : (WaitingHand.Citizen, WaitingReason.LetGo);
            Lapse(offer, hand, why, now);
        }
        else if (WhyNotReached(offer) is { } why && Lapse(offer, WaitingHand.Line, why, now))
        {
            seats.LetGo(offer.Hold, now);
        }
    }

    private bool Lapse(Offer offer, WaitingHand hand, WaitingReason why, DateTime now)
    {
        outbox.CallBack(Reservation.MarkOf(offer.Hold), MessageKind.Offer);
        return line.Change(offer.EntryId, WaitingState.Offered, WaitingState.Lapsed, hand, why, now);
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
        $"SELECT w.id, w.person_id, w.for_id, w.session_id, w.slot_id, p.stopped_at IS NOT NULL, {IsClosed} "
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
            row.GetBoolean(6)),
        now + Slot.LastCall);

    private bool OfferTo(Waiter next, HashSet<long> full, DateTime now)
    {
        if (next.IsStopped || next.IsClosed)
        {
            var why = next.IsStopped ? WaitingReason.MessagesOff : WaitingReason.ChatClosed;
            line.Change(next.EntryId, WaitingState.Waiting, WaitingState.Lapsed, WaitingHand.Line, why, now);
            return false;
        }

        var free = Free(next.SessionId, now);
        if (free.Count == 0)
        {
            full.Add(next.SessionId);
        }

        // Who is just choosing a seat elsewhere would lose it to the offer: they keep their place in the line.
        return !IsChoosing(next.For)
            && free.Exists(slot => (next.SlotId is null || next.SlotId == slot.Id) && Offers(next, slot, now));
    }

    private List<(long Id, DateTime StartsAt)> Free(long sessionId, DateTime now) => sql.All(
        "SELECT id, starts_at FROM slots WHERE session_id = @p0 AND taken < capacity AND starts_at > @p1 ORDER BY starts_at",
        row => (row.GetInt64(0), UtcTime.Read(row.GetDateTime(1))),
        sessionId,
        now + Slot.LastCall);

    private bool IsChoosing(PersonId person) =>
        seats.OwnActive(person).Exists(mine => mine.State == ReservationState.Held);

    private bool Offers(Waiter next, (long Id, DateTime StartsAt) slot, DateTime now)
    {
        var until = OfferHours.EndOf(now, slot.StartsAt);
        switch (seats.Hold([next.For], slot.Id, now, offeredUntil: until))
        {
            case HoldOutcome.Held(var hold) when line.Offer(next.EntryId, hold.Id, now):
                Write(next, hold.Id, until, now);
                return true;
            case HoldOutcome.Held(var hold):
                seats.LetGo(hold.Id, now);
                return false;
            case HoldOutcome.AlreadyYours:
                line.Change(next.EntryId, WaitingState.Waiting, WaitingState.Left, WaitingHand.Line, WaitingReason.SeatThatEvening, now);
                return false;
            case HoldOutcome.Enough:
                line.Change(next.EntryId, WaitingState.Waiting, WaitingState.Left, WaitingHand.Line, WaitingReason.EveningsEnough, now);
                return false;
            default:
                return false;
        }
    }

    private void Write(Waiter next, Guid holdId, DateTime until, DateTime now)
    {
        var to = reach.Of(next.Person)!.Value;
        var hold = seats.Find(next.Person, holdId)!;
        var message = OutgoingMessage.For(to, MessageKind.Offer, WaitingTexts.SeatFree(hold, until), now);
        message.KeepFor(hold.Mark);
        (message.NotBefore, message.ExpiresAt) = (OfferHours.TellAt(now, hold.StartsAt), until);
        outbox.Add(message);
    }

    private sealed record Offer(Guid EntryId, Guid Hold, bool IsHeld, bool IsTaken, bool RanOut, bool IsStopped, bool IsClosed);

    private sealed record Waiter(Guid EntryId, PersonId Person, PersonId For, long SessionId, long? SlotId, bool IsStopped, bool IsClosed);
}
