using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>Updates waiting for the bot. Numbers are given under the lock: one given earlier and queued later would be lost at the next offset.</summary>
internal sealed class UpdateQueue(bool remembersAll)
{
    private const string LostToAnotherPoll =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    private readonly Lock _gate = new();
    private readonly Queue<(long Id, byte[] Json)> _waiting = new();
    private readonly Queue<byte[]> _again = new();
    private readonly Dictionary<long, byte[]> _history = [];
    private readonly ConcurrentDictionary<string, byte> _callbackQueries = new();
    private TaskCompletionSource _arrival = NewSignal();
    private TaskCompletionSource _otherPoll = NewSignal();
    private long _lastId = 900_000_000;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count + _again.Count;
            }
        }
    }

    public bool KnowsCallbackQuery(string id) => _callbackQueries.ContainsKey(id);

    /// <summary>Gives the update its number without queueing it, for a test that posts it to a webhook.</summary>
    public JsonObject Number(JsonObject update)
    {
        NoteCallbackQuery(update);
        update.Insert(0, "update_id", Interlocked.Increment(ref _lastId));
        return update;
    }

    public long Add(JsonObject update)
    {
        NoteCallbackQuery(update);
        var rest = update.ToJsonString().AsSpan(1).ToString();
        lock (_gate)
        {
            var id = Interlocked.Increment(ref _lastId);
            var json = Encoding.UTF8.GetBytes($"{{\"update_id\":{id}{(rest.Length > 1 ? "," : "")}{rest}");
            _waiting.Enqueue((id, json));
            if (remembersAll)
            {
                _history[id] = json;
            }

            _arrival.TrySetResult();
            return id;
        }
    }

    /// <summary>Delivers it once more whatever the offset, as after a lost confirmation.</summary>
    public void AddAgain(long updateId)
    {
        lock (_gate)
        {
            _again.Enqueue(_history[updateId]);
            _arrival.TrySetResult();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
            _again.Clear();
        }
    }

    public async Task<Answer> PollAsync(long offset, int limit, TimeSpan timeout, CancellationToken ct)
    {
        var (batch, arrival, otherPoll) = Begin(offset, limit);
        if (batch.Count > 0 || timeout <= TimeSpan.Zero)
        {
            return Delivery(batch);
        }

        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await Task.WhenAny(arrival, otherPoll, Task.Delay(timeout, wait.Token));
        await wait.CancelAsync();
        return first == otherPoll ? Answer.Error(409, LostToAnotherPoll) : Delivery(first == arrival ? Take(offset, limit) : []);
    }

    private void NoteCallbackQuery(JsonObject update)
    {
        if (update["callback_query"]?["id"] is JsonValue id)
        {
            _callbackQueries[id.ToString()] = 0;
        }
    }

    private (List<byte[]> Batch, Task Arrival, Task OtherPoll) Begin(long offset, int limit)
    {
        lock (_gate)
        {
            _otherPoll.TrySetResult();
            _otherPoll = NewSignal();
            var batch = Take(offset, limit);
            _arrival = _arrival.Task.IsCompleted ? NewSignal() : _arrival;
            return (batch, _arrival.Task, _otherPoll.Task);
        }
    }

    private List<byte[]> Take(long offset, int limit)
    {
        lock (_gate)
        {
            Confirm(offset);
            List<byte[]> batch = [];
            while (batch.Count < limit && _again.TryDequeue(out var again))
            {
                batch.Add(again);
            }

            batch.AddRange(_waiting.Take(limit - batch.Count).Select(update => update.Json));
            return batch;
        }
    }

    private void Confirm(long offset)
    {
        while (_waiting.TryPeek(out var oldest) && (offset < 0 ? _waiting.Count > -offset : oldest.Id < offset))
        {
            _waiting.Dequeue();
        }
    }

    private static Answer Delivery(List<byte[]> batch) => Answer.Result(writer => Answer.WriteArray(writer, batch));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
