namespace CccdBot.Host.Tests.Telegram;

/// <summary>Telegram's "about" figures: 30 a second in all, 1 a second a chat with short bursts, 20 a minute a group.</summary>
internal sealed class RateLimits(TimeProvider clock, TimeSpan inFlightGrace)
{
    private const int AllPerSecond = 30;
    private const int GroupPerMinute = 20;
    private const int Burst = 5;

    /// <summary>What was sent in time may arrive late on a busy machine, and the next then close behind it.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _all = new();
    private readonly Dictionary<long, (double Tokens, DateTimeOffset At)> _chats = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _groups = [];
    private DateTimeOffset _countedFrom = DateTimeOffset.MaxValue;
    private DateTimeOffset _forbiddenUntil = DateTimeOffset.MinValue;
    private int _refused;
    private int _disobeyed;

    public int Refused => Volatile.Read(ref _refused);

    public int Disobeyed => Volatile.Read(ref _disobeyed);

    public void Forbid(int seconds)
    {
        lock (_gate)
        {
            ForbidFrom(clock.GetUtcNow(), seconds);
        }
    }

    public void CountDisobedience(ApiCall call)
    {
        lock (_gate)
        {
            if (call.IsMessageCall && call.At >= _countedFrom && call.At < _forbiddenUntil)
            {
                _disobeyed++;
            }
        }
    }

    /// <summary>Seconds to wait, or null when the call may pass; a call that passes is counted.</summary>
    public int? Refuse(ApiCall call)
    {
        lock (_gate)
        {
            var wait = call.IsMessageCall ? WaitOf(call) : TimeSpan.Zero;
            if (wait <= TimeSpan.Zero)
            {
                return null;
            }

            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            _refused++;
            if (call.At >= _forbiddenUntil)
            {
                ForbidFrom(call.At, seconds);
            }

            return seconds;
        }
    }

    private void ForbidFrom(DateTimeOffset now, int seconds) =>
        (_countedFrom, _forbiddenUntil) = (now + inFlightGrace, now.AddSeconds(seconds));

    private TimeSpan WaitOf(ApiCall call)
    {
        if (call.At < _forbiddenUntil)
        {
            return _forbiddenUntil - call.At;
        }

        if (!call.IsSend)
        {
            return TimeSpan.Zero;
        }

        var chat = call.ChatId ?? 0;
        var wait = Longest(WaitIn(_all, AllPerSecond, TimeSpan.FromSeconds(1) - OnTheWay, call.At), WaitInChat(chat, call.At), WaitInGroup(chat, call.At));
        if (wait <= TimeSpan.Zero)
        {
            Pass(chat, call.At);
        }

        return wait;
    }

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> waits)
    {
        var longest = TimeSpan.Zero;
        foreach (var wait in waits)
        {
            longest = wait > longest ? wait : longest;
        }

        return longest;
    }

    private static TimeSpan WaitIn(Queue<DateTimeOffset> passed, int most, TimeSpan window, DateTimeOffset now)
    {
        while (passed.TryPeek(out var oldest) && oldest + window <= now)
        {
            passed.Dequeue();
        }

        return passed.Count < most ? TimeSpan.Zero : passed.Peek() + window - now;
    }

    private TimeSpan WaitInChat(long chat, DateTimeOffset now) => TimeSpan.FromSeconds(Math.Max(0, 1 - OnTheWay.TotalSeconds - TokensOf(chat, now)));

    private double TokensOf(long chat, DateTimeOffset now) =>
        _chats.TryGetValue(chat, out var bucket) ? Math.Min(Burst, bucket.Tokens + (now - bucket.At).TotalSeconds) : Burst;

    private TimeSpan WaitInGroup(long chat, DateTimeOffset now) =>
        chat < 0 ? WaitIn(SentIn(chat), GroupPerMinute, TimeSpan.FromMinutes(1), now) : TimeSpan.Zero;

    private Queue<DateTimeOffset> SentIn(long group) => _groups.TryGetValue(group, out var sent) ? sent : _groups[group] = new();

    private void Pass(long chat, DateTimeOffset now)
    {
        _all.Enqueue(now);
        _chats[chat] = (TokensOf(chat, now) - 1, now);
        if (chat < 0)
        {
            SentIn(chat).Enqueue(now);
        }
    }
}
