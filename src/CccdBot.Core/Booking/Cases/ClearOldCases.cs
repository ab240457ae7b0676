using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Cases;

/// <summary>Thirty days after a case was decided or withdrawn its words go; that there was one stays.</summary>
internal sealed class ClearOldCases(CccdDb db) : IClearsOld
{
    private static readonly TimeSpan KeepsWords = TimeSpan.FromDays(30);

    public Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var old = now - KeepsWords;
        return db.DataCases.Where(c => c.DecidedAt < old && c.Claim != "")
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Claim, "").SetProperty(c => c.Answer, (string?)null), ct);
    }
}
