using System.Data.Common;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>What can still be chosen: places, evenings and half hours with a free seat.</summary>
/// <remarks>Every booking passes here three times, so it is written as plain SQL.</remarks>
public sealed class Timetable(Statements sql)
{
    /// <summary>Not called off, not over.</summary>
    private const string TakesPlace = "e.state IN ('Proposed', 'Confirmed')";

    /// <summary>No evening is longer; with it the index passes over all that is long past.</summary>
    private static readonly TimeSpan LongestEvening = TimeSpan.FromHours(12);

    /// <summary>Written in the order of the kinds, so that the first stands in front.</summary>
    private static readonly string MinutesOfFirst = "CASE "
        + string.Concat(Enum.GetValues<WishService>().Select(service => $"WHEN e.services LIKE '{service}%' THEN {ServiceTimes.Of(service)} "))
        + $"ELSE {ServiceTimes.Of(EveningWork.All.First)} END";

    private const string Slots =
        "SELECT s.id, s.session_id, s.letter, s.starts_at, s.capacity - s.taken, s.minutes - s.minutes_taken, s.kept_for_village, p.code, p.name, p.short_name, e.services "
        + "FROM slots s JOIN sessions e ON e.id = s.session_id JOIN places p ON p.code = e.place_code ";

    /// <summary>Places that have a free seat on some evening to come.</summary>
    public List<PlaceOffer> Places(DateTime now) => sql.All(
        "SELECT p.code, p.short_name FROM places p WHERE EXISTS (SELECT 1 FROM sessions e JOIN slots s ON s.session_id = e.id "
        + $"WHERE e.place_code = p.code AND e.starts_at > @p1 AND {IsOpen()}) ORDER BY p.position",
        row => new PlaceOffer(row.GetString(0), row.GetString(1)),
        now + Slot.LastCall,
        now - LongestEvening);

    /// <summary>Evenings at a place that have a free seat, soonest first.</summary>
    public List<EveningOffer> Evenings(string placeCode, DateTime now, int skip, int most) => sql.All(
        "SELECT e.id, e.date, p.name FROM sessions e JOIN places p ON p.code = e.place_code "
        + $"WHERE e.place_code = @p1 AND e.starts_at > @p4 AND EXISTS (SELECT 1 FROM slots s WHERE s.session_id = e.id AND {IsOpen()}) "
        + "ORDER BY e.starts_at LIMIT @p2 OFFSET @p3",
        row => new EveningOffer(row.GetInt64(0), row.GetFieldValue<DateOnly>(1), row.GetString(2)),
        now + Slot.LastCall,
        placeCode,
        most,
        skip,
        now - LongestEvening);

    /// <summary>Half hours of an evening that have a free seat.</summary>
    public List<SlotOffer> Times(long sessionId, DateTime now) => sql.All(
        $"{Slots} WHERE s.session_id = @p1 AND {IsOpen()} ORDER BY s.starts_at", Reading(), now + Slot.LastCall, sessionId);

    /// <summary>Free half hours at the same place, nearest to the wished one first, given in the order of the clock.</summary>
    /// <param name="people">So many must find seats from there on without a gap.</param>
    /// <param name="service">The evening must do it, and have time enough for it.</param>
    public List<SlotOffer> NearestTo(
        string placeCode, DateTime wished, DateTime now, int most, int people = 1, WishService service = WishService.Card) =>
        Nearest(Open(placeCode, now, people, service), wished, most);

    /// <summary>Of these the nearest to the wished moment, given in the order of the clock.</summary>
    public static List<SlotOffer> Nearest(IEnumerable<SlotOffer> open, DateTime wished, int most) =>
        [.. open.OrderBy(s => (s.StartsAt - wished).Duration()).Take(most).OrderBy(s => s.StartsAt)];

    /// <summary>Half hours at a place from which on so many find seats without a gap, soonest first.</summary>
    public List<SlotOffer> Open(string placeCode, DateTime now, int people = 1, WishService service = WishService.Card)
    {
        var free = sql.All(
            $"{Slots} WHERE e.place_code = @p1 AND e.starts_at > @p2 AND {IsOpen(service)} ORDER BY s.starts_at", Reading(service), now + Slot.LastCall, placeCode, now - LongestEvening);
        return people == 1 ? free : [.. free.Where((_, at) => HasRow(free, at, people))];
    }

    /// <summary>Half hours at any place, soonest first.</summary>
    public List<SlotOffer> OpenAnywhere(DateTime now, WishService service) => sql.All(
        $"{Slots} WHERE e.starts_at > @p1 AND {IsOpen(service)} ORDER BY s.starts_at", Reading(service), now + Slot.LastCall, now - LongestEvening);

    /// <summary>Half hours at a place that are full, or whose free seats are for those who wait, soonest first.</summary>
    /// <param name="service">The evening must do it.</param>
    public List<SlotOffer> Full(string placeCode, DateTime now, WishService service) => sql.All(
        $"{Slots} WHERE e.place_code = @p1 AND e.starts_at > @p2 AND s.starts_at >= @p0 AND {TakesPlace} AND {Does(service)} AND NOT ({IsOpen()}) ORDER BY s.starts_at",
        Reading(),
        now + Slot.LastCall,
        placeCode,
        now - LongestEvening);

    /// <summary>The half hour that follows in the same evening; null after the last.</summary>
    public SlotOffer? After(SlotOffer slot) => sql.First(
        $"{Slots} WHERE s.session_id = @p0 AND s.starts_at > @p1 ORDER BY s.starts_at LIMIT 1", Reading(), slot.SessionId, slot.StartsAt);

    /// <summary>A half hour, free or not; null where there is none.</summary>
    public SlotOffer? Find(long slotId, WishService? service = null) =>
        sql.First($"{Slots} WHERE s.id = @p0 AND {TakesPlace}", Reading(service), slotId);

    /// <summary>The half hour an evening begins with, free or not; null where there is none.</summary>
    public SlotOffer? FirstOf(long sessionId) =>
        sql.First($"{Slots} WHERE s.session_id = @p0 AND {TakesPlace} ORDER BY s.starts_at LIMIT 1", Reading(), sessionId);

    /// <summary>The place where an evening is held; null where there is no such evening.</summary>
    public string? PlaceOf(long sessionId) =>
        sql.First("SELECT place_code FROM sessions WHERE id = @p0", row => row.GetString(0), sessionId);

    private static bool HasRow(List<SlotOffer> free, int at, int people)
    {
        var seats = 0;
        for (var i = at; i < free.Count && seats < people; i++)
        {
            var isNext = i == at || (free[i].SessionId == free[i - 1].SessionId && free[i].Letter[0] == free[i - 1].Letter[0] + 1);
            if (!isNext)
            {
                return false;
            }

            seats += free[i].Free;
        }

        return seats >= people;
    }

    /// <summary>A seat is free there for anyone, and the stations have time for this, or for what the evening does first.</summary>
    private static string IsOpen(WishService? service = null) =>
        $"s.taken < s.capacity AND (s.minutes IS NULL OR s.minutes_taken + {(service is { } named ? ServiceTimes.Of(named) : MinutesOfFirst)} <= s.minutes) "
        + (service is { } wished ? $"AND {Does(wished)} " : "")
        + $"AND s.starts_at >= @p0 AND {TakesPlace} AND {WaitingTables.NobodyWaits}";

    /// <summary>No kind's name is a part of another's.</summary>
    private static string Does(WishService service) => $"(e.services = '' OR e.services LIKE '%{service}%')";

    private static Func<DbDataReader, SlotOffer> Reading(WishService? service = null) => row =>
    {
        var work = EveningWork.Read(row.GetString(10));
        return new SlotOffer(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetString(2),
            UtcTime.Read(row.GetDateTime(3)),
            row.IsDBNull(5) ? row.GetInt32(4) : Math.Min(row.GetInt32(4), row.GetInt32(5) / ServiceTimes.Of(service ?? work.First)),
            row.GetInt32(6),
            row.GetString(7),
            row.GetString(8),
            row.GetString(9))
        {
            Services = work,
        };
    };
}

/// <summary>A place as it is offered.</summary>
public sealed record PlaceOffer(string Code, string ShortName);

/// <summary>An evening as it is offered.</summary>
public sealed record EveningOffer(long SessionId, DateOnly Date, string PlaceName);

/// <summary>A half hour as it is offered.</summary>
/// <param name="Free">Seats for which there is time enough.</param>
/// <param name="KeptForVillage">So many of the seats it has are for its own village and those booked for by others, until a day before.</param>
public sealed record SlotOffer(
    long Id, long SessionId, string Letter, DateTime StartsAt, int Free, int KeptForVillage, string PlaceCode, string PlaceName, string PlaceShortName)
{
    public EveningWork Services { get; init; } = EveningWork.All;

    /// <summary>By the clock on the village hall's wall.</summary>
    public DateOnly Day => VietnamTime.DateOf(StartsAt);

    public TimeOnly Hour => TimeOnly.FromDateTime(VietnamTime.ToLocal(StartsAt));

    public bool IsTooLate(DateTime now) => now > StartsAt - Slot.LastCall;
}
