using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>Before each confirmed evening everyone of its village without a chat becomes a named errand with an hour by which, and so does whom a notice did not reach; never is one passed over.</summary>
public sealed class RelayPlan(CccdDb db, Statements sql, NoticeErrands notices, Outbox outbox)
{
    /// <summary>Who lives in a far field is met once in a few days.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>Who walks home from a far field sets out the day before.</summary>
    private static readonly TimeSpan SetsOut = TimeSpan.FromHours(24);

    /// <summary>Where the evening is nearer than that, whoever carries the word has this long.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromHours(2);

    /// <summary>Told once, nobody is called on again for the next evening, unless they have a seat there.</summary>
    private static readonly TimeSpan NotAgainFor = TimeSpan.FromDays(14);

    private const string HasNoChat =
        $"NOT EXISTS (SELECT 1 FROM people w JOIN contact_routes c ON c.person_id = COALESCE(w.keeper_id, w.id) WHERE w.id = v.person_id AND {Reach.IsOpen})";

    private const string HasSeatThere = "EXISTS (SELECT 1 FROM reservations r WHERE r.person_id = v.person_id AND r.session_id = @p0 AND r.state IN ('Booked', 'Confirmed'))";

    /// <summary>One open errand a person, and none for who has all, refused, or was just told.</summary>
    private const string IsToBeAsked =
        "NOT (v.has_card = 'Yes' AND v.has_vneid = 'Yes') AND NOT EXISTS (SELECT 1 FROM relay_tasks o WHERE o.villager_id = v.id "
        + $"AND o.session_id IS NOT NULL AND (o.state IN {RelayBook.StillOpen} OR (o.state IN ('Told', 'Refused') AND o.told_at > @p3)))";

    /// <summary>Writes down what is to be carried now, hands it to the volunteers of the village, and tells them.</summary>
    /// <returns>How many errands are new or have found their volunteer.</returns>
    public async Task<int> WriteAsync(DateTime now, CancellationToken ct)
    {
        sql.Alone("relay");
        End(now);
        var written = Coming(now).Sum(evening => Write(evening, now));
        notices.Write(now);
        return written + await HandOutAsync(now, ct) + await CallAgainAsync(now, ct);
    }

    /// <summary>What can no longer be carried in time, was settled by a call of the police, or lay in the hand of someone who has left.</summary>
    private void End(DateTime now)
    {
        sql.Execute(
            $"UPDATE relay_tasks SET state = 'TooLate', changed_at = @p0 WHERE state IN {RelayBook.StillOpen} AND EXISTS "
            + "(SELECT 1 FROM sessions e WHERE e.id = relay_tasks.session_id AND (e.starts_at <= @p0 OR e.state IN ('CalledOff', 'Closed')))",
            now);
        sql.Execute(
            $"UPDATE relay_tasks SET state = 'TooLate', changed_at = @p0 WHERE state IN {RelayBook.StillOpen} AND EXISTS "
            + "(SELECT 1 FROM villagers v WHERE v.id = relay_tasks.villager_id AND v.left_at IS NOT NULL)",
            now);
        sql.Execute(
            $"UPDATE relay_tasks SET state = 'TooLate', changed_at = @p0 WHERE state IN {RelayBook.StillOpen} AND session_id IS NULL AND EXISTS "
            + "(SELECT 1 FROM notices n WHERE n.id = relay_tasks.notice_id AND (n.approved_at < @p1 OR n.state = 'Stopped'))",
            now,
            now - NoticeErrands.Stale);
        sql.Execute(
            $"UPDATE relay_tasks SET state = 'Told', told_at = @p0, changed_at = @p0 WHERE state IN {RelayBook.StillOpen} AND EXISTS "
            + "(SELECT 1 FROM villagers v JOIN call_tasks c ON c.person_id = v.person_id JOIN reservations r ON r.id = c.reservation_id "
            + "WHERE v.id = relay_tasks.villager_id AND r.session_id = relay_tasks.session_id AND c.reason = 'NoChannel' AND c.done_by IS NOT NULL)",
            now);
        sql.Execute(
            $"UPDATE relay_tasks SET assigned_to = NULL WHERE assigned_to IS NOT NULL AND state IN {RelayBook.StillOpen} AND NOT EXISTS "
            + "(SELECT 1 FROM staff_members s WHERE s.id = relay_tasks.assigned_to AND s.ended_at IS NULL)");
    }

    private List<ComingEvening> Coming(DateTime now) => sql.All(
        "SELECT id, place_code, starts_at FROM sessions WHERE state = 'Confirmed' AND starts_at > @p0 AND starts_at <= @p1 ORDER BY starts_at, id",
        row => new ComingEvening(row.GetInt64(0), row.GetString(1), UtcTime.Read(row.GetDateTime(2))),
        now,
        now + Ahead);

    /// <summary>By then it must have been carried.</summary>
    internal static DateTime DueBefore(DateTime startsAt, DateTime now)
    {
        var due = startsAt - SetsOut;
        return due > now + AtLeast ? due : now + AtLeast < startsAt ? now + AtLeast : startsAt;
    }

    private int Write(ComingEvening evening, DateTime now) =>
        sql.Execute(
            "INSERT INTO relay_tasks (session_id, villager_id, state, created_at, changed_at, due_at) SELECT @p0, v.id, 'Open', @p2, @p2, @p4 FROM villagers v "
            + $"WHERE v.left_at IS NULL AND {HasNoChat} AND ({HasSeatThere} OR (v.place_code = @p1 AND {IsToBeAsked})) ON CONFLICT DO NOTHING",
            evening.Id,
            evening.PlaceCode,
            now,
            now - NotAgainFor,
            DueBefore(evening.StartsAt, now));

    /// <summary>To whoever of the village's volunteers has fewest; only who has a chat can be handed anything.</summary>
    private async Task<int> HandOutAsync(DateTime now, CancellationToken ct)
    {
        var free = sql.All(
            "SELECT t.id, COALESCE(v.place_code, w.home_place), CASE WHEN t.session_id IS NULL THEN 1 ELSE 0 END FROM relay_tasks t LEFT JOIN villagers v ON v.id = t.villager_id "
            + $"LEFT JOIN people w ON w.id = t.person_id WHERE t.assigned_to IS NULL AND t.state IN {RelayBook.StillOpen} AND COALESCE(v.place_code, w.home_place) IS NOT NULL ORDER BY t.due_at, t.id",
            row => (Id: row.GetInt64(0), Place: row.GetString(1), IsOfNotice: row.GetInt32(2) == 1));
        if (free.Count == 0)
        {
            return 0;
        }

        var hands = await HandsAsync(ct);
        var given = new Dictionary<Hands, List<bool>>();
        foreach (var (id, place, isOfNotice) in free)
        {
            if (hands.Where(hand => hand.Who.WorksFor(place)).MinBy(hand => hand.Load) is { } hand)
            {
                sql.Execute("UPDATE relay_tasks SET assigned_to = @p1 WHERE id = @p0", id, hand.Who.Id);
                hand.Load++;
                given.TryAdd(hand, []);
                given[hand].Add(isOfNotice);
            }
        }

        foreach (var (hand, errands) in given)
        {
            Tell(hand, errands.Contains(true) ? RelayTexts.NewWords(errands.Count) : RelayTexts.NewErrands(errands.Count), now);
        }

        return given.Values.Sum(errands => errands.Count);
    }

    /// <summary>Whoever said "call again on that day" is called to mind on that day, once, and not before it is light.</summary>
    private async Task<int> CallAgainAsync(DateTime now, CancellationToken ct)
    {
        const string Today = "state = 'CallAgain' AND again_on <= @p0 AND reminded_at IS NULL AND assigned_to IS NOT NULL";
        var today = VietnamTime.DateOf(now);
        if (QuietHours.Covers(now) || sql.Number($"SELECT COUNT(*) FROM relay_tasks WHERE {Today}", today) == 0)
        {
            return 0;
        }

        var reminded = 0;
        foreach (var hand in await HandsAsync(ct))
        {
            if (sql.Execute($"UPDATE relay_tasks SET reminded_at = @p1 WHERE {Today} AND assigned_to = @p2", today, now, hand.Who.Id) is > 0 and var people)
            {
                Tell(hand, RelayTexts.AgainToday(people), now);
                reminded += people;
            }
        }

        return reminded;
    }

    private void Tell(Hands hand, Reply words, DateTime now)
    {
        var told = OutgoingMessage.For(hand.Chat, MessageKind.Duty, words, now);
        told.KeepFor("relay");
        outbox.Add(told);
    }

    private async Task<List<Hands>> HandsAsync(CancellationToken ct)
    {
        var chats = db.StaffChats;
        var volunteers = await db.Set<StaffMember>().AsNoTracking().Where(s => s.Role == Role.Volunteer && s.EndedAt == null && chats.Any(c => c.StaffId == s.Id))
            .OrderBy(s => s.Since).ToListAsync(ct);
        var all = await chats.AsNoTracking().ToListAsync(ct);
        return volunteers.ConvertAll(who => new Hands(who, all.Where(chat => chat.StaffId == who.Id).Select(chat => new ChannelAddress(chat.Channel, chat.Address)).First())
        {
            Load = (int)sql.Number($"SELECT COUNT(*) FROM relay_tasks WHERE assigned_to = @p0 AND state IN {RelayBook.StillOpen}", who.Id),
        });
    }

    private sealed record ComingEvening(long Id, string PlaceCode, DateTime StartsAt);

    private sealed class Hands(StaffMember who, ChannelAddress chat)
    {
        public StaffMember Who { get; } = who;

        public ChannelAddress Chat { get; } = chat;

        public int Load { get; set; }
    }
}
