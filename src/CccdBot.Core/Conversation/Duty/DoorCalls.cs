using System.Security.Cryptography;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>The way to the desk by chat: the page shows a number, the officer says in the own chat which of three it is.</summary>
/// <remarks>Nothing secret stands in an address, and nothing is spent by looking: a preview of a link changes nothing.</remarks>
public sealed class DoorCalls(CccdDb db, Statements sql)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);

    /// <summary>So many numbers are offered.</summary>
    internal const int Offered = 3;

    private const int Lowest = 10;
    private const int Highest = 99;

    /// <summary>A browser rings; null while so many ring that no number is left.</summary>
    public async Task<(string Key, int Number)?> RingAsync(DateTime now, CancellationToken ct)
    {
        sql.Alone("door calls");
        var taken = await Open(now).Select(call => call.Number).ToListAsync(ct);
        var free = Enumerable.Range(Lowest, Highest - Lowest + 1).Except(taken).ToArray();
        if (free.Length == 0)
        {
            return null;
        }

        var (key, number) = (OneTimeCode.NewKey(), RandomNumberGenerator.GetItems<int>(free, 1)[0]);
        db.Add(new DoorCall { Hash = OneTimeCode.HashOf(key), Number = number, ExpiresAt = now + Lasts });
        await db.SaveChangesAsync(ct);
        return (key, number);
    }

    /// <summary>The call of this browser; null when it is over.</summary>
    public Task<DoorCall?> FindAsync(string key, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(key);
        return db.DoorCalls.AsNoTracking().FirstOrDefaultAsync(call => call.Hash == hash && call.UsedAt == null && call.ExpiresAt > now, ct);
    }

    /// <summary>Spends it and names who was let in; null when nobody said that it is theirs, or it is over.</summary>
    public async Task<Guid?> SpendAsync(string key, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(key);
        var spent = await db.DoorCalls.Where(call => call.Hash == hash && call.StaffId != null && call.UsedAt == null && call.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.UsedAt, now), ct);
        return spent == 0 ? null : await db.DoorCalls.Where(call => call.Hash == hash).Select(call => call.StaffId).FirstAsync(ct);
    }

    /// <summary>Three numbers in no order, those on the newest screens among them; empty when no screen waits.</summary>
    internal async Task<IReadOnlyList<int>> ChoicesAsync(DateTime now, CancellationToken ct)
    {
        var waiting = await Open(now).Where(call => call.StaffId == null).OrderByDescending(call => call.ExpiresAt).Select(call => call.Number)
            .Take(Offered).ToListAsync(ct);
        if (waiting.Count == 0)
        {
            return [];
        }

        var others = Enumerable.Range(Lowest, Highest - Lowest + 1).Except(waiting).ToArray();
        RandomNumberGenerator.Shuffle<int>(others);
        int[] choices = [.. waiting, .. others.Take(Offered - waiting.Count)];
        RandomNumberGenerator.Shuffle<int>(choices);
        return choices;
    }

    /// <summary>The screen with this number is theirs; false when no screen shows it.</summary>
    internal async Task<bool> AnswerAsync(int number, Guid staff, DateTime now, CancellationToken ct) =>
        await Open(now).Where(call => call.Number == number && call.StaffId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.StaffId, staff), ct) > 0;

    private IQueryable<DoorCall> Open(DateTime now) => db.DoorCalls.Where(call => call.UsedAt == null && call.ExpiresAt > now);
}
