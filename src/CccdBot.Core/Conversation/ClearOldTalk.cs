using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

/// <summary>Talk fades: what came in after a week, what was said and asked of officers after thirty days.</summary>
internal sealed class ClearOldTalk(CccdDb db) : IClearsOld
{
    /// <summary>Telegram delivers again for at most a day; a week is a wide margin.</summary>
    private static readonly TimeSpan KeepsIncoming = TimeSpan.FromDays(7);

    private static readonly TimeSpan KeepsOutgoing = TimeSpan.FromDays(30);

    public async Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var (oldIncoming, oldOutgoing) = (now - KeepsIncoming, now - KeepsOutgoing);
        return await db.IncomingMessages.Where(m => m.ReceivedAt < oldIncoming && m.State == IncomingState.Handled).ExecuteDeleteAsync(ct)
            + await db.IncomingMessages.Where(m => m.ReceivedAt < oldOutgoing && m.State == IncomingState.SetAside).ExecuteDeleteAsync(ct)
            + await db.OutgoingMessages.Where(m => m.CreatedAt < oldOutgoing && m.ExpiresAt < now).ExecuteDeleteAsync(ct)
            + await db.HelpRequests.Where(r => r.AskedAt < oldOutgoing).ExecuteDeleteAsync(ct)
            + await db.ChatCodes.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct)
            + await db.DoorCalls.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct)
            + await db.StaffInvites.Where(i => i.ExpiresAt < oldIncoming).ExecuteDeleteAsync(ct)
            + await db.Shifts.Where(s => s.OpenedAt < oldIncoming).ExecuteDeleteAsync(ct)
            + await BlankQuestionsAsync(oldOutgoing, ct);
    }

    /// <summary>Their number stays: how often the bot did not know is worth knowing, who asked what is not.</summary>
    private Task<int> BlankQuestionsAsync(DateTime before, CancellationToken ct) => db.UnansweredQuestions
        .Where(q => q.AskedAt < before && q.Text != "")
        .ExecuteUpdateAsync(set => set.SetProperty(q => q.Text, "").SetProperty(q => q.PersonId, (PersonId?)null), ct);
}
