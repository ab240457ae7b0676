using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>What has been said in a chat so far; its words can be taken out, the rows stay to know an old delivery by.</summary>
public sealed class PastTalk(Statements sql, Outbox outbox)
{
    public void Blank(ChannelAddress chat)
    {
        sql.Execute(
            "UPDATE incoming_messages SET text = '' WHERE channel = @p0 AND address = @p1 AND state <> 'Waiting'", chat.Channel, chat.Address);
        outbox.BlankSaid(chat);
    }
}
