namespace CccdBot.Core.Channels;

/// <summary>How one try to send ended: not sent (try later), decided (sent, gone, refused) or unknown.</summary>
/// <remarks>No chat platform takes a key that would make a second try harmless, so "unknown" must be a class of its own.</remarks>
public abstract record SendResult
{
    /// <summary>The channel took it.</summary>
    public sealed record Sent(string? ProviderMessageId) : SendResult;

    /// <summary>Surely not sent; the whole channel rests for so long before the next try.</summary>
    public sealed record TryLater(string Problem, TimeSpan? After = null) : SendResult;

    /// <summary>Refused for good because nobody is there: blocked, deactivated, never started.</summary>
    public sealed record Gone(string Problem) : SendResult;

    /// <summary>Refused for good because the message is wrong: ours to mend, trying again cannot help.</summary>
    public sealed record Refused(string Problem) : SendResult;

    /// <summary>The request left and no answer came: it may have arrived.</summary>
    public sealed record Unknown(string Problem) : SendResult;
}
