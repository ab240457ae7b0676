using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.People;

/// <summary>The one-time code, printed at start, by which the first chief of police comes in.</summary>
/// <remarks>Only its hash is kept. While no one has used one, each start makes a new code and the older ones are void.</remarks>
public sealed class FirstChiefCode
{
    /// <summary>80 bits, without letters that look alike on a screen.</summary>
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 16;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Hash { get; init; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>Makes a new code, voiding unused ones; null when the first chief is already in.</summary>
    /// <param name="keepsUnused">Another node may have printed one: it stays good, and none is made.</param>
    public static async Task<string?> IssueFirstAsync(CccdDb db, bool keepsUnused, CancellationToken ct)
    {
        var (staff, codes) = (db.StaffMembers, db.FirstChiefCodes);
        return await staff.AnyAsync(ct) || (keepsUnused && await codes.AnyAsync(ct)) ? null : await IssueAsync(db, ct);
    }

    /// <summary>Makes a new code, voiding unused ones, for whoever sits at the server: a shift is over, a browser was closed.</summary>
    public static async Task<string> IssueAsync(CccdDb db, CancellationToken ct)
    {
        await db.FirstChiefCodes.Where(code => code.UsedAt == null).ExecuteDeleteAsync(ct);
        var code = OneTimeCode.New(Letters, Length);
        db.Add(new FirstChiefCode { Hash = OneTimeCode.HashOf(code) });
        await db.SaveChangesAsync(ct);
        return string.Join('-', code.Chunk(4).Select(four => new string(four)));
    }

    /// <summary>Spends the code and names whom it lets in: the chief there is, of several the one who is so longest, and the first chief where there is none.</summary>
    /// <returns>Null when it is wrong, void or already spent.</returns>
    public static async Task<StaffMember?> SpendAsync(CccdDb db, string typed, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(typed);
        var spent = await db.FirstChiefCodes
            .Where(code => code.Hash == hash && code.UsedAt == null)
            .ExecuteUpdateAsync(code => code.SetProperty(c => c.UsedAt, now), ct);
        if (spent == 0)
        {
            return null;
        }

        if (await db.StaffMembers.AsNoTracking().Where(s => s.Role == Role.Chief && s.EndedAt == null).OrderBy(s => s.Since).ThenBy(s => s.Id).FirstOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var chief = new StaffMember { Since = now };
        db.Add(chief);
        await db.SaveChangesAsync(ct);
        return chief;
    }
}
