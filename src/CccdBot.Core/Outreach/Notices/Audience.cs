using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>Whom a notice is for: counted before it is approved, fixed when it is.</summary>
/// <remarks>
/// Looked at are those who wrote to us and those on the list of people, each once. Who speaks for others is told once, for all of them,
/// as soon as one of them is meant; who asked for no such messages is left in peace.
/// </remarks>
public sealed class Audience(Statements sql)
{
    private const string ChatOf = "EXISTS (SELECT 1 FROM contact_routes c WHERE " + Reach.IsOpen + " AND c.person_id = ";

    private const string NextEvenings =
        "SELECT r.person_id, MIN(s.starts_at) AS next_at FROM reservations r JOIN slots s ON s.id = r.slot_id "
        + "WHERE r.state IN ('Booked', 'Confirmed') AND s.starts_at > @p0 GROUP BY r.person_id";

    // What nobody knows is NULL, so that below it is neither yes nor no. On the list an empty "ưu tiên" says no.
    private const string Facts =
        "NULLIF(v.has_card, 'Unknown') AS card, NULLIF(v.has_vneid, 'Unknown') AS vneid, v.birth_year AS born, "
        + "CASE WHEN v.id IS NULL THEN NULL ELSE COALESCE(v.frail, 'None') END AS frail";

    // Who moved away or died is off the list; one who still writes to us is there all the same.
    private const string WroteToUs =
        $"SELECT k.id AS person_id, NULL AS villager_id, COALESCE(v.place_code, p.home_place, k.home_place) AS village, {Facts}, n.next_at, k.created_at AS since, "
        + "CASE WHEN EXISTS (SELECT 1 FROM reservations been WHERE been.person_id = p.id AND been.state = 'Served') THEN 1 ELSE 0 END AS served "
        + "FROM people p JOIN people k ON k.id = COALESCE(p.keeper_id, p.id) LEFT JOIN villagers v ON v.person_id = p.id AND v.left_at IS NULL "
        + $"LEFT JOIN ({NextEvenings}) n ON n.person_id = p.id "
        + "WHERE k.stopped_notices_at IS NULL AND (p.name IS NOT NULL OR v.id IS NOT NULL) AND (p.keeper_id IS NULL OR k.name IS NOT NULL) "
        + $"AND (NOT EXISTS (SELECT 1 FROM villagers gone WHERE gone.person_id = p.id AND gone.left_at IS NOT NULL) OR (p.keeper_id IS NULL AND {ChatOf} p.id)))";

    private const string OnTheListOnly = $"SELECT NULL, v.id, v.place_code, {Facts}, NULL, v.created_at, 0 FROM villagers v WHERE v.person_id IS NULL AND v.left_at IS NULL";

    private const string IsMeant =
        "(@p1 = '' OR ',' || @p1 || ',' LIKE '%,' || s.village || ',%') "
        + "AND (@p2 = 'Everyone' OR (@p2 = 'Booked' AND s.next_at IS NOT NULL) OR (@p2 = 'NotBooked' AND s.next_at IS NULL AND s.served = 0 "
        + "AND (s.card IS NULL OR s.vneid IS NULL OR s.card <> 'Yes' OR s.vneid <> 'Yes'))) "
        + "AND (@p3 = 'Any' OR (@p3 = 'NoCard' AND s.card = 'No') OR (@p3 = 'NoVneid' AND s.card = 'Yes' AND s.vneid = 'No') OR (@p3 = 'Done' AND s.card = 'Yes' AND s.vneid = 'Yes')) "
        + "AND (@p4 = 'Any' OR s.born BETWEEN @p5 AND @p6) "
        + "AND (@p7 = 'Any' OR (@p7 = 'AnyOfThem' AND s.frail <> 'None') OR s.frail = @p7)";

    /// <summary>Each who would be told, with 2 where they or one they speak for is meant, 1 where nobody can say.</summary>
    private const string Them =
        "(SELECT person_id, villager_id, MAX(meant) AS meant, MIN(CASE WHEN meant = 2 THEN next_at END) AS next_at, MIN(since) AS since FROM "
        + $"(SELECT s.person_id, s.villager_id, s.next_at, s.since, CASE WHEN {IsMeant} THEN 2 WHEN ({IsMeant}) IS NULL THEN 1 ELSE 0 END AS meant "
        + $"FROM ({WroteToUs} UNION ALL {OnTheListOnly}) s) each_one GROUP BY person_id, villager_id) them";

    private const string Counts =
        $"SELECT COALESCE(SUM(CASE WHEN meant = 2 THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN meant = 2 AND {ChatOf} them.person_id) THEN 1 ELSE 0 END), 0), "
        + $"COALESCE(SUM(CASE WHEN meant = 1 THEN 1 ELSE 0 END), 0) FROM {Them}";

    private const string Recipients =
        "INSERT INTO notice_receipts (notice_id, person_id, villager_id, place, state) SELECT @p8, person_id, villager_id, "
        + "ROW_NUMBER() OVER (ORDER BY CASE WHEN next_at IS NULL THEN 1 ELSE 0 END, next_at, since, person_id, villager_id), 'Waiting' "
        + $"FROM {Them} WHERE meant = 2";

    /// <summary>How many there are, and how many of them a message reaches.</summary>
    public AudienceCount Count(NoticeDraft draft, DateTime now) =>
        sql.First(Counts, row => new AudienceCount(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), Values(draft, now))!;

    /// <summary>From now on these and no others, who has an evening soonest first; returns how many.</summary>
    internal int Fix(long notice, NoticeDraft draft, DateTime now) => sql.Execute(Recipients, [.. Values(draft, now), notice]);

    private static object?[] Values(NoticeDraft draft, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (youngest, oldest) = draft.Age.Ages();
        var year = VietnamTime.DateOf(now).Year;
        return [now, draft.KeptVillages, draft.Booked, draft.Goal, draft.Age, year - oldest, year - youngest, draft.First];
    }
}

/// <summary>How many a notice is for.</summary>
/// <param name="Reached">Of them, whom a message reaches; to the others someone has to go.</param>
/// <param name="Unsure">Not among them, because nobody knows of them what was asked for.</param>
public sealed record AudienceCount(long All, long Reached, long Unsure);
