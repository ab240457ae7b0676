namespace CccdBot.Host.Tests.Telegram;

/// <summary>What the bot asked for, in the order it was answered, and those who wait to see it.</summary>
internal sealed class CallLog(bool keepsCalls)
{
    private readonly Lock _gate = new();
    private readonly List<ApiCall> _calls = [];
    private readonly List<Waiter> _waiters = [];

    public IReadOnlyList<ApiCall> Snapshot()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    public void Add(ApiCall call)
    {
        lock (_gate)
        {
            if (keepsCalls)
            {
                _calls.Add(call);
            }

            _waiters.RemoveAll(waiter => waiter.Takes(call));
        }
    }

    public async Task<ApiCall> WaitForAsync(Func<ApiCall, bool> predicate, TimeSpan timeout, int after)
    {
        var waiter = new Waiter(predicate, after);
        lock (_gate)
        {
            if (!_calls.Exists(waiter.Takes))
            {
                _waiters.Add(waiter);
            }
        }

        try
        {
            return await waiter.Call.WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No such call within {timeout}. {Seen(after)}");
        }
        finally
        {
            Forget(waiter);
        }
    }

    private string Seen(int after)
    {
        var calls = Snapshot();
        return calls.Count == 0
            ? "The bot called nothing."
            : $"After #{after} was asked for; the bot called:{Environment.NewLine}{string.Join(Environment.NewLine, calls)}";
    }

    private void Forget(Waiter waiter)
    {
        lock (_gate)
        {
            _waiters.Remove(waiter);
        }
    }

    private sealed class Waiter(Func<ApiCall, bool> predicate, int after)
    {
        private readonly TaskCompletionSource<ApiCall> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ApiCall> Call => _seen.Task;

        public bool Takes(ApiCall call) => call.Number > after && predicate(call) && _seen.TrySetResult(call);
    }
}
