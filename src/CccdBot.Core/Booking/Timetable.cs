using System.Data.Common;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking;

/// <summary>What can still be chosen: places, evenings and half hours with a free seat.</summary>
/// <remarks>Every booking passes here three times, so it is written as plain SQL.</remarks>
public sealed class Timetable(Statements sql)
{
    private const string IsOpen = "s.taken < s.capacity AND s.starts_at >= @p0";

    /// <summary>No evening is longer; with it the index passes over all that is long past.</summary>
    private static readonly TimeSpan LongestEvening = TimeSpan.FromHours(12);

    private const string Slots =
        "SELECT s.id, s.session_id, s.letter, s.starts_at, s.capacity, s.taken, p.code, p.name "
        + "FROM slots s JOIN sessions e ON e.id = s.session_id JOIN places p ON p.code = e.place_code ";

    /// <summary>Places that have a free seat on some evening to come.</summary>
    public List<PlaceOffer> Places(DateTime now) => sql.All(
        "SELECT p.code, p.short_name FROM places p WHERE EXISTS (SELECT 1 FROM sessions e JOIN slots s ON s.session_id = e.id "
        + $"WHERE e.place_code = p.code AND e.starts_at > @p1 AND {IsOpen}) ORDER BY p.position",
        row => new PlaceOffer(row.GetString(0), row.GetString(1)),
        now + Slot.LastCall,
        now - LongestEvening);

    /// <summary>Evenings at a place that have a free seat, soonest first.</summary>
    public List<EveningOffer> Evenings(string placeCode, DateTime now, int skip, int most) => sql.All(
        "SELECT e.id, e.date, p.name FROM sessions e JOIN places p ON p.code = e.place_code "
        + $"WHERE e.place_code = @p1 AND e.starts_at > @p4 AND EXISTS (SELECT 1 FROM slots s WHERE s.session_id = e.id AND {IsOpen}) "
        + "ORDER BY e.starts_at LIMIT @p2 OFFSET @p3",
        row => new EveningOffer(row.GetInt64(0), row.GetFieldValue<DateOnly>(1), row.GetString(2)),
        now + Slot.LastCall,
        placeCode,
        most,
        skip,
        now - LongestEvening);

    /// <summary>Half hours of an evening that have a free seat.</summary>
    public List<SlotOffer> Times(long sessionId, DateTime now) => sql.All(
        $"{Slots} WHERE s.session_id = @p1 AND {IsOpen} ORDER BY s.starts_at", Read, now + Slot.LastCall, sessionId);

    /// <summary>Free half hours at the same place, nearest to the wished one first, given in the order of the clock.</summary>
    public List<SlotOffer> NearestTo(string placeCode, DateTime wished, DateTime now, int most)
    {
        var open = sql.All($"{Slots} WHERE e.place_code = @p1 AND e.starts_at > @p2 AND {IsOpen}", Read, now + Slot.LastCall, placeCode, now - LongestEvening);
        return [.. open.OrderBy(s => (s.StartsAt - wished).Duration()).Take(most).OrderBy(s => s.StartsAt)];
    }

    /// <summary>A half hour, free or not; null where there is none.</summary>
    public SlotOffer? Find(long slotId) => sql.First($"{Slots} WHERE s.id = @p0", Read, slotId);

    /// <summary>The place where an evening is held; null where there is no such evening.</summary>
    public string? PlaceOf(long sessionId) =>
        sql.First("SELECT place_code FROM sessions WHERE id = @p0", row => row.GetString(0), sessionId);

    private static SlotOffer Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        UtcTime.Read(row.GetDateTime(3)),
        row.GetInt32(4),
        row.GetInt32(5),
        row.GetString(6),
        row.GetString(7));
}

/// <summary>A place as it is offered.</summary>
public sealed record PlaceOffer(string Code, string ShortName);

/// <summary>An evening as it is offered.</summary>
public sealed record EveningOffer(long SessionId, DateOnly Date, string PlaceName);

/// <summary>A half hour as it is offered, with the seats it has.</summary>
public sealed record SlotOffer(
    long Id, long SessionId, string Letter, DateTime StartsAt, int Capacity, int Taken, string PlaceCode, string PlaceName)
{
    public int Free => Capacity - Taken;

    public bool IsTooLate(DateTime now) => now > StartsAt - Slot.LastCall;
}
