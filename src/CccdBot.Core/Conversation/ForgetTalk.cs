using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

/// <summary>Blanks what was said in a person's chats. The rows stay, as an old delivery that comes again must still be known.</summary>
internal sealed class ForgetTalk(CccdDb db, Outbox outbox, PastTalk past) : IForgetsPerson
{
    public async Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        await db.HelpRequests.Where(request => request.PersonId == person).ExecuteDeleteAsync(ct);
        foreach (var (channel, address) in addresses)
        {
            var chat = new ChannelAddress(channel, address);
            outbox.DropWaiting(chat);
            past.Blank(chat);
        }
    }
}
