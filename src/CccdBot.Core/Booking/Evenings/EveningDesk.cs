using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>What officers do with an evening: confirm it, call it off, move it, close it; of two at once one is first.</summary>
public sealed class EveningDesk(
    Statements sql, SeatBook seats, ReservationChanges changes, HallLine hall, WaitingLine line, Displacing displacing, Displaced displaced, Reach reach)
{
    /// <summary>Longer would not fit into the message that tells it.</summary>
    public const int LongestWhy = 80;

    /// <summary>Who carries the word must find them before they would have to set out from a far field.</summary>
    private static readonly TimeSpan WalksHome = TimeSpan.FromHours(2);

    /// <summary>Nobody taps faster than this.</summary>
    private const int MostLooks = 5;

    private const string IsOpen = "state IN ('Proposed', 'Confirmed')";

    /// <summary>The evening takes place: everyone's hour is firm now, except for those who stayed away twice.</summary>
    /// <returns>How many bookings were confirmed; null when the evening was confirmed, called off or closed before.</returns>
    public int? Confirm(long sessionId, Guid officer, DateTime now)
    {
        if (sql.Execute("UPDATE sessions SET state = 'Confirmed', changed_by = @p2 WHERE id = @p0 AND state = 'Proposed' AND ends_at > @p1", sessionId, now, officer) == 0)
        {
            return null;
        }

        var firm = seats.OfSession(sessionId).Where(mine => mine.State == ReservationState.Booked && !seats.StaysAway(mine.PersonId, now)).ToList();
        firm.FindAll(mine => reach.Of(mine.PersonId) is null)
            .ForEach(mine => displaced.AskToCall(mine.PersonId, mine.Id, CallReason.NoChannel, mine.StartsAt - WalksHome, now));
        return firm.Count(mine => changes.Change(mine.Id, ReservationState.Confirmed, Doing.OfOfficer(officer, StepReason.EveningConfirmed), now) is not null);
    }

    /// <summary>The evening does not take place. From now on nobody gets a seat there; who had one is seen to by <see cref="Displacing"/>.</summary>
    /// <param name="why">In a few words that are told to everyone: "mưa to, đường ngập".</param>
    /// <returns>False when it was called off or closed before, or has begun.</returns>
    public bool CallOff(long sessionId, Guid officer, string why, DateTime now)
    {
        if (sql.Execute(
            $"UPDATE sessions SET state = 'CalledOff', why = @p1, changed_by = @p2 WHERE id = @p0 AND {IsOpen} AND starts_at > @p3", sessionId, why, officer, now) == 0)
        {
            return false;
        }

        // Whoever is just taking a seat there is waited for, and found below; whoever comes later finds it shut.
        sql.Execute("UPDATE slots SET is_shut = @p1 WHERE session_id = @p0", sessionId, true);
        EndWaiting(sessionId, now);
        return true;
    }

    /// <summary>The same evening at another hour or place: everyone's seat goes along, and everyone is asked whether that suits them.</summary>
    /// <param name="was">When it began on the officer's screen: another may have moved it since.</param>
    /// <returns>False when it is over, called off or moved, when the new hour is past, the new day closed, or when another evening is held there then.</returns>
    public bool Move(long sessionId, DateTime was, string placeCode, DateTime startsAt, Guid officer, string why, DateTime now)
    {
        if (sql.First(
            $"SELECT starts_at, ends_at FROM sessions WHERE id = @p0 AND {IsOpen} AND starts_at > @p1",
            row => new Span(UtcTime.Read(row.GetDateTime(0)), UtcTime.Read(row.GetDateTime(1))),
            sessionId,
            now) is not { } old || old.StartsAt != was || startsAt <= now + Slot.LastCall || IsTaken(sessionId, placeCode, startsAt))
        {
            return false;
        }

        var shift = startsAt - old.StartsAt;
        if (sql.Execute(
            $"UPDATE sessions SET place_code = @p1, date = @p2, starts_at = @p3, ends_at = @p4, why = @p5, changed_by = @p6 WHERE id = @p0 AND starts_at = @p7 AND {IsOpen}",
            sessionId,
            placeCode,
            VietnamTime.DateOf(startsAt),
            startsAt,
            old.EndsAt + shift,
            why,
            officer,
            was) == 0)
        {
            return false;
        }

        Shift(sessionId, shift);
        displacing.AskAboutMove(sessionId, why, now);
        return true;
    }

    /// <summary>Who changed the evening last, by name, and how it stands since; null when nobody did, or they told no name.</summary>
    public LastHand? LastHandOf(long sessionId) => sql.First(
        "SELECT o.name, s.state FROM sessions s JOIN staff_members o ON o.id = s.changed_by WHERE s.id = @p0 AND o.name IS NOT NULL",
        row => new LastHand(row.GetString(0), Enum.Parse<SessionState>(row.GetString(1))),
        sessionId);

    /// <summary>The half hour has more seats from now on, or fewer, as a table was brought or broke.</summary>
    /// <returns>False when more are taken already, when it has begun, or does not take place.</returns>
    public bool SetCapacity(long slotId, int capacity, DateTime now) => sql.Execute(
        "UPDATE slots SET capacity = @p1 WHERE id = @p0 AND taken <= @p1 AND starts_at > @p2 AND NOT is_shut", slotId, capacity, now) == 1;

    /// <summary>Every half hour still to come has so many seats from now on; where more are taken already, as many as are taken, so that nobody loses theirs.</summary>
    /// <returns>How many half hours were changed.</returns>
    public int SetSeats(long sessionId, int seats, DateTime now) => sql.Execute(
        "UPDATE slots SET capacity = CASE WHEN taken > @p1 THEN taken ELSE @p1 END, kept_for_village = CASE WHEN kept_for_village > @p1 THEN @p1 ELSE kept_for_village END "
        + "WHERE session_id = @p0 AND starts_at > @p2 AND NOT is_shut",
        sessionId,
        seats,
        now);

    /// <summary>Takes note of what an officer sees in the hall: someone came, was served, is to come again, or was not there.</summary>
    /// <returns>False when the booking cannot be changed so, as someone else has just done.</returns>
    public bool Mark(Guid reservationId, ReservationState to, StepReason why, Guid officer, DateTime now) =>
        changes.Change(reservationId, to, Doing.OfOfficer(officer, why), now) is not null;

    /// <summary>The number they wait with; null when they were never checked in.</summary>
    public int? NumberInHall(long sessionId, Guid reservationId) => hall.Of(sessionId).Find(one => one.ReservationId == reservationId)?.Number;

    /// <summary>The card has come; its owner is told. False when that was marked before, or nobody was served there.</summary>
    public bool CardIsReady(Guid reservationId, DateTime now) => sql.Execute(
        "UPDATE reservations SET card_ready_at = @p1 WHERE id = @p0 AND state = 'Served' AND card_ready_at IS NULL", reservationId, now) == 1;

    /// <summary>The evening is over: who was checked in was served, who was not seen was missed.</summary>
    /// <param name="waitingComeAgain">Who still waits in the line was not served, and is to come again; else nobody used the line, and they were.</param>
    /// <returns>How many were missed; null when the evening has not begun, or is closed already.</returns>
    public int? Close(long sessionId, Guid officer, DateTime now, bool waitingComeAgain = false)
    {
        if (sql.Execute($"UPDATE sessions SET state = 'Closed', changed_by = @p2 WHERE id = @p0 AND {IsOpen} AND starts_at <= @p1", sessionId, now, officer) == 0)
        {
            return null;
        }

        sql.Execute("UPDATE slots SET is_shut = @p1 WHERE session_id = @p0", sessionId, true);
        var missed = 0;
        // Another officer may still be tapping: whoever changed under our hands is seen to in the next look.
        for (var look = 0; look < MostLooks && !SumOf(sessionId).IsSettled; look++)
        {
            missed += Settle(sessionId, waitingComeAgain, officer, now);
        }

        return missed;
    }

    /// <summary>What became of everyone so far.</summary>
    public EveningSum SumOf(long sessionId) => EveningSum.Of(sql, sessionId);

    /// <summary>Two bookings of one evening are the same person's: the one that was made later goes, and its chat is told.</summary>
    public bool Merge(Guid stays, Guid goes, Guid officer, DateTime now)
    {
        if (seats.Find(goes) is not { } twice || seats.Find(stays) is not { } once || once.SessionId != twice.SessionId
            || !seats.Cancel(goes, Doing.OfOfficer(officer, StepReason.SamePerson), now))
        {
            return false;
        }

        displacing.Tell(twice.PersonId, twice.Mark, EveningTexts.Merged(once), now, once.StartsAt);
        return true;
    }

    private int Settle(long sessionId, bool waitingComeAgain, Guid officer, DateTime now)
    {
        var missed = 0;
        var waiting = waitingComeAgain ? hall.Of(sessionId).Where(one => one.State == ArrivalState.Waiting).Select(one => one.ReservationId).ToHashSet() : [];
        foreach (var mine in seats.OfSession(sessionId))
        {
            switch (mine.State)
            {
                case ReservationState.CheckedIn when waiting.Contains(mine.Id):
                    LetComeAgain(mine.Id, officer, now);
                    break;
                case ReservationState.CheckedIn:
                    Mark(mine.Id, ReservationState.Served, StepReason.Done, officer, now);
                    break;
                case ReservationState.Booked or ReservationState.Confirmed:
                    missed += Mark(mine.Id, ReservationState.Missed, StepReason.NotThere, officer, now) ? 1 : 0;
                    break;
                case ReservationState.Held or ReservationState.Kept:
                    seats.LetGo(mine.Id, now, StepReason.TimeRanOut);
                    break;
            }
        }

        sql.Execute(
            "UPDATE arrivals SET state = CASE state WHEN 'Waiting' THEN @p3 ELSE 'Done' END, ended_at = @p1, ended_by = @p2 "
            + "WHERE session_id = @p0 AND reservation_id IS NULL AND state IN ('Waiting', 'Called')",
            sessionId,
            now,
            officer,
            waitingComeAgain ? ArrivalState.ToComeBack : ArrivalState.Done);
        return missed;
    }

    private void LetComeAgain(Guid reservationId, Guid officer, DateTime now)
    {
        if (Mark(reservationId, ReservationState.Deferred, StepReason.NotReached, officer, now))
        {
            displacing.AskWhoWasNotReached(reservationId, now);
        }
    }

    private bool IsTaken(long sessionId, string placeCode, DateTime startsAt) =>
        sql.Number("SELECT COUNT(*) FROM sessions WHERE place_code = @p0 AND starts_at = @p1 AND id <> @p2", placeCode, startsAt, sessionId) > 0
        || sql.Number("SELECT COUNT(*) FROM closed_days WHERE day = @p0", VietnamTime.DateOf(startsAt)) > 0;

    /// <summary>From the end that is moved towards, so that no half hour steps on the next.</summary>
    private void Shift(long sessionId, TimeSpan shift)
    {
        var all = sql.All(
            "SELECT id, starts_at FROM slots WHERE session_id = @p0 ORDER BY starts_at", row => (Id: row.GetInt64(0), At: UtcTime.Read(row.GetDateTime(1))), sessionId);
        foreach (var slot in shift > TimeSpan.Zero ? Enumerable.Reverse(all) : all)
        {
            sql.Execute("UPDATE slots SET starts_at = @p1 WHERE id = @p0", slot.Id, slot.At + shift);
        }
    }

    private void EndWaiting(long sessionId, DateTime now)
    {
        foreach (var (id, person) in sql.All(
            "SELECT id, person_id FROM waiting_entries WHERE session_id = @p0 AND state = 'Waiting'", row => (row.GetGuid(0), new PersonId(row.GetGuid(1))), sessionId))
        {
            if (line.Change(id, WaitingState.Waiting, WaitingState.Over, WaitingHand.Line, WaitingReason.EveningCalledOff, now))
            {
                displacing.Tell(person, $"session:{sessionId}", EveningTexts.NothingToWaitFor(displacing.DayOf(sessionId)), now, now + DisplacedBooking.MayThink);
            }
        }
    }

    /// <summary>An officer who was first.</summary>
    public sealed record LastHand(string Name, SessionState State);

    private sealed record Span(DateTime StartsAt, DateTime EndsAt);
}
