using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Who was displaced, what they answered, and who must be called because they did not.</summary>
public sealed class Displaced(Statements sql, SeatBook seats, Reach reach)
{
    /// <summary>How long someone has to call.</summary>
    private static readonly TimeSpan CallWithin = TimeSpan.FromHours(24);

    /// <summary>Their answer counts once; the seat that was kept and not taken is free again.</summary>
    public void Answered(Guid reservationId, DisplacedOutcome outcome, DateTime now)
    {
        // Who answers after the time still answers: then nobody has to call.
        if (sql.Execute(
            "UPDATE displaced_bookings SET outcome = @p1, ended_at = @p2 WHERE reservation_id = @p0 AND outcome IN ('Asked', 'ToCall')", reservationId, outcome, now) == 1)
        {
            sql.Execute("UPDATE call_tasks SET done_at = @p1 WHERE reservation_id = @p0 AND done_at IS NULL", reservationId, now);
            FreeKept(reservationId, now);
        }
    }

    /// <summary>The seat that was kept, and those kept with it, were taken.</summary>
    public void AnsweredWith(Guid kept, DisplacedOutcome outcome, DateTime now)
    {
        foreach (var id in sql.All(
            "SELECT d.reservation_id FROM displaced_bookings d JOIN reservations r ON r.id = d.kept_id "
            + "WHERE d.kept_id = @p0 OR r.party_id = (SELECT party_id FROM reservations WHERE id = @p0)",
            row => row.GetGuid(0),
            kept))
        {
            Answered(id, outcome, now);
        }
    }

    /// <summary>Looks what has become of those who were asked: they settled it in their own way, or someone must call.</summary>
    /// <returns>How many calls are to be made now.</returns>
    public int Settle(DateTime now)
    {
        var calls = 0;
        foreach (var asked in sql.All(
            "SELECT d.reservation_id, d.change, d.answer_by <= @p0, r.state, r.person_id, s.starts_at, "
            + "EXISTS (SELECT 1 FROM reservations n WHERE n.person_id = r.person_id AND n.booked_at > d.asked_at AND n.state IN ('Booked', 'Confirmed')) "
            + "FROM displaced_bookings d JOIN reservations r ON r.id = d.reservation_id JOIN slots s ON s.id = r.slot_id WHERE d.outcome = 'Asked'",
            row => new Asked(
                row.GetGuid(0),
                Enum.Parse<EveningChange>(row.GetString(1)),
                row.GetBoolean(2),
                Enum.Parse<ReservationState>(row.GetString(3)),
                new PersonId(row.GetGuid(4)),
                UtcTime.Read(row.GetDateTime(5)),
                row.GetBoolean(6)),
            now))
        {
            calls += Settle(asked, now) ? 1 : 0;
        }

        return calls;
    }

    /// <summary>Someone is to be told by a human being; once is enough.</summary>
    public void AskToCall(PersonId person, Guid reservationId, CallReason why, DateTime dueAt, DateTime now) => sql.Execute(
        "INSERT INTO call_tasks (person_id, reservation_id, reason, created_at, due_at) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT DO NOTHING",
        person.Value,
        reservationId,
        why,
        now,
        dueAt);

    /// <summary>They were told by a human being; false when someone else has noted that already.</summary>
    public bool Told(long taskId, Guid officer, DateTime now)
    {
        if (sql.Execute("UPDATE call_tasks SET done_at = @p1, done_by = @p2 WHERE id = @p0 AND done_at IS NULL", taskId, now, officer) == 0)
        {
            return false;
        }

        sql.Execute(
            "UPDATE displaced_bookings SET outcome = 'Told', ended_at = @p1 WHERE outcome = 'ToCall' AND reservation_id = (SELECT reservation_id FROM call_tasks WHERE id = @p0)",
            taskId,
            now);
        return true;
    }

    private bool Settle(Asked asked, DateTime now)
    {
        if (asked.HasNewSeat && asked.State != ReservationState.Confirmed && asked.State != ReservationState.Booked)
        {
            Answered(asked.Id, DisplacedOutcome.Rebooked, now);
        }
        else if (asked.Change == EveningChange.Moved && asked.State is ReservationState.Cancelled or ReservationState.Deferred)
        {
            Answered(asked.Id, DisplacedOutcome.GaveUp, now);
        }
        else if (asked.Change == EveningChange.Moved && asked.State is ReservationState.CheckedIn or ReservationState.Served)
        {
            Answered(asked.Id, DisplacedOutcome.Stayed, now);
        }
        else if (asked.IsOverdue || IsUndelivered(asked.Id) || reach.Of(asked.Person) is null)
        {
            return HandToOfficers(asked, now);
        }

        return false;
    }

    private bool IsUndelivered(Guid id) => sql.Number(
        "SELECT COUNT(*) FROM outgoing_messages WHERE about = @p0 AND kind = 'Change' AND state IN ('Refused', 'Unknown', 'Expired')", Reservation.MarkOf(id)) > 0;

    private bool HandToOfficers(Asked asked, DateTime now)
    {
        if (sql.Execute("UPDATE displaced_bookings SET outcome = 'ToCall' WHERE reservation_id = @p0 AND outcome = 'Asked'", asked.Id) == 0)
        {
            return false;
        }

        var due = now + CallWithin;
        var why = asked.Change switch
        {
            EveningChange.Moved => CallReason.EveningMoved,
            EveningChange.CalledBack => CallReason.DossierReturned,
            EveningChange.ComesAgain => CallReason.ComesAgain,
            _ => CallReason.EveningCalledOff,
        };
        AskToCall(asked.Person, asked.Id, why, asked.StartsAt > now && asked.StartsAt < due ? asked.StartsAt : due, now);
        return true;
    }

    private void FreeKept(Guid reservationId, DateTime now)
    {
        foreach (var kept in sql.All(
            "SELECT r.id FROM displaced_bookings d JOIN reservations r ON r.id = d.kept_id WHERE d.reservation_id = @p0 AND r.state = 'Kept'", row => row.GetGuid(0), reservationId))
        {
            seats.LetGo(kept, now, StepReason.NotWanted);
        }
    }

    private sealed record Asked(
        Guid Id, EveningChange Change, bool IsOverdue, ReservationState State, PersonId Person, DateTime StartsAt, bool HasNewSeat);
}
