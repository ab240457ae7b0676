using System.Data.Common;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>The line of an evening: everyone who is in the hall has a number, and of two officers nobody calls the same one.</summary>
public sealed class HallLine(Statements sql)
{
    /// <summary>The first stand at the door before the officers do.</summary>
    public static readonly TimeSpan DoorsOpen = TimeSpan.FromHours(2);

    /// <summary>Who was called and not there goes behind everyone who waits, whyever they were to go first.</summary>
    private const string InTurn = "CASE WHEN a.goes_first IS NOT NULL AND a.passes = 0 THEN 0 ELSE 1 END, a.turn, a.passes, a.number";

    /// <summary>Behind everyone who is in the evening @p1 by now.</summary>
    private const string Behind = "passes = passes + 1, turn = (SELECT MAX(last.number) FROM arrivals last WHERE last.session_id = @p1)";

    private const string People =
        "SELECT a.id, a.number, a.reservation_id, COALESCE(a.name, p.name), r.code, a.service, a.goes_first, a.state, a.passes, a.called_at, a.called_by, o.name, e.name "
        + "FROM arrivals a LEFT JOIN reservations r ON r.id = a.reservation_id LEFT JOIN people p ON p.id = r.person_id "
        + "LEFT JOIN staff_members o ON o.id = a.called_by LEFT JOIN staff_members e ON e.id = a.ended_by";

    /// <summary>The name of someone at the door as an officer typed it; null when it cannot be one.</summary>
    public static string? ReadName(string? typed) => PersonName.Read(CitizenText.Clean(typed));

    /// <summary>Everyone who came, those who wait in the order in which they are called.</summary>
    public List<InHall> Of(long sessionId) => sql.All($"{People} WHERE a.session_id = @p0 ORDER BY {InTurn}", Read, sessionId);

    public InHall? Find(long sessionId, long id) => sql.First($"{People} WHERE a.session_id = @p0 AND a.id = @p1", Read, sessionId, id);

    /// <summary>Someone without a booking joins the line.</summary>
    /// <param name="key">Of the form; the same form sent again lets nobody else in.</param>
    /// <returns>Their number; null when no evening is held there now.</returns>
    public int? LetIn(long sessionId, string name, WishService service, WhyFirst? first, Guid key, DateTime now)
    {
        if (sql.Number(
            "SELECT COUNT(*) FROM sessions WHERE id = @p0 AND state IN ('Proposed', 'Confirmed') AND starts_at <= @p1", sessionId, now + DoorsOpen) == 0)
        {
            return null;
        }

        Alone(sessionId);
        return sql.Number("SELECT CAST(number AS BIGINT) FROM arrivals WHERE session_id = @p0 AND entry_key = @p1", sessionId, key) is > 0 and var before
            ? (int)before
            : Enter(sessionId, null, name, service, first, key, now);
    }

    /// <summary>Someone with a booking is checked in; who had a number before has it still.</summary>
    internal void Admit(Guid reservationId, ReservationState from, Guid? who, DateTime now)
    {
        // "Done" was a slip of the finger: they sit at the table still.
        var again = from == ReservationState.Served ? ArrivalState.Called : ArrivalState.Waiting;
        if (sql.Execute(
            "UPDATE arrivals SET state = CASE WHEN called_at IS NULL THEN 'Waiting' ELSE @p1 END, ended_at = NULL, ended_by = NULL WHERE reservation_id = @p0",
            reservationId,
            again) == 1)
        {
            sql.Execute(
                "UPDATE hall_deeds SET taken_back_at = @p1, taken_back_by = @p2 WHERE taken_back_at IS NULL AND arrival_id = "
                + "(SELECT id FROM arrivals WHERE reservation_id = @p0)",
                reservationId,
                now,
                who);
            return;
        }

        var (session, service) = sql.First(
            "SELECT session_id, service FROM reservations WHERE id = @p0",
            row => Tuple.Create(row.GetInt64(0), Enum.Parse<WishService>(row.GetString(1))),
            reservationId)!;
        Alone(session);
        Enter(session, reservationId, null, service, null, null, now);
    }

    /// <summary>Someone with a booking is no longer one who waits.</summary>
    internal void Release(Guid reservationId, ReservationState to, Guid? who, DateTime now) => sql.Execute(
        "UPDATE arrivals SET state = @p1, ended_at = @p2, ended_by = @p3 WHERE reservation_id = @p0 AND state IN ('Waiting', 'Called')",
        reservationId,
        to switch { ReservationState.Served => ArrivalState.Done, ReservationState.Deferred => ArrivalState.ToComeBack, _ => ArrivalState.Left },
        now,
        who);

    /// <summary>Calls whoever is next; what another officer takes in the same moment is passed by.</summary>
    /// <param name="tap">Of the button; the same tap again shows whom it called.</param>
    /// <returns>Null when nobody waits.</returns>
    public InHall? CallNext(long sessionId, Guid officer, Guid tap, DateTime now)
    {
        sql.Alone($"calls of {officer}");
        if (sql.First($"{People} WHERE a.session_id = @p0 AND a.call_key = @p1", Read, sessionId, tap) is { } before)
        {
            return before;
        }

        while (sql.First($"{People} WHERE a.session_id = @p0 AND a.state = 'Waiting' ORDER BY {InTurn} LIMIT 1", Read, sessionId) is { } next)
        {
            if (Call(sessionId, next.Id, officer, tap, now))
            {
                return Find(sessionId, next.Id);
            }
        }

        return null;
    }

    /// <summary>Calls this one out of turn.</summary>
    /// <param name="tap">Of the button; the same tap again has called them already, as "call the next" too when its answer was lost on the way.</param>
    /// <returns>False when another officer has just called them, or they no longer wait.</returns>
    public bool Call(long sessionId, long id, Guid officer, Guid tap, DateTime now) => sql.Execute(
        "UPDATE arrivals SET called_at = CASE state WHEN 'Waiting' THEN @p2 ELSE called_at END, state = 'Called', called_by = @p3, call_key = @p4 "
        + "WHERE id = @p1 AND session_id = @p0 AND (state = 'Waiting' OR (state = 'Called' AND call_key = @p4))",
        sessionId,
        id,
        now,
        officer,
        tap) == 1;

    /// <summary>Called and not there yet: they are called again after everyone who waits now.</summary>
    public bool PutBack(long sessionId, long id) => sql.Execute(
        $"UPDATE arrivals SET state = 'Waiting', {Behind} WHERE id = @p0 AND session_id = @p1 AND state = 'Called'",
        id,
        sessionId) == 1;

    public bool LetGoFirst(long sessionId, long id, WhyFirst? why) => sql.Execute(
        "UPDATE arrivals SET goes_first = @p2 WHERE id = @p0 AND session_id = @p1 AND state = 'Waiting'", id, sessionId, why) == 1;

    /// <summary>Should they come back in, it is behind everyone who waits now.</summary>
    internal void MoveBehind(long sessionId, long id) => sql.Execute($"UPDATE arrivals SET {Behind} WHERE id = @p0 AND session_id = @p1", id, sessionId);

    /// <summary>Two who come in at once have one number each.</summary>
    private void Alone(long sessionId) => sql.Alone($"hall {sessionId}");

    private int Enter(long sessionId, Guid? reservation, string? name, WishService service, WhyFirst? first, Guid? key, DateTime now)
    {
        var number = (int)sql.Number("SELECT CAST(COALESCE(MAX(number), 0) + 1 AS BIGINT) FROM arrivals WHERE session_id = @p0", sessionId);
        sql.Execute(
            "INSERT INTO arrivals (session_id, number, turn, passes, reservation_id, name, service, goes_first, state, arrived_at, entry_key) "
            + "VALUES (@p0, @p1, @p1, 0, @p2, @p3, @p4, @p5, 'Waiting', @p6, @p7)",
            sessionId,
            number,
            reservation,
            name,
            service,
            first,
            now,
            key);
        return number;
    }

    private static InHall Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(1),
        row.IsDBNull(2) ? null : row.GetGuid(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        Enum.Parse<WishService>(row.GetString(5)),
        row.IsDBNull(6) ? null : Enum.Parse<WhyFirst>(row.GetString(6)),
        Enum.Parse<ArrivalState>(row.GetString(7)),
        row.GetInt32(8),
        row.IsDBNull(9) ? null : UtcTime.Read(row.GetDateTime(9)),
        row.IsDBNull(10) ? null : row.GetGuid(10),
        row.IsDBNull(11) ? null : row.GetString(11),
        row.IsDBNull(12) ? null : row.GetString(12));
}
