using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>The one-time code by which an officer's own chat is linked; it is good for a day.</summary>
public sealed class ChatCode
{
    /// <summary>No digits, which would be covered like those of a card, and no letters that look alike.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>More than a hundred thousand million of them: nobody guesses one within the day.</summary>
    private const int Length = 8;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Hash { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>As it stands in a link that opens the chat.</summary>
    public static string InLink(string code) => OnDuty.InLink + code;

    /// <summary>A new code for this officer; an earlier one that was not used is void.</summary>
    public static async Task<string> IssueAsync(CccdDb db, Guid staff, DateTime now, CancellationToken ct)
    {
        await db.ChatCodes.Where(code => code.StaffId == staff && code.UsedAt == null).ExecuteDeleteAsync(ct);
        var code = OneTimeCode.New(Letters, Length);
        db.Add(new ChatCode { Hash = OneTimeCode.HashOf(code), StaffId = staff, ExpiresAt = now + Lasts });
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Spends the code and names its officer; null when it is wrong, old or already spent.</summary>
    internal static async Task<Guid?> SpendAsync(CccdDb db, string typed, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(typed);
        var spent = await db.ChatCodes.Where(code => code.Hash == hash && code.UsedAt == null && code.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now), ct);
        return spent == 0 ? null : await db.ChatCodes.Where(code => code.Hash == hash).Select(code => code.StaffId).FirstAsync(ct);
    }
}
