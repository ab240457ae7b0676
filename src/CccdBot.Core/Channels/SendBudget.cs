namespace CccdBot.Core.Channels;

/// <summary>How much a channel lets us send.</summary>
/// <param name="PerSecond">Messages a second over all chats.</param>
/// <param name="BurstPerChat">Messages one chat takes at once before <paramref name="PauseInChat"/> counts.</param>
/// <param name="PauseInChat">The mean time between messages to one chat.</param>
/// <param name="PauseInGroup">The same for a group.</param>
public sealed record SendBudget(double PerSecond, int BurstPerChat, TimeSpan PauseInChat, TimeSpan PauseInGroup)
{
    /// <summary>For a channel of our own, where no one counts.</summary>
    public static SendBudget Unlimited { get; } = new(double.PositiveInfinity, int.MaxValue, TimeSpan.Zero, TimeSpan.Zero);
}
