using CccdBot.Core.Channels;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>Tells the police's own chats that something waits, or what became of it; never whose it is.</summary>
public sealed class DutyPost(StaffChats chats, Outbox outbox)
{
    /// <summary>Tells all officers, the chief among them.</summary>
    public async Task TellAsync(Reply reply, DateTime now, CancellationToken ct) => Tell(await chats.OthersThanAsync(default, ct), reply, now);

    public async Task TellChiefsAsync(Reply reply, DateTime now, CancellationToken ct) => Tell(await chats.OfAsync([Role.Chief], ct), reply, now);

    /// <summary>Someone has come in by the code of the server, as a chief.</summary>
    public Task TellOfServerCodeAsync(DateTime now, CancellationToken ct) => TellChiefsAsync(DutyTexts.CameInByServerCode, now, ct);

    /// <summary>Tells these members, each in their own chats; returns how many chats that are.</summary>
    public async Task<int> TellMembersAsync(IReadOnlyCollection<Guid> members, Reply reply, DateTime now, CancellationToken ct)
    {
        var theirs = await chats.OfMembersAsync(members, ct);
        Tell(theirs, reply, now);
        return theirs.Count;
    }

    private void Tell(List<ChannelAddress> them, Reply reply, DateTime now) =>
        them.ForEach(chat => outbox.Add(OutgoingMessage.For(chat, MessageKind.Duty, reply, now)));
}
