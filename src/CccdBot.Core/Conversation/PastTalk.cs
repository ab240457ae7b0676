using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

/// <summary>What has been said in a chat so far; its words can be taken out, the rows stay to know an old delivery by.</summary>
public sealed class PastTalk(CccdDb db, Outbox outbox)
{
    public async Task BlankAsync(ChannelAddress chat, CancellationToken ct)
    {
        var (channel, address) = chat;
        await db.IncomingMessages.Where(m => m.Channel == channel && m.Address == address && m.State != IncomingState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, ""), ct);
        outbox.BlankSaid(chat);
    }
}
