using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Visits;

/// <summary>Thirty days after a visit or a trip is over its names and words go, as was promised.</summary>
internal sealed class ClearOldVisits(CccdDb db) : IClearsOld
{
    private static readonly TimeSpan KeepsWords = TimeSpan.FromDays(30);

    public async Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var (old, oldDay) = (now - KeepsWords, VietnamTime.DateOf(now - KeepsWords));
        var over = db.Trips.Where(t => t.State == TripState.Done && t.Day < oldDay);
        var cleared = await db.HomeVisits.Where(v => v.Name != null && v.ChangedAt < old && !VisitChange.Open.Contains(v.State)).ClearWordsAsync(ct);
        return cleared + await db.TripSeats
            .Where(s => s.Name != null && ((s.State == TripSeatState.Left && s.JoinedAt < old) || over.Any(t => t.Id == s.TripId))).ClearNamesAsync(ct);
    }
}

/// <summary>What of a visit or a trip is somebody's own words.</summary>
internal static class VisitClearing
{
    public static Task<int> ClearWordsAsync(this IQueryable<HomeVisit> visits, CancellationToken ct) => visits.ExecuteUpdateAsync(
        set => set.SetProperty(v => v.Name, (string?)null).SetProperty(v => v.Home, (string?)null)
            .SetProperty(v => v.Village, (string?)null).SetProperty(v => v.GoodDays, ""),
        ct);

    public static Task<int> ClearNamesAsync(this IQueryable<TripSeat> seats, CancellationToken ct) =>
        seats.ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, (string?)null), ct);
}
