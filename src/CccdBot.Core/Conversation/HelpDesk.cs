using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

/// <summary>Where an officer's answer is handed to the citizen who asked for one.</summary>
public sealed class HelpDesk(CccdDb db, Outbox outbox)
{
    /// <summary>Sends the officer's words to the chat the request came from; false when someone has already answered.</summary>
    public async Task<bool> AnswerAsync(long requestId, string words, DateTime now, CancellationToken ct)
    {
        var answered = await db.HelpRequests.Where(r => r.Id == requestId && r.AnsweredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AnsweredAt, now), ct);
        if (answered == 0)
        {
            return false;
        }

        var request = await db.HelpRequests.AsNoTracking().FirstAsync(r => r.Id == requestId, ct);
        var reply = OutgoingMessage.For(
            new ChannelAddress(request.Channel, request.Address), MessageKind.FromStaff, ConversationTexts.FromStaff(IdNumbers.Mask(words)), now);
        outbox.Add(reply);
        return true;
    }
}
