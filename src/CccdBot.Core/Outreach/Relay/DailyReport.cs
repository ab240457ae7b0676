using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>Once a day, at a fixed hour, the chief reads whether anyone is reached by nobody: zero is said too.</summary>
public sealed class DailyReport(Statements sql, NoticeErrands notices, StaffChats chats, Outbox outbox, StaffPages pages)
{
    /// <summary>Before the office closes, while someone can still be asked to go.</summary>
    public static readonly TimeOnly At = new(16, 30);

    private const string NamesPath = "/truc/can-goi";
    private static readonly Role[] Chiefs = [Role.Chief];

    /// <returns>True when it was written just now.</returns>
    public async Task<bool> WriteAsync(DateTime now, CancellationToken ct)
    {
        var today = VietnamTime.DateOf(now);
        if (now < VietnamTime.ToUtc(today, At) || await chats.OfAsync(Chiefs, ct) is not { Count: > 0 } them
            || sql.Execute("INSERT INTO relay_reports (day, at) VALUES (@p0, @p1) ON CONFLICT DO NOTHING", today, now) == 0)
        {
            return false;
        }

        var villages = Unreached(now);
        var words = notices.CountSince(VietnamTime.ToUtc(today, TimeOnly.MinValue));
        var report = villages.Count == 0 ? RelayTexts.AllReached(words) : RelayTexts.Unassigned(villages, words);
        them.ForEach(chat => outbox.Add(OutgoingMessage.For(chat, MessageKind.Duty, WithNames(report, villages, chat), now)));
        return true;
    }

    /// <summary>Words that nobody carries, and calls of the police whose hour is over: each person once.</summary>
    internal List<VillageCount> Unreached(DateTime now) => sql.All(
        $"SELECT COALESCE(p.short_name, '{RelayTexts.NoVillage}'), COUNT(DISTINCT u.who) FROM ("
        + "SELECT COALESCE(e.place_code, o.place_code, w.home_place) AS place_code, COALESCE(CAST(t.villager_id AS TEXT), CAST(t.person_id AS TEXT)) AS who FROM relay_tasks t "
        + "LEFT JOIN sessions e ON e.id = t.session_id LEFT JOIN villagers o ON o.id = t.villager_id LEFT JOIN people w ON w.id = t.person_id "
        + $"WHERE t.assigned_to IS NULL AND t.state IN {RelayBook.StillOpen} AND (e.id IS NULL OR e.starts_at > @p0) "
        + "UNION ALL SELECT e.place_code, COALESCE((SELECT CAST(v.id AS TEXT) FROM villagers v WHERE v.person_id = c.person_id), CAST(c.person_id AS TEXT)) "
        + "FROM call_tasks c JOIN reservations r ON r.id = c.reservation_id JOIN sessions e ON e.id = r.session_id WHERE c.done_at IS NULL AND c.due_at < @p0"
        + ") u LEFT JOIN places p ON p.code = u.place_code GROUP BY p.short_name, p.position ORDER BY COALESCE(p.position, 9999)",
        row => new VillageCount(row.GetString(0), (int)row.GetInt64(1)),
        now);

    private Reply WithNames(Reply report, List<VillageCount> villages, ChannelAddress chat) =>
        villages.Count > 0 && pages(NamesPath, chat) is { } link ? report with { Choices = [RelayTexts.NamesPage with { Link = link }] } : report;
}
