using CccdBot.Core.Channels;

namespace CccdBot.Core.Conversation;

/// <summary>A channel that keeps the talk itself, to show it again, and must let a name go when its bearer has not agreed.</summary>
public interface IShowsTalk
{
    void TakeOutName(ChannelAddress chat, string name);

    /// <summary>Lets the words of all messages go that are about this.</summary>
    void BlankAbout(string about);
}
