using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Visits;

/// <summary>Tells a family what officers have decided, in a chat of theirs that is open; what is older and has not left yet is called back.</summary>
public sealed class FamilyPost(Statements sql, Reach reach, Outbox outbox)
{
    /// <summary>Where no chat is open nothing is written: the staff page shows whom to call.</summary>
    public void Tell(PersonId person, Reply reply, string about, DateTime now)
    {
        CallBack(about);
        if (reach.Of(person) is { } chat)
        {
            var told = OutgoingMessage.For(chat, MessageKind.Visit, reply, now);
            told.KeepFor(about);
            outbox.Add(told);
        }
    }

    /// <summary>What has not left yet is not told any more.</summary>
    public void CallBack(string about) => outbox.CallBack(about, MessageKind.Visit);

    /// <summary>What was decided then could not be told in any chat: somebody has to call.</summary>
    public bool IsUnreached(string about, DateTime since) => sql.First(
        "SELECT state FROM outgoing_messages WHERE about = @p0 AND kind = 'Visit' AND created_at >= @p1 ORDER BY id DESC LIMIT 1",
        row => row.GetString(0),
        about,
        since) is null or nameof(OutgoingState.Refused) or nameof(OutgoingState.Unknown) or nameof(OutgoingState.Expired);
}
