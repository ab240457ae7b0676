namespace CccdBot.Core.Voices;

/// <summary>A second person's word about a recording, in the chat or on the page: written down, and told to who spoke.</summary>
public sealed class ClipJudge(ClipDesk desk, ClipPost post)
{
    /// <summary>Returns what the second person is told.</summary>
    public string Decide(long clip, bool approves, Guid member, DateTime now)
    {
        var outcome = approves ? desk.Approve(clip, member, now) : desk.Drop(clip, member, now);
        if (outcome == ClipOutcome.Done)
        {
            post.TellSpeaker(desk.Find(clip)!, approves, now);
        }

        return VoicesTexts.Judged(outcome, approves);
    }
}
