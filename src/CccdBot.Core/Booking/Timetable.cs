using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

/// <summary>What can still be chosen: places, evenings and half hours with a free seat.</summary>
public sealed class Timetable(CccdDb db)
{
    /// <summary>Places that have a free seat on some evening to come.</summary>
    public Task<List<Place>> PlacesAsync(DateTime now, CancellationToken ct)
    {
        var open = Open(now);
        return db.Places.AsNoTracking().Where(p => open.Any(s => s.Session!.PlaceCode == p.Code))
            .OrderBy(p => p.Position).ToListAsync(ct);
    }

    /// <summary>Evenings at a place that have a free seat, soonest first.</summary>
    public Task<List<Session>> EveningsAsync(string placeCode, DateTime now, int skip, int most, CancellationToken ct)
    {
        var open = Open(now);
        return db.Sessions.AsNoTracking()
            .Where(e => e.PlaceCode == placeCode && open.Any(s => s.SessionId == e.Id))
            .OrderBy(e => e.StartsAt).Skip(skip).Take(most).ToListAsync(ct);
    }

    /// <summary>Half hours of an evening that have a free seat.</summary>
    public Task<List<Slot>> TimesAsync(long sessionId, DateTime now, CancellationToken ct) =>
        Open(now).Where(s => s.SessionId == sessionId).OrderBy(s => s.StartsAt).ToListAsync(ct);

    /// <summary>Free half hours at the same place, nearest to the wished one first.</summary>
    public async Task<List<Slot>> NearestToAsync(long sessionId, DateTime wished, DateTime now, int most, CancellationToken ct)
    {
        var place = await PlaceOfAsync(sessionId, ct);
        var open = await Open(now).Where(s => s.Session!.PlaceCode == place.Code).ToListAsync(ct);
        return [.. open.OrderBy(s => (s.StartsAt - wished).Duration()).Take(most).OrderBy(s => s.StartsAt)];
    }

    public Task<Place> PlaceOfAsync(long sessionId, CancellationToken ct)
    {
        var sessions = db.Sessions;
        return db.Places.AsNoTracking().FirstAsync(p => sessions.Any(e => e.Id == sessionId && e.PlaceCode == p.Code), ct);
    }

    private IQueryable<Slot> Open(DateTime now)
    {
        var earliest = now + Slot.LastCall;
        return db.Slots.AsNoTracking().Where(s => s.Taken < s.Capacity && s.StartsAt >= earliest);
    }
}
