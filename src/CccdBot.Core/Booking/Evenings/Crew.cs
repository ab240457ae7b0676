using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Who works at an evening, and with which machines: each can be in one place at a time.</summary>
public sealed class Crew(Statements sql)
{
    public const int LongestKit = 40;

    /// <summary>From now on these officers and these kits, and no others.</summary>
    public void Set(long sessionId, IEnumerable<Guid> officers, IEnumerable<string> kits)
    {
        sql.Execute("DELETE FROM session_officers WHERE session_id = @p0", sessionId);
        sql.Execute("DELETE FROM session_kits WHERE session_id = @p0", sessionId);
        foreach (var officer in officers.Distinct())
        {
            sql.Execute("INSERT INTO session_officers (session_id, staff_id) VALUES (@p0, @p1)", sessionId, officer);
        }

        foreach (var kit in kits.Distinct())
        {
            sql.Execute("INSERT INTO session_kits (session_id, kit) VALUES (@p0, @p1)", sessionId, kit);
        }
    }

    /// <summary>Those of them who still work here.</summary>
    public List<Named> OfficersOf(long sessionId) => sql.All(
        "SELECT s.id, s.name FROM session_officers o JOIN staff_members s ON s.id = o.staff_id WHERE o.session_id = @p0 AND s.ended_at IS NULL ORDER BY s.since, s.id",
        row => new Named(row.GetGuid(0), row.IsDBNull(1) ? Named.NotTold : row.GetString(1)),
        sessionId);

    public List<string> KitsOf(long sessionId) =>
        sql.All("SELECT kit FROM session_kits WHERE session_id = @p0 ORDER BY kit", row => row.GetString(0), sessionId);

    /// <summary>Officers, then kits, on one line: "Rơ Châm Nam, Bộ máy 1"; empty where none is named.</summary>
    public string WordsOf(long sessionId) => string.Join(", ", OfficersOf(sessionId).Select(one => one.Name).Concat(KitsOf(sessionId)));

    /// <summary>Who and what is to be in two places at once: this evening, and another that is held in the same hours.</summary>
    public List<Clash> ClashesOf(long sessionId) =>
    [
        .. sql.All(
            $"SELECT COALESCE(s.name, '{Named.NotTold}'), {Elsewhere} JOIN session_officers a ON a.session_id = mine.id JOIN session_officers b ON b.session_id = other.id "
            + $"AND b.staff_id = a.staff_id JOIN staff_members s ON s.id = a.staff_id WHERE mine.id = @p0 AND {AtOnce} AND s.ended_at IS NULL "
            + "ORDER BY other.starts_at, other.id", Read, sessionId),
        .. sql.All(
            $"SELECT a.kit, {Elsewhere} JOIN session_kits a ON a.session_id = mine.id JOIN session_kits b ON b.session_id = other.id AND b.kit = a.kit "
            + $"WHERE mine.id = @p0 AND {AtOnce} ORDER BY other.starts_at, other.id", Read, sessionId),
    ];

    /// <summary>The evenings to come that have such a clash.</summary>
    public HashSet<long> Clashing(DateTime now) =>
    [
        .. sql.All(
            $"SELECT mine.id FROM {BothHeld} JOIN session_officers a ON a.session_id = mine.id JOIN session_officers b ON b.session_id = other.id AND b.staff_id = a.staff_id "
            + $"JOIN staff_members s ON s.id = a.staff_id WHERE mine.ends_at > @p0 AND {AtOnce} AND s.ended_at IS NULL "
            + $"UNION SELECT mine.id FROM {BothHeld} JOIN session_kits a ON a.session_id = mine.id JOIN session_kits b ON b.session_id = other.id AND b.kit = a.kit "
            + $"WHERE mine.ends_at > @p0 AND {AtOnce}",
            row => row.GetInt64(0),
            now),
    ];

    private const string BothHeld = "sessions mine JOIN sessions other ON other.id <> mine.id";

    private const string Elsewhere =
        "other.id, other.starts_at, (SELECT name FROM places p WHERE p.code = other.place_code) FROM " + BothHeld;

    private const string AtOnce =
        "mine.state IN ('Proposed', 'Confirmed') AND other.state IN ('Proposed', 'Confirmed') "
        + "AND other.starts_at < mine.ends_at AND other.ends_at > mine.starts_at";

    private static Clash Read(System.Data.Common.DbDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), UtcTime.Read(row.GetDateTime(2)), row.GetString(3));
}

/// <summary>An officer of an evening, as the others call them.</summary>
public sealed record Named(Guid Id, string Name)
{
    public const string NotTold = "cán bộ chưa ghi tên";
}

/// <summary>Someone, or a kit, that is wanted at another evening in the same hours.</summary>
public sealed record Clash(string Who, long OtherId, DateTime StartsAt, string Place);

/// <summary>An officer named for an evening.</summary>
public sealed class SessionOfficer
{
    public required long SessionId { get; init; }

    public required Guid StaffId { get; init; }
}

/// <summary>A case with camera, reader and computer that is taken to an evening.</summary>
public sealed class SessionKit
{
    public required long SessionId { get; init; }

    public required string Kit { get; init; }
}
