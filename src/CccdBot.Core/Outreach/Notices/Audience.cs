using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>Whom a notice is for: counted before it is approved, fixed when it is.</summary>
/// <remarks>Who speaks for others is told once, for all of them; who asked for no such messages is left in peace.</remarks>
public sealed class Audience(Statements sql)
{
    private const string Them =
        "FROM people p LEFT JOIN (SELECT r.person_id, MIN(s.starts_at) AS next_at FROM reservations r JOIN slots s ON s.id = r.slot_id "
        + "WHERE r.state IN ('Booked', 'Confirmed') AND s.starts_at > @p0 GROUP BY r.person_id) n ON n.person_id = p.id "
        + "WHERE p.keeper_id IS NULL AND p.name IS NOT NULL AND p.stopped_at IS NULL "
        + "AND (@p1 = '' OR ',' || @p1 || ',' LIKE '%,' || p.home_place || ',%') "
        + "AND (@p2 = 'Everyone' OR (@p2 = 'Booked' AND n.next_at IS NOT NULL) OR (@p2 = 'NotBooked' AND n.next_at IS NULL "
        + "AND NOT EXISTS (SELECT 1 FROM reservations been WHERE been.person_id = p.id AND been.state = 'Served')))";

    private const string HasChat =
        $"EXISTS (SELECT 1 FROM contact_routes c WHERE c.person_id = p.id AND {Reach.IsOpen})";

    /// <summary>How many there are, and how many of them a message reaches.</summary>
    public (long All, long Reached) Count(NoticeDraft draft, DateTime now) => (
        sql.Number($"SELECT COUNT(*) {Them}", now, draft.KeptVillages, draft.Booked),
        sql.Number($"SELECT COUNT(*) {Them} AND {HasChat}", now, draft.KeptVillages, draft.Booked));

    /// <summary>From now on these and no others, who has an evening soonest first; returns how many.</summary>
    internal int Fix(long notice, NoticeDraft draft, DateTime now) => sql.Execute(
        "INSERT INTO notice_receipts (notice_id, person_id, place, state) "
        + $"SELECT @p3, p.id, ROW_NUMBER() OVER (ORDER BY CASE WHEN n.next_at IS NULL THEN 1 ELSE 0 END, n.next_at, p.created_at, p.id), 'Waiting' {Them}",
        now,
        draft.KeptVillages,
        draft.Booked,
        notice);
}
