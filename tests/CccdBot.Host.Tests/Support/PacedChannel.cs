using CccdBot.Core.Channels;

namespace CccdBot.Host.Tests.Support;

/// <summary>A channel as the outbox sees it: a name and a budget; nothing is ever handed to it.</summary>
internal sealed record PacedChannel(string Name, SendBudget Budget) : IChannel
{
    public string? PrivateTalk => null;

    public bool IsGroup(string address) => address.StartsWith('-');

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct) => throw new NotSupportedException("Nothing is sent in this test.");
}
