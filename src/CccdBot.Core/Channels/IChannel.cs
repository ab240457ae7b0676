namespace CccdBot.Core.Channels;

/// <summary>A way to reach people: it speaks its own wire and says honestly how each try ended.</summary>
public interface IChannel
{
    /// <summary>Short and lasting: it is written beside every address.</summary>
    string Name { get; }

    SendBudget Budget { get; }

    /// <summary>Where a group is asked to go for a private talk; null where there are no groups.</summary>
    string? PrivateTalk { get; }

    bool IsGroup(string address);

    /// <summary>Fetches a voice that someone spoke into the channel; null where it cannot ever be had, and throws what stands in the way where it cannot be had now.</summary>
    Task<byte[]?> FetchAsync(string file, CancellationToken ct) => Task.FromResult<byte[]?>(null);

    /// <summary>Hands one message to the channel, once: no silent retries inside.</summary>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct);
}
