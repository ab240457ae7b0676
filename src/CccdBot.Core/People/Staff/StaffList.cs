using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.People.Staff;

/// <summary>Who may come in, and who is in: asked at every step, so that whoever is removed is out at the next one.</summary>
public sealed class StaffList(CccdDb db)
{
    /// <summary>A laptop left alone in the hall closes by itself (OWASP ASVS 7.3.1).</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);

    /// <summary>A shift; then the door closes also on who never paused (OWASP ASVS 7.3.2).</summary>
    public static readonly TimeSpan LongestShift = TimeSpan.FromHours(8);

    /// <summary>Being seen is written down so often at most.</summary>
    private static readonly TimeSpan SeenAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Opens a shift and returns the key for the browser; only its hash is kept.</summary>
    public async Task<string> OpenShiftAsync(Guid staff, DateTime now, CancellationToken ct)
    {
        var key = OneTimeCode.NewKey();
        db.Add(new Shift { Hash = OneTimeCode.HashOf(key), StaffId = staff, OpenedAt = now, SeenAt = now });
        await db.SaveChangesAsync(ct);
        return key;
    }

    /// <summary>Who is at work with this key; null when the shift is over, was idle too long, or they were removed.</summary>
    /// <param name="alsoIdle">For what stays on a wall while nobody touches anything.</param>
    public async Task<OnShift?> AtWorkAsync(string key, DateTime now, CancellationToken ct, bool alsoIdle = false)
    {
        var (hash, staff) = (OneTimeCode.HashOf(key), db.StaffMembers);
        var (seenAfter, openedAfter) = (now - (alsoIdle ? LongestShift : LongestIdle), now - LongestShift);
        var found = await db.Shifts.AsNoTracking().Where(s => s.Hash == hash && s.EndedAt == null && s.SeenAt > seenAfter && s.OpenedAt > openedAfter)
            .Select(s => new { s.SeenAt, Who = staff.FirstOrDefault(member => member.Id == s.StaffId && member.EndedAt == null) })
            .FirstOrDefaultAsync(ct);
        return found?.Who is { } who ? new OnShift(who, now - found.SeenAt >= SeenAgainAfter) : null;
    }

    public Task SeeAsync(string key, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(key);
        return db.Shifts.Where(s => s.Hash == hash && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct);
    }

    public Task EndShiftAsync(string key, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(key);
        return db.Shifts.Where(s => s.Hash == hash && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
    }

    /// <summary>Takes someone off the list: page and chat are shut for them at once. False for the last chief, or when they are off already.</summary>
    public async Task<bool> RemoveAsync(Guid id, DateTime now, CancellationToken ct)
    {
        var staff = db.StaffMembers;
        // Two chiefs who remove each other in one moment would leave none: the second waits here for the first.
        await staff.Where(s => s.Role == Role.Chief).ExecuteUpdateAsync(set => set.SetProperty(s => s.Role, s => s.Role), ct);
        return await staff
            .Where(s => s.Id == id && s.EndedAt == null
                && (s.Role != Role.Chief || staff.Any(other => other.Id != id && other.EndedAt == null && other.Role == Role.Chief)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct) > 0;
    }

    public Task<StaffMember?> FindAsync(Guid id, CancellationToken ct) =>
        db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.EndedAt == null, ct);
}

/// <summary>Someone at work, and whether it is time to write down that they were seen.</summary>
public sealed record OnShift(StaffMember Who, bool IsToBeSeen);
