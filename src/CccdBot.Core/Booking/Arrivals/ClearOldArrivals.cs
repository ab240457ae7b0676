using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>Thirty days after an evening the names of those who came without a booking go, and what was written about anyone's papers.</summary>
internal sealed class ClearOldArrivals(CccdDb db) : IClearsOld
{
    private static readonly TimeSpan KeepsNames = TimeSpan.FromDays(30);

    /// <summary>No browser sends a tap again after so long.</summary>
    private static readonly TimeSpan KeepsTaps = TimeSpan.FromDays(7);

    public async Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var (old, oldTaps) = (now - KeepsNames, now - KeepsTaps);
        var over = db.Sessions.Where(s => s.StartsAt < old);
        var past = db.Arrivals.Where(a => over.Any(s => s.Id == a.SessionId));
        return await past.Where(a => a.Name != null).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, (string?)null), ct)
            + await db.HallDeeds.Where(d => d.Words != null && past.Any(a => a.Id == d.ArrivalId)).ClearWordsAsync(ct)
            + await db.HallTaps.Where(tap => tap.At < oldTaps).ExecuteDeleteAsync(ct);
    }
}

/// <summary>What of a deed may be about someone.</summary>
internal static class DeedClearing
{
    public static Task<int> ClearWordsAsync(this IQueryable<HallDeed> deeds, CancellationToken ct) =>
        deeds.ExecuteUpdateAsync(set => set.SetProperty(d => d.Words, (string?)null), ct);
}
