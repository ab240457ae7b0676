using System.Data.Common;
using CccdBot.Core.Booking;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>Which evenings are to be called out where, and when that was done.</summary>
public sealed class LoudspeakerBook(Statements sql)
{
    /// <summary>Two taps, or two people beside the same loudspeaker, mean one reading.</summary>
    private static readonly TimeSpan SameReading = TimeSpan.FromMinutes(10);

    private const string Columns = "e.id, e.state, e.starts_at, e.ends_at, v.code, v.short_name, p.name, p.short_name, e.services";

    /// <summary>The evening as this village hears of it; null where there is no such evening or no such village.</summary>
    public Announcement? Find(long sessionId, string village) => sql.First(
        $"SELECT {Columns} FROM sessions e JOIN places p ON p.code = e.place_code JOIN places v ON v.code = @p1 WHERE e.id = @p0", Read, sessionId, village);

    /// <summary>The confirmed evenings of today and tomorrow in the villages of this member.</summary>
    public List<Announcement> Coming(StaffMember who, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(who);
        var tomorrow = VietnamTime.DateOf(now).AddDays(1);
        return sql.All(
            $"SELECT {Columns} FROM sessions e JOIN places p ON p.code = e.place_code JOIN places v ON v.code = e.place_code "
            + "WHERE e.state = 'Confirmed' AND e.ends_at > @p0 AND e.date <= @p1 ORDER BY e.starts_at, p.position",
            Read,
            now,
            tomorrow).FindAll(evening => who.WorksFor(evening.VillageCode));
    }

    /// <summary>Notes that it was read out there just now.</summary>
    /// <returns>False when this reading was noted already, or the evening is not to be called out.</returns>
    public bool NotePlayed(long sessionId, string village, Guid who, DateTime now) => sql.Execute(
        "INSERT INTO loudspeaker_plays (session_id, place_code, times, starts_at, played_at, played_by) "
        + "SELECT e.id, v.code, (SELECT COUNT(*) + 1 FROM loudspeaker_plays l WHERE l.session_id = e.id AND l.place_code = v.code), e.starts_at, @p2, @p3 "
        + "FROM sessions e JOIN places v ON v.code = @p1 WHERE e.id = @p0 AND e.state = 'Confirmed' AND e.ends_at > @p2 "
        + "AND NOT EXISTS (SELECT 1 FROM loudspeaker_plays l WHERE l.session_id = e.id AND l.place_code = v.code AND l.starts_at = e.starts_at AND l.played_at > @p4) "
        + "ON CONFLICT DO NOTHING",
        sessionId,
        village,
        now,
        who,
        now - SameReading) == 1;

    /// <summary>When it was called out and by whom, the newest first.</summary>
    public List<Played> Of(long sessionId) => sql.All(
        "SELECT l.played_at, l.place_code, v.short_name, s.name, l.starts_at, e.starts_at FROM loudspeaker_plays l JOIN sessions e ON e.id = l.session_id JOIN places v ON v.code = l.place_code "
        + "LEFT JOIN staff_members s ON s.id = l.played_by WHERE l.session_id = @p0 ORDER BY l.played_at DESC, l.id DESC",
        row => new Played(
            UtcTime.Read(row.GetDateTime(0)), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetDateTime(4) != row.GetDateTime(5)),
        sessionId);

    private static Announcement Read(DbDataReader row) => new(
        row.GetInt64(0),
        Enum.Parse<SessionState>(row.GetString(1)),
        UtcTime.Read(row.GetDateTime(2)),
        UtcTime.Read(row.GetDateTime(3)),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7))
    {
        Work = EveningWork.Read(row.GetString(8)),
    };
}

/// <summary>A reading over a loudspeaker, as the log shows it.</summary>
/// <param name="By">Null where they have not told their name.</param>
/// <param name="IsOutdated">The evening was moved since: the village has heard an hour that is no longer true.</param>
public sealed record Played(DateTime At, string VillageCode, string Village, string? By, bool IsOutdated);
