using System.Data.Common;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking;

/// <summary>The book of seats: holds, books, moves and frees them, each step a compare-and-swap inside the turn's transaction.</summary>
public sealed class SeatBook(Statements sql, Timetable timetable, Outbox outbox, PastTalk past)
{
    private const string Appointments =
        "SELECT r.id, r.code, r.state, r.slot_id, r.session_id, s.starts_at, p.code, p.name, r.booked_at, r.ended_at, r.replaces "
        + "FROM reservations r JOIN slots s ON s.id = r.slot_id JOIN sessions e ON e.id = r.session_id JOIN places p ON p.code = e.place_code ";

    /// <summary>Keeps the lowest free seat of a half hour for a few minutes; an older hold of the same person is let go.</summary>
    /// <param name="replaces">The reservation that will end when this one is confirmed; it may be of the same evening.</param>
    /// <param name="isUndo">The seat was theirs minutes ago: the last call does not count, only the start.</param>
    public HoldOutcome Hold(PersonId person, long slotId, DateTime now, Guid? replaces = null, bool isUndo = false)
    {
        if (timetable.Find(slotId) is not { } slot)
        {
            return new HoldOutcome.NoSuchSlot();
        }

        if (isUndo ? now >= slot.StartsAt : slot.IsTooLate(now))
        {
            return new HoldOutcome.TooLate(slot);
        }

        var mine = ActiveOf(person);
        if (mine.Find(a => a.State == ReservationState.Booked && a.SessionId == slot.SessionId && a.Id != replaces) is { } already)
        {
            return new HoldOutcome.AlreadyYours(already);
        }

        foreach (var older in mine.Where(a => a.State == ReservationState.Held))
        {
            LetGo(older.Id, now);
        }

        return TakeSeat(slotId) ? new HoldOutcome.Held(WriteHold(person, slot, now, replaces)) : new HoldOutcome.Full(slot);
    }

    /// <summary>Makes a hold a booking, and ends the one it replaces; null when the hold has run out.</summary>
    public Appointment? Confirm(PersonId person, Guid id, DateTime now)
    {
        var hold = sql.First(
            $"{Appointments} WHERE r.id = @p0 AND r.person_id = @p1 AND r.state = 'Held' AND r.held_until > @p2", Read, id, person.Value, now);
        if (hold is null)
        {
            return null;
        }

        if (hold.Replaces is { } old && !End(old, ReservationState.Booked, ReservationState.Moved, now))
        {
            LetGo(id, now);
            return null;
        }

        var booked = sql.Execute("UPDATE reservations SET state = 'Booked', booked_at = @p1 WHERE id = @p0 AND state = 'Held'", id, now);
        return booked == 1 ? hold with { State = ReservationState.Booked, BookedAt = now } : null;
    }

    /// <summary>Gives a booked seat back; false when there was none to give back.</summary>
    public bool Cancel(Guid id, DateTime now) => End(id, ReservationState.Booked, ReservationState.Cancelled, now);

    /// <summary>Lets a held seat go; false when it was no longer held.</summary>
    public bool LetGo(Guid id, DateTime now) => End(id, ReservationState.Held, ReservationState.Lapsed, now);

    /// <summary>Notes that the person said they will come; false when the reservation is no longer theirs.</summary>
    public bool NoteComing(PersonId person, Guid id, DateTime now) => sql.Execute(
        "UPDATE reservations SET coming_at = @p2 WHERE id = @p0 AND person_id = @p1 AND state = 'Booked'", id, person.Value, now) == 1;

    /// <summary>Frees the seats whose five minutes are over, and returns how many.</summary>
    /// <remarks>Who never pressed "Đồng ý" has not agreed that the name typed before is kept: it goes with the hold.</remarks>
    public int FreeLapsed(DateTime now)
    {
        var lapsed = sql.All("SELECT id FROM reservations WHERE state = 'Held' AND held_until <= @p0", row => row.GetGuid(0), now);
        foreach (var id in lapsed)
        {
            LetGo(id, now);
            ForgetWhoNeverAgreed(id);
        }

        return lapsed.Count;
    }

    /// <summary>A reservation of this person, whatever its state; null when it is not theirs.</summary>
    public Appointment? Find(PersonId person, Guid id) =>
        sql.First($"{Appointments} WHERE r.id = @p0 AND r.person_id = @p1", Read, id, person.Value);

    /// <summary>What this person has booked and not yet been to, soonest first.</summary>
    public List<Appointment> Upcoming(PersonId person, DateTime now) => sql.All(
        $"{Appointments} WHERE r.person_id = @p0 AND r.state = 'Booked' AND s.starts_at > @p1 ORDER BY s.starts_at", Read, person.Value, now);

    /// <summary>Everything this person holds or has booked, past evenings too.</summary>
    public List<Appointment> ActiveOf(PersonId person) =>
        sql.All($"{Appointments} WHERE r.person_id = @p0 AND r.state IN ('Held', 'Booked')", Read, person.Value);

    /// <summary>The one statement that decides who gets the last seat.</summary>
    private bool TakeSeat(long slotId) =>
        sql.Execute("UPDATE slots SET taken = taken + 1 WHERE id = @p0 AND taken < capacity", slotId) == 1;

    private Appointment WriteHold(PersonId person, SlotOffer slot, DateTime now, Guid? replaces)
    {
        var seat = LowestFreeSeat(slot.Id);
        var hold = new Appointment(
            Guid.CreateVersion7(), $"{slot.Letter}{seat}", ReservationState.Held, slot.Id, slot.SessionId, slot.StartsAt, slot.PlaceCode, slot.PlaceName,
            Replaces: replaces);
        sql.Execute(
            "INSERT INTO reservations (id, person_id, session_id, slot_id, seat, code, state, held_until, replaces) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, 'Held', @p6, @p7)",
            hold.Id,
            person.Value,
            slot.SessionId,
            slot.Id,
            seat,
            hold.Code,
            now + Reservation.HoldLasts,
            replaces);
        return hold;
    }

    private int LowestFreeSeat(long slotId)
    {
        var seat = 1;
        foreach (var taken in sql.All(
            "SELECT seat FROM reservations WHERE slot_id = @p0 AND state IN ('Held', 'Booked') ORDER BY seat", row => row.GetInt32(0), slotId))
        {
            if (taken != seat)
            {
                break;
            }

            seat++;
        }

        return seat;
    }

    private void ForgetWhoNeverAgreed(Guid id)
    {
        foreach (var (chat, name) in sql.All(
            "SELECT c.channel, c.address, p.name FROM reservations r JOIN people p ON p.id = r.person_id "
            + "JOIN contact_routes c ON c.person_id = p.id WHERE r.id = @p0 AND p.consented_at IS NULL AND p.name IS NOT NULL",
            row => (new ChannelAddress(row.GetString(0), row.GetString(1)), row.GetString(2)),
            id))
        {
            past.TakeOutName(chat, name);
        }

        sql.Execute(
            "UPDATE people SET name = NULL WHERE consented_at IS NULL AND id = (SELECT person_id FROM reservations WHERE id = @p0)", id);
    }

    /// <summary>Ends a reservation if it is still in the expected state, frees its seat and calls its reminders back.</summary>
    private bool End(Guid id, ReservationState from, ReservationState to, DateTime now)
    {
        var ended = sql.Execute("UPDATE reservations SET state = @p2, ended_at = @p3 WHERE id = @p0 AND state = @p1", id, from, to, now);
        if (ended == 0)
        {
            return false;
        }

        sql.Execute("UPDATE slots SET taken = taken - 1 WHERE id = (SELECT slot_id FROM reservations WHERE id = @p0)", id);
        outbox.CallBack(Reservation.MarkOf(id), MessageKind.Reminder);
        return true;
    }

    private static Appointment Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        Enum.Parse<ReservationState>(row.GetString(2)),
        row.GetInt64(3),
        row.GetInt64(4),
        UtcTime.Read(row.GetDateTime(5)),
        row.GetString(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : UtcTime.Read(row.GetDateTime(8)),
        row.IsDBNull(9) ? null : UtcTime.Read(row.GetDateTime(9)),
        row.IsDBNull(10) ? null : row.GetGuid(10));
}
