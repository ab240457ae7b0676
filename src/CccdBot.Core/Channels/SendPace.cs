namespace CccdBot.Core.Channels;

/// <summary>Keeps one channel's budget: so many in any second over all chats, and one chat after the other catches its breath.</summary>
internal sealed class SendPace(SendBudget budget, Func<string, bool> isGroup)
{
    /// <summary>Reminders and notices leave this share of the budget to those who are talking with us right now.</summary>
    private const double ShareOfBulk = 25.0 / 30.0;

    /// <summary>A little over a second, as requests may bunch up on their way.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.05);

    private readonly Queue<DateTime> _lastSecond = new();
    private readonly Dictionary<string, DateTime> _chatIsFreeFrom = new(StringComparer.Ordinal);

    /// <summary>True when this message may leave now; it is then counted.</summary>
    public bool TryTake(OutgoingMessage message, DateTime now)
    {
        if (double.IsPositiveInfinity(budget.PerSecond))
        {
            return true;
        }

        if (!RoomInThisSecond(message, now) || !ChatIsReady(message.Address, now))
        {
            return false;
        }

        _lastSecond.Enqueue(now);
        return true;
    }

    private bool RoomInThisSecond(OutgoingMessage message, DateTime now)
    {
        while (_lastSecond.TryPeek(out var oldest) && oldest + Window <= now)
        {
            _lastSecond.Dequeue();
        }

        var isBulk = message.Priority >= DeliveryPolicy.Of(MessageKind.Reminder).Priority;
        return _lastSecond.Count < Math.Floor(isBulk ? budget.PerSecond * ShareOfBulk : budget.PerSecond);
    }

    /// <summary>The generic cell rate: each message moves the chat's own clock on by one pause, and a burst may run ahead of it.</summary>
    private bool ChatIsReady(string address, DateTime now)
    {
        var (pause, burst) = isGroup(address) ? (budget.PauseInGroup, 1) : (budget.PauseInChat, budget.BurstPerChat);
        var freeFrom = _chatIsFreeFrom.GetValueOrDefault(address, now);
        if (freeFrom - now > pause * (burst - 1))
        {
            return false;
        }

        ForgetIdleChats(now);
        _chatIsFreeFrom[address] = (freeFrom > now ? freeFrom : now) + pause;
        return true;
    }

    private void ForgetIdleChats(DateTime now)
    {
        const int WorthTidying = 10_000;
        if (_chatIsFreeFrom.Count > WorthTidying)
        {
            foreach (var (address, _) in _chatIsFreeFrom.Where(chat => chat.Value <= now).ToList())
            {
                _chatIsFreeFrom.Remove(address);
            }
        }
    }
}
