using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>Who was told what goes after ninety days; the notice itself stays, for whoever asks whether it was ours.</summary>
internal sealed class ClearOldNotices(CccdDb db) : IClearsOld
{
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(90);

    public async Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var (old, notices) = (now - Keeps, db.Notices);
        return await db.RelayTasks.Where(t => t.SessionId == null && notices.Any(n => n.Id == t.NoticeId && n.EndedAt < old)).ExecuteDeleteAsync(ct)
            + await db.NoticeReceipts.Where(r => notices.Any(n => n.Id == r.NoticeId && n.EndedAt < old)).ExecuteDeleteAsync(ct)
            + await db.NoticeChecks.Where(check => check.At < old).ExecuteDeleteAsync(ct);
    }
}
