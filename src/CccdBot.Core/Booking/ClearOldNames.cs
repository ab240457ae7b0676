using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

/// <summary>Thirty days after the last appointment the name goes, as was promised; the count of who came stays.</summary>
internal sealed class ClearOldNames(CccdDb db) : IClearsOld
{
    private static readonly TimeSpan KeepsNames = TimeSpan.FromDays(30);

    public Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var old = now - KeepsNames;
        var reservations = db.Reservations;
        return db.People
            .Where(p => (p.Name != null || p.HomePlace != null) && p.CreatedAt < old && !reservations.Any(r => r.PersonId == p.Id && r.Slot!.StartsAt >= old))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Name, (string?)null)
                    .SetProperty(p => p.HomePlace, (string?)null)
                    .SetProperty(p => p.ConsentedAt, (DateTime?)null)
                    .SetProperty(p => p.ConsentText, (int?)null),
                ct);
    }
}
