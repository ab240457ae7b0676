using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.People.Staff;

/// <summary>The secret address from which an officer's own calendar fetches the evenings; only its hash is kept, and a new one ends the old.</summary>
public sealed class CalendarLink
{
    public required Guid StaffId { get; init; }

    public required string Hash { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>Makes a new key for this officer and returns it, for the only time.</summary>
    public static async Task<string> RenewAsync(CccdDb db, Guid staff, DateTime now, CancellationToken ct)
    {
        var key = OneTimeCode.NewKey();
        await db.CalendarLinks.Where(link => link.StaffId == staff).ExecuteDeleteAsync(ct);
        db.Add(new CalendarLink { StaffId = staff, Hash = OneTimeCode.HashOf(key), MadeAt = now });
        await db.SaveChangesAsync(ct);
        return key;
    }

    /// <summary>Whose key this is; null when it was renewed, was never made, or they work here no more.</summary>
    public static async Task<StaffMember?> WhoseAsync(CccdDb db, string key, CancellationToken ct)
    {
        var (hash, links) = (OneTimeCode.HashOf(key), db.CalendarLinks);
        return await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.EndedAt == null && links.Any(link => link.Hash == hash && link.StaffId == s.Id), ct);
    }
}
