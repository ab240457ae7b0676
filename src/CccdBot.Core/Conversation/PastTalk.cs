using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>What has been said in a chat so far; its words can be taken out, the rows stay to know an old delivery by.</summary>
public sealed class PastTalk(Statements sql, Outbox outbox, IEnumerable<IShowsTalk> pages)
{
    public void Blank(ChannelAddress chat)
    {
        BlankHeard(chat);
        outbox.BlankSaid(chat);
    }

    /// <summary>A name its bearer did not agree to have kept goes out of everything said; the buttons stay.</summary>
    public void TakeOutName(ChannelAddress chat, string name)
    {
        BlankHeard(chat);
        outbox.TakeOutName(chat, name);
        foreach (var page in pages)
        {
            page.TakeOutName(chat, name);
        }
    }

    private void BlankHeard(ChannelAddress chat) => sql.Execute(
        "UPDATE incoming_messages SET text = '' WHERE channel = @p0 AND address = @p1 AND state <> 'Waiting'", chat.Channel, chat.Address);
}
