using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking;

/// <summary>The only hand that changes where a booking stands: by the table, as a compare-and-swap, and with who, when and why written down.</summary>
public sealed class ReservationChanges(Statements sql, IRecallsReminders reminders, HallLine queue)
{
    /// <summary>Who carries the word must find them before they would have to set out from a far field.</summary>
    private static readonly TimeSpan WalksHome = TimeSpan.FromHours(2);

    /// <summary>Frees the seat where the new state takes none, and calls back the reminders of what is no longer to come.</summary>
    /// <returns>The state it was in; null when it cannot be changed so, or someone was faster.</returns>
    public ReservationState? Change(Guid id, ReservationState to, Doing doing, DateTime now)
    {
        DateTime? ended = to.IsOver() ? now : null;
        foreach (var from in ReservationLife.Before(to))
        {
            // One step further on is looked at last: who is confirmed while we look is still found.
            if (sql.Execute("UPDATE reservations SET state = @p2, ended_at = @p3 WHERE id = @p0 AND state = @p1", id, from, to, ended) == 1)
            {
                Follow(id, from, to, doing, now);
                return from;
            }
        }

        return null;
    }

    private void Follow(Guid id, ReservationState from, ReservationState to, Doing doing, DateTime now)
    {
        sql.Execute(
            "INSERT INTO reservation_steps (reservation_id, \"from\", \"to\", hand, who, why, at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            id,
            from,
            to,
            doing.Hand,
            doing.Who,
            doing.Why,
            now);
        if (!to.TakesSeat())
        {
            sql.Execute(
                "UPDATE slots SET taken = taken - 1, minutes_taken = minutes_taken - (SELECT minutes FROM reservations WHERE id = @p0) "
                + "WHERE id = (SELECT slot_id FROM reservations WHERE id = @p0)",
                id);
        }

        if (to == ReservationState.Lapsed)
        {
            // It may have been kept in hand to be booked, and was not.
            sql.Execute("UPDATE reservations SET booked_at = NULL WHERE id = @p0", id);
        }

        if (to == ReservationState.Confirmed)
        {
            AskToCallWhoHasNoChannel(id, now);
        }

        // Whichever door they come in by, they wait in one line.
        if (to == ReservationState.CheckedIn)
        {
            queue.Admit(id, from, doing.Who, now);
        }
        else if (from == ReservationState.CheckedIn)
        {
            queue.Release(id, to, doing.Who, now);
        }

        if (!to.IsAhead() && from is not (ReservationState.Held or ReservationState.Kept))
        {
            reminders.Recall(id);
        }
    }

    /// <summary>Nothing is confirmed to someone whom no word can reach: where there is no chat, there is someone to go there, and an hour by which.</summary>
    private void AskToCallWhoHasNoChannel(Guid id, DateTime now)
    {
        foreach (var starts in sql.All(
            "SELECT s.starts_at FROM reservations r JOIN slots s ON s.id = r.slot_id JOIN people p ON p.id = r.person_id WHERE r.id = @p0 AND NOT EXISTS "
            + $"(SELECT 1 FROM contact_routes c WHERE c.person_id = COALESCE(p.keeper_id, p.id) AND {Reach.IsOpen})",
            row => UtcTime.Read(row.GetDateTime(0)),
            id))
        {
            sql.Execute(
                "INSERT INTO call_tasks (person_id, reservation_id, reason, created_at, due_at) SELECT person_id, id, 'NoChannel', @p1, @p2 FROM reservations WHERE id = @p0 "
                + "ON CONFLICT DO NOTHING",
                id,
                now,
                starts - WalksHome);
        }
    }
}
