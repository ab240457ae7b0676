using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Support;

/// <summary>A clock the test holds in its hand, and which tells when somebody has begun to wait by it.</summary>
public sealed class HeldClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <summary>A Thursday: the first evening offered is the one of the same day.</summary>
    public static readonly DateTimeOffset ThursdayMorning = new(2026, 11, 26, 8, 0, 0, TimeSpan.FromHours(7));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private TaskCompletionSource _another = NewSignal();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _waits.Add(dueTime);
            _another.TrySetResult();
            _another = NewSignal();
        }

        return timer;
    }

    /// <summary>Until someone waits exactly so long; moving the clock on before would leave them waiting for ever.</summary>
    public async Task SomeoneWaitsAsync(TimeSpan exactly)
    {
        while (true)
        {
            Task another;
            lock (_gate)
            {
                if (_waits.Remove(exactly))
                {
                    return;
                }

                another = _another.Task;
            }

            await another.WaitAsync(Patience);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
