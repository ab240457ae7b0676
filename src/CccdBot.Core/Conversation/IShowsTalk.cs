using CccdBot.Core.Channels;

namespace CccdBot.Core.Conversation;

/// <summary>A channel that keeps the talk itself, to show it again, and must let a name go when its bearer has not agreed.</summary>
public interface IShowsTalk
{
    void TakeOutName(ChannelAddress chat, string name);
}
