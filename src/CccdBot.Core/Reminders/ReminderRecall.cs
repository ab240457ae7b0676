using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>Calls back the reminders of a booking; those who were named with it are reminded anew.</summary>
internal sealed class ReminderRecall(Statements sql, Outbox outbox) : IRecallsReminders
{
    private const string Household = "SELECT r.id FROM reservations r JOIN people p ON p.id = r.person_id WHERE r.session_id = @p1 AND COALESCE(p.keeper_id, p.id) = @p2";

    public void Recall(Guid reservationId)
    {
        outbox.CallBack(Reservation.MarkOf(reservationId), MessageKind.Reminder);
        if (sql.First(
            "SELECT r.session_id, COALESCE(p.keeper_id, p.id) FROM reservations r JOIN people p ON p.id = r.person_id WHERE r.id = @p0",
            row => new Family(row.GetInt64(0), new PersonId(row.GetGuid(1))),
            reservationId) is { } family)
        {
            Recall(family);
        }
    }

    private void Recall(Family family)
    {
        var about = Reservation.MarkOf(family.SessionId, family.Keeper);
        foreach (var writtenAt in sql.All(
            "SELECT created_at FROM outgoing_messages WHERE about = @p0 AND kind = 'Reminder' AND state = 'Queued'", row => UtcTime.Read(row.GetDateTime(0)), about))
        {
            // It has reached nobody: whoever of them is still to come is due again.
            sql.Execute($"DELETE FROM reminders WHERE written_at = @p0 AND reservation_id IN ({Household})", writtenAt, family.SessionId, family.Keeper.Value);
        }

        outbox.CallBack(about, MessageKind.Reminder);
    }

    private sealed record Family(long SessionId, PersonId Keeper);
}
