using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;

namespace CccdBot.Core.Booking.Visits;

/// <summary>Tells the officers' own chats that something waits on their page; never whose it is.</summary>
public sealed class DutyPost(StaffChats chats, Outbox outbox)
{
    public async Task TellAsync(Reply reply, DateTime now, CancellationToken ct)
    {
        foreach (var chat in await chats.OthersThanAsync(default, ct))
        {
            outbox.Add(OutgoingMessage.For(chat, MessageKind.Duty, reply, now));
        }
    }
}
