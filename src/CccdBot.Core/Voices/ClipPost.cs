using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Voices;

/// <summary>Takes in what was fetched and tells those who have to do with it.</summary>
public sealed class ClipPost(ClipDesk desk, Enclosures enclosures, StaffChats chats, Outbox outbox)
{
    /// <summary>Keeps the voice and asks the others to hear it; who spoke is told when it is none.</summary>
    /// <param name="voice">Null when it could not be had.</param>
    /// <returns>False when another node was first.</returns>
    internal async Task<bool> TakeInAsync(Clip clip, byte[]? voice, DateTime now, CancellationToken ct)
    {
        if (voice is null || voice.Length > Enclosure.LargestContent || OggOpus.SecondsOf(voice) is not (> 0 and <= Clip.Longest and var seconds))
        {
            return desk.Fail(clip.Id) && Tell(new(clip.Channel, clip.Address), VoicesTexts.NotUsable(clip), clip, now);
        }

        var kept = await enclosures.AddAsync(EnclosureKind.Voice, voice, ct);
        if (!desk.Arrived(clip.Id, kept, seconds))
        {
            enclosures.ThrowAway(kept.Id);
            return false;
        }

        foreach (var chat in await ListenersAsync(clip, ct))
        {
            Tell(chat, VoicesTexts.PleaseHear(clip, kept), clip, now);
        }

        return true;
    }

    /// <summary>How it was decided, for who spoke.</summary>
    internal void TellSpeaker(Clip clip, bool isApproved, DateTime now) => Tell(new(clip.Channel, clip.Address), VoicesTexts.Decided(clip, isApproved), clip, now);

    /// <summary>Everyone who may say whether it is good, and did not speak it: the language is known to few.</summary>
    private async Task<List<ChannelAddress>> ListenersAsync(Clip clip, CancellationToken ct)
    {
        var own = await chats.OfMembersAsync([clip.RecordedBy], ct);
        return [.. (await chats.OfAsync([Role.Chief, Role.Officer, Role.Volunteer], ct)).Except(own)];
    }

    private bool Tell(ChannelAddress chat, Reply reply, Clip clip, DateTime now)
    {
        var message = OutgoingMessage.For(chat, MessageKind.Duty, reply, now);
        message.KeepFor(VoicesTexts.AboutOf(clip.Id));
        outbox.Add(message);
        return true;
    }
}
