using CccdBot.Core.Channels;

namespace CccdBot.Core.Conversation;

/// <summary>What a message turned out to be.</summary>
internal abstract record Heard
{
    /// <summary>Something for a topic.</summary>
    /// <param name="Tapped">The button stood on a message that may now be replaced by the answer.</param>
    public sealed record Wish(ITopic Topic, string Step = "", string Value = "", string Text = "", bool Tapped = false, Recording? Recording = null) : Heard;

    /// <summary>Nothing for a topic, but something must be said to it.</summary>
    public sealed record Remark(Reply Reply) : Heard;

    /// <summary>Words for the officer who is talking here; the bot keeps out of it.</summary>
    public sealed record ForOfficer : Heard;

    /// <summary>Nothing to say, such as the second of two taps.</summary>
    public sealed record Silence : Heard;
}
