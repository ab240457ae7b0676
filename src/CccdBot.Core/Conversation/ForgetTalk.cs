using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

/// <summary>Blanks what was said in a person's chats. The rows stay, as an old delivery that comes again must still be known.</summary>
internal sealed class ForgetTalk(CccdDb db, Outbox outbox, Dialogues dialogues, StaffChats chats, PastTalk past, TimeProvider clock) : IForgetsPerson
{
    public async Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        await ForgetRequestsAsync(person, ct);
        await db.UnansweredQuestions.Where(question => question.PersonId == person).ExecuteDeleteAsync(ct);
        foreach (var (channel, address) in addresses)
        {
            var chat = new ChannelAddress(channel, address);
            outbox.DropWaiting(chat);
            past.Blank(chat);
            dialogues.Release(chat, clock.GetUtcNow().UtcDateTime);
            await db.StaffInvites.Where(i => i.Channel == channel && i.Address == address && i.EndedAt == null).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>What officers' own chats were told of them goes too.</summary>
    private async Task ForgetRequestsAsync(PersonId person, CancellationToken ct)
    {
        var theirs = db.HelpRequests.Where(request => request.PersonId == person);
        foreach (var id in await theirs.Select(request => request.Id).ToListAsync(ct))
        {
            await chats.LeaveAsync(id, ct);
            past.BlankAbout(HelpRequest.AboutOf(id));
        }

        await theirs.ExecuteDeleteAsync(ct);
    }
}
