using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>The page as a channel: a line is delivered when it is written in the chat; open pages are woken to fetch it.</summary>
internal sealed class WebChatChannel(WriteGate gate, ChatBells bells) : IChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public SendBudget Budget => SendBudget.Unlimited;

    public string? PrivateTalk => null;

    public bool IsGroup(string address) => false;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        await gate.RunAsync<ChatLines>(lines => lines.WriteOurs(message));
        bells.Ring(message.Address);
        return new SendResult.Sent(null);
    }
}
