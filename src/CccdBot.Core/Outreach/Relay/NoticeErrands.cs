using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>Whom a notice did not reach becomes a named errand, once for each person and notice; who is told there counts as told by the notice.</summary>
public sealed class NoticeErrands(Statements sql)
{
    /// <summary>Nobody sets out any more with the word of two weeks ago.</summary>
    internal static readonly TimeSpan Stale = TimeSpan.FromDays(14);

    /// <summary>Of a row "r" of notice_receipts: their line on the list, where they have one.</summary>
    private const string TheirLine = "COALESCE(r.villager_id, (SELECT w.id FROM villagers w WHERE w.person_id = r.person_id))";

    /// <summary>Of a row "r" whose person is not on the list: they have a name, which who asked to be forgotten has no more, and nobody said that they moved away or died.</summary>
    private const string IsKnown = "EXISTS (SELECT 1 FROM people p WHERE p.id = r.person_id AND p.name IS NOT NULL) "
        + "AND NOT EXISTS (SELECT 1 FROM relay_tasks gone WHERE gone.person_id = r.person_id AND gone.state IN ('MovedAway', 'Died'))";

    private const string HasNoErrand = $"r.notice_id = @p0 AND r.errand_id IS NULL AND r.state IN {NoticeReceipt.Unreached}";

    /// <summary>How many are still to be told of a notice, how many were, and of how many that cannot be any more.</summary>
    public ErrandCount Count(long notice) => Count("r.notice_id = @p0", notice);

    /// <summary>The same of all notices: who is still to be told, and who was since then.</summary>
    internal ErrandCount CountSince(DateTime since) => Count("r.errand_id IS NOT NULL AND (t.told_at IS NULL OR t.told_at >= @p0)", since);

    /// <summary>Writes the errands down that are missing; however often it looks, there is one a person and notice, and none beside one of the same evening.</summary>
    internal void Write(DateTime now)
    {
        foreach (var notice in Unreached(now))
        {
            Write(notice, now);
        }

        sql.Execute(
            $"UPDATE notice_receipts SET state = 'Carried' WHERE errand_id IS NOT NULL AND state IN {NoticeReceipt.Unreached} "
            + "AND EXISTS (SELECT 1 FROM relay_tasks t WHERE t.id = notice_receipts.errand_id AND t.state = 'Told')");
    }

    private List<UnreachedNotice> Unreached(DateTime now) => sql.All(
        "SELECT n.id, n.session_id, e.starts_at FROM notices n LEFT JOIN sessions e ON e.id = n.session_id "
        + "WHERE n.state IN ('Sending', 'Done') AND n.approved_at > @p1 AND (e.id IS NULL OR (e.starts_at > @p0 AND e.state <> 'CalledOff')) "
        + $"AND EXISTS (SELECT 1 FROM notice_receipts r WHERE r.notice_id = n.id AND r.errand_id IS NULL AND r.state IN {NoticeReceipt.Unreached}) ORDER BY n.id",
        row => new UnreachedNotice(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.IsDBNull(2) ? null : UtcTime.Read(row.GetDateTime(2))),
        now,
        now - Stale);

    private void Write(UnreachedNotice notice, DateTime now)
    {
        sql.Execute(
            "INSERT INTO relay_tasks (notice_id, session_id, villager_id, person_id, state, created_at, changed_at, due_at) "
            + "SELECT r.notice_id, n.session_id, v.id, CASE WHEN v.id IS NULL THEN r.person_id END, 'Open', @p1, @p1, @p2 "
            + $"FROM notice_receipts r JOIN notices n ON n.id = r.notice_id LEFT JOIN villagers v ON v.id = {TheirLine} "
            + $"WHERE {HasNoErrand} AND v.left_at IS NULL AND (v.id IS NOT NULL OR {IsKnown}) ON CONFLICT DO NOTHING",
            notice.Id,
            now,
            notice.StartsAt is { } starts ? RelayPlan.DueBefore(starts, now) : now + RelayPlan.Ahead);
        sql.Execute(
            "UPDATE notice_receipts SET errand_id = found.errand FROM (SELECT r.place, MIN(t.id) AS errand FROM notice_receipts r JOIN relay_tasks t "
            + $"ON (t.notice_id = @p0 OR t.session_id = @p1) AND (t.villager_id = {TheirLine} OR t.person_id = r.person_id) WHERE {HasNoErrand} GROUP BY r.place) found "
            + "WHERE notice_receipts.notice_id = @p0 AND notice_receipts.place = found.place",
            notice.Id,
            notice.SessionId ?? 0);
    }

    private ErrandCount Count(string which, object value)
    {
        var states = sql.All(
            $"SELECT t.state, COUNT(DISTINCT t.id) FROM notice_receipts r JOIN relay_tasks t ON t.id = r.errand_id WHERE {which} GROUP BY t.state",
            row => (State: Enum.Parse<RelayState>(row.GetString(0)), Count: row.GetInt64(1)),
            value);
        return new ErrandCount(
            Of(RelayState.Open, RelayState.NotMet, RelayState.CallAgain), Of(RelayState.Told), Of(RelayState.Refused, RelayState.MovedAway, RelayState.Died, RelayState.TooLate));

        long Of(params RelayState[] wanted) => states.Where(one => wanted.Contains(one.State)).Sum(one => one.Count);
    }

    private sealed record UnreachedNotice(long Id, long? SessionId, DateTime? StartsAt);
}

/// <summary>How it stands with the errands of notices.</summary>
/// <param name="Over">Refused, moved away, died, or too late.</param>
public sealed record ErrandCount(long Open, long Told, long Over);
