using System.Data.Common;
using CccdBot.Core.Booking;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>Reads from the ledger whether it says what the model says, and whether what must always hold does.</summary>
internal static class LedgerLook
{
    private const string Says =
        "SELECT 'seat', id, person_id, slot_id, state, held_until FROM reservations "
        + "UNION ALL SELECT 'line', for_id, for_id, session_id, state, NULL FROM waiting_entries "
        + "UNION ALL SELECT 'asked', reservation_id, COALESCE(kept_id, reservation_id), 0, outcome, answer_by FROM displaced_bookings "
        + "UNION ALL SELECT 'call', reservation_id, reservation_id, 0, reason, NULL FROM call_tasks WHERE done_at IS NULL";

    private static readonly string Allowed = string.Join(", ",
        from before in Enum.GetValues<ReservationState>()
        from after in Enum.GetValues<ReservationState>()
        where ReservationLife.Allows(before, after)
        select $"'{before}>{after}'");

    /// <summary>Each yields a row where something is wrong.</summary>
    private static readonly string MustHold = string.Join(" UNION ALL ", new Dictionary<string, string>
    {
        ["more are seated than the hall has seats, or the count is wrong"] =
            $"slots s WHERE taken > capacity OR taken <> (SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated})",
        ["the stations' minutes are wrong"] =
            "slots s WHERE minutes_taken > minutes OR minutes_taken <> "
            + $"(SELECT COALESCE(SUM(r.minutes), 0) FROM reservations r WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated})",
        ["someone is twice in an evening"] =
            $"(SELECT 1 FROM reservations WHERE state IN {ReservationLife.Theirs} GROUP BY person_id, session_id HAVING COUNT(*) > 1) t",
        ["someone holds two seats"] = "(SELECT 1 FROM reservations WHERE state = 'Held' GROUP BY person_id HAVING COUNT(*) > 1) t",
        ["two sit on one seat"] =
            $"(SELECT 1 FROM reservations WHERE state IN {ReservationLife.Seated} GROUP BY slot_id, seat HAVING COUNT(*) > 1) t",
        // What was kept for them, or an officer's finger brought back, is not their doing.
        ["someone took more than two evenings"] =
            $"(SELECT 1 FROM reservations r JOIN slots s ON s.id = r.slot_id WHERE r.state IN {ReservationLife.Ahead} AND s.starts_at > @p0 AND NOT EXISTS "
            + "(SELECT 1 FROM reservation_steps t WHERE t.reservation_id = r.id AND t.\"from\" IN ('Kept', 'CheckedIn')) GROUP BY r.person_id HAVING COUNT(*) > 2) t",
        ["a reminder of what is over still waits"] =
            "outgoing_messages m JOIN reservations r ON m.about = 'reservation:' || REPLACE(LOWER(CAST(r.id AS text)), '-', '') "
            + $"WHERE m.kind = 'Reminder' AND m.state = 'Queued' AND r.state NOT IN {ReservationLife.Ahead} AND m.created_at < COALESCE(r.ended_at, @p0)",
        ["a reminder of the hour before the move still waits"] =
            "outgoing_messages m JOIN displaced_bookings d ON m.about = 'reservation:' || REPLACE(LOWER(CAST(d.reservation_id AS text)), '-', '') "
            + "WHERE m.kind = 'Reminder' AND m.state = 'Queued' AND d.change = 'Moved' AND m.created_at < d.asked_at",
        ["a reminder was written for what was over"] =
            "reminders w JOIN reservations r ON r.id = w.reservation_id WHERE w.written_at > r.ended_at "
            + "AND w.kind IN ('evening-before', 'two-hours-before', 'what-to-bring', 'police-confirmed')",
        ["an evening called off forgot someone"] =
            "sessions e WHERE e.state = 'CalledOff' AND (SELECT COUNT(*) FROM displaced_bookings d WHERE d.session_id = e.id AND d.change = 'CalledOff') <> "
            + "(SELECT COUNT(*) FROM reservation_steps t JOIN reservations r ON r.id = t.reservation_id WHERE r.session_id = e.id "
            + "AND t.why = 'EveningCalledOff' AND t.\"to\" = 'Cancelled')",
        ["a booking went a way it may not go"] =
            "(SELECT r.state, t.\"from\", t.\"to\", LAG(t.\"to\") OVER life AS before, LEAD(t.\"to\") OVER life AS after "
            + "FROM reservations r LEFT JOIN reservation_steps t ON t.reservation_id = r.id WINDOW life AS (PARTITION BY r.id ORDER BY t.id)) t "
            + $"WHERE \"from\" || '>' || \"to\" NOT IN ({Allowed}) OR (before IS NULL AND COALESCE(\"from\", state) NOT IN ('Held', 'Kept')) "
            + "OR before <> \"from\" OR (after IS NULL AND COALESCE(\"to\", state) <> state)",
    }.Select(rule => $"SELECT '{rule.Key.Replace("'", "''", StringComparison.Ordinal)}' FROM {rule.Value}"));

    /// <summary>What the ledger says and the model does not, or the other way round; null when they agree.</summary>
    public static string? Difference(SeatModel model, Statements sql)
    {
        var rows = sql.All(Says, Read);
        foreach (var row in rows.Where(row => row.Of == "seat" && !model.Seats.Exists(seat => seat.Id == row.Id)))
        {
            if (model.Seats.Find(seat => seat.Id is null && seat.Who.Id.Value == row.Who && seat.At.Id == row.At && $"{seat.State}" == row.State) is { } seat)
            {
                seat.Id = row.Id;
            }
        }

        var (is_, should) = (rows.Select(row => Said(row, model)).Order(StringComparer.Ordinal).ToList(), Said(model).Order(StringComparer.Ordinal).ToList());
        return is_.SequenceEqual(should)
            ? null
            : $"the ledger says [{string.Join("; ", Without(is_, should))}], the model [{string.Join("; ", Without(should, is_))}]";
    }

    /// <summary>What must always hold and does not; null when all does.</summary>
    public static string? Broken(Statements sql, DateTime now) => sql.First(MustHold, row => row.GetString(0), now);

    private static IEnumerable<string> Said(SeatModel model) => model.Seats.Select(seat => $"{seat}: {seat.State} until {seat.Until:u}")
        .Concat(model.Line.Select(one => $"{one.Who} in line for {one.Evening}: {one.State}"))
        .Concat(model.Questions.Values.Select(asked => $"{asked.Of} was asked, kept {asked.Kept ?? asked.Of}: {asked.Outcome} by {asked.AnswerBy:u}"))
        .Concat(model.Calls.Select(call => $"{call.About} is to be called: {call.Why}"));

    private static string Said(Row row, SeatModel model)
    {
        Seat? Find(Guid id) => model.Seats.Find(seat => seat.Id == id);
        Comer Known(Guid id) => model.People.First(one => one.Id.Value == id);
        return row.Of switch
        {
            "seat" => $"{Find(row.Id)?.ToString() ?? $"a new seat of {Known(row.Who)}"}: {row.State} until {row.Until:u}",
            "line" => $"{Known(row.Id)} in line for {model.Evenings.First(evening => evening.Id == row.At)}: {row.State}",
            "asked" => $"{Find(row.Id)} was asked, kept {Find(row.Who)}: {row.State} by {row.Until:u}",
            _ => $"{Find(row.Id)} is to be called: {row.State}",
        };
    }

    private static List<string> Without(List<string> these, List<string> those)
    {
        var left = new List<string>(those);
        return these.FindAll(one => !left.Remove(one));
    }

    private static Row Read(DbDataReader row) => new(
        row.GetString(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.IsDBNull(5) ? null : UtcTime.Read(row.GetDateTime(5)));

    private sealed record Row(string Of, Guid Id, Guid Who, long At, string State, DateTime? Until);
}
