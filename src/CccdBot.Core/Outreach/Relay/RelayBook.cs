using System.Data.Common;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>Words to be carried: whose turn is next, and what became of each.</summary>
public sealed class RelayBook(Statements sql, Displaced calls, SeatBook seats)
{
    internal const string StillOpen = "('Open', 'NotMet', 'CallAgain')";

    private const string Errands =
        "SELECT t.id, t.villager_id, COALESCE(v.name, w.name), v.birth_year, COALESCE(v.place_code, w.home_place), v.phone, v.field_area, v.carrier, v.back, COALESCE(v.person_id, t.person_id), "
        + "e.id, e.starts_at, p.name, t.due_at, t.state, t.assigned_to, s.name, n.code, n.text, n.id, COALESCE(e.services, '') "
        + "FROM relay_tasks t LEFT JOIN villagers v ON v.id = t.villager_id LEFT JOIN people w ON w.id = t.person_id LEFT JOIN sessions e ON e.id = t.session_id "
        + "LEFT JOIN places p ON p.code = COALESCE(e.place_code, v.place_code, w.home_place) LEFT JOIN notices n ON n.id = t.notice_id LEFT JOIN staff_members s ON s.id = t.assigned_to ";

    private const string IsAhead = "(e.id IS NULL OR e.starts_at > @p0)";

    /// <summary>The next one to be told by this volunteer; who was not met comes after those not yet sought, who said a day comes on that day.</summary>
    public Errand? Next(StaffMember who, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(who);
        return sql.All(
            $"{Errands} WHERE t.assigned_to = @p1 AND {IsAhead} AND (t.state IN ('Open', 'NotMet') OR (t.state = 'CallAgain' AND t.again_on <= @p2)) "
            + "ORDER BY CASE WHEN t.state = 'NotMet' THEN 1 ELSE 0 END, t.due_at, t.changed_at, t.id",
            Read,
            now,
            who.Id,
            VietnamTime.DateOf(now)).Find(errand => who.WorksFor(errand.PlaceCode ?? ""));
    }

    /// <summary>Everyone who was not told yet of a coming evening or of a notice, whoever's errand it is.</summary>
    public List<Errand> Open(DateTime now) => sql.All($"{Errands} WHERE t.state IN {StillOpen} AND {IsAhead} ORDER BY COALESCE(p.position, -1), v.name_folded, t.id", Read, now);

    /// <summary>Notes what became of it; of two who note it one is first.</summary>
    /// <returns>False when it is another's, or was noted already.</returns>
    public bool Receipt(long task, RelayState state, DateOnly? againOn, StaffMember who, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (Find(task) is not { } errand || !who.WorksFor(errand.PlaceCode ?? "") || sql.Execute(
            "UPDATE relay_tasks SET state = @p1, again_on = @p2, reminded_at = NULL, told_at = @p3, told_by = @p4, changed_at = @p3 "
            + $"WHERE id = @p0 AND state IN {StillOpen} AND (assigned_to = @p4 OR @p5 = 1)",
            task,
            state,
            againOn,
            now,
            who.Id,
            // The police may note any errand, a volunteer the own ones.
            who.Role == Role.Volunteer ? 0 : 1) == 0)
        {
            return false;
        }

        Follow(errand, state, who.Id, now);
        return true;
    }

    private void Follow(Errand errand, RelayState state, Guid who, DateTime now)
    {
        if (state == RelayState.Told)
        {
            sql.Execute($"UPDATE notice_receipts SET state = 'Carried' WHERE errand_id = @p0 AND state IN {NoticeReceipt.Unreached}", errand.Id);
            CloseCalls(errand, who, now);
        }
        else if (state == RelayState.Refused && errand.SessionId is not null)
        {
            sql.Execute("UPDATE villagers SET why_not = 'DoesNotWantTo', changed_at = @p1 WHERE id = @p0", errand.VillagerId ?? 0, now);
            GiveBack(errand, who, now, seat => seat.SessionId == errand.SessionId);
        }
        else if (state is RelayState.MovedAway or RelayState.Died)
        {
            sql.Execute("UPDATE villagers SET left_at = @p1, changed_at = @p1 WHERE id = @p0", errand.VillagerId ?? 0, now);
            sql.Execute($"UPDATE relay_tasks SET state = @p1, changed_at = @p2 WHERE (villager_id = @p0 OR person_id = @p3) AND state IN {StillOpen}", errand.VillagerId ?? 0, state, now, errand.PersonId?.Value ?? Guid.Empty);
            GiveBack(errand, who, now, _ => true);
        }
    }

    /// <summary>What the police see under "Cần gọi" for the same evening is done with it.</summary>
    private void CloseCalls(Errand errand, Guid who, DateTime now)
    {
        if (errand is not { PersonId: { } person, SessionId: { } evening })
        {
            return;
        }

        foreach (var call in sql.All(
            "SELECT c.id FROM call_tasks c JOIN reservations r ON r.id = c.reservation_id WHERE c.person_id = @p0 AND r.session_id = @p1 AND c.done_at IS NULL",
            row => row.GetInt64(0),
            person.Value,
            evening))
        {
            calls.Told(call, who, now);
        }
    }

    private void GiveBack(Errand errand, Guid who, DateTime now, Func<Appointment, bool> which)
    {
        if (errand.PersonId is { } person)
        {
            seats.Upcoming(person, now).Where(which).ToList().ForEach(seat => seats.Cancel(seat.Id, Doing.OfOfficer(who, StepReason.NotWanted), now));
            sql.Execute(
                "UPDATE call_tasks SET done_at = @p1, done_by = @p2 WHERE person_id = @p0 AND done_at IS NULL "
                + "AND NOT EXISTS (SELECT 1 FROM reservations r WHERE r.id = call_tasks.reservation_id AND r.state IN ('Booked', 'Confirmed'))",
                person.Value,
                now,
                who);
        }
    }

    private Errand? Find(long task) => sql.First($"{Errands} WHERE t.id = @p0", Read, task);

    private static Errand Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.IsDBNull(1) ? null : row.GetInt64(1),
        Words(row, 2) ?? Errand.NoName,
        row.IsDBNull(3) ? null : row.GetInt32(3),
        Words(row, 4),
        Words(row, 5),
        Words(row, 6),
        Words(row, 7),
        Words(row, 8),
        row.IsDBNull(9) ? null : new PersonId(row.GetGuid(9)),
        row.IsDBNull(10) ? null : row.GetInt64(10),
        row.IsDBNull(11) ? null : UtcTime.Read(row.GetDateTime(11)),
        Words(row, 12),
        UtcTime.Read(row.GetDateTime(13)),
        Enum.Parse<RelayState>(row.GetString(14)),
        row.IsDBNull(15) ? null : row.GetGuid(15),
        Words(row, 16))
    {
        Work = EveningWork.Read(row.GetString(20)),
        Notice = Words(row, 17) is { } code ? new NoticeWord(row.GetInt64(19), code, row.GetString(18)) : null,
    };

    private static string? Words(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}

/// <summary>A word to be carried, as whoever carries it must know it.</summary>
public sealed record Errand(
    long Id,
    long? VillagerId,
    string Name,
    int? BirthYear,
    string? PlaceCode,
    string? Phone,
    string? FieldArea,
    string? Carrier,
    string? Back,
    PersonId? PersonId,
    long? SessionId,
    DateTime? StartsAt,
    string? PlaceName,
    DateTime DueAt,
    RelayState State,
    Guid? AssignedTo,
    string? By)
{
    /// <summary>What the evening does.</summary>
    public EveningWork Work { get; init; } = EveningWork.All;

    public const string NoName = "chưa cho biết tên";

    public NoticeWord? Notice { get; init; }
}

/// <summary>A notice as it is said at a door.</summary>
public sealed record NoticeWord(long Id, string Code, string Text)
{
    /// <summary>The beginning of it, in whole words: the rest is read on the notice itself.</summary>
    public string Beginning(int longest)
    {
        var line = Text.Replace('\n', ' ');
        return line.Length <= longest ? line : $"{line[..Math.Max(1, line.LastIndexOf(' ', longest))]}…";
    }
}
