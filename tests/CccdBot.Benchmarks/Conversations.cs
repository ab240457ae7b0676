using System.Collections.Concurrent;
using System.Diagnostics;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Benchmarks;

/// <summary>Citizens who book in five steps, so many at a time, each tapping as soon as the answer is there.</summary>
internal sealed class Conversations
{
    private readonly Fleet _fleet;
    private readonly FakeTelegram _telegram;
    private readonly int _total;
    private readonly long _firstChat;
    private readonly ConcurrentDictionary<long, Talk> _open = new();
    private readonly ConcurrentBag<double> _latencies = [];
    private readonly TaskCompletionSource _allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;
    private int _done;

    public Conversations(Fleet fleet, int total, long firstChat)
    {
        (_fleet, _telegram, _total, _firstChat) = (fleet, fleet.Telegram, total, firstChat);
        _telegram.OnCall = Hear;
    }

    public int Detours { get; private set; }

    public int Steps => _latencies.Count;

    public async Task<TimeSpan> RunAsync(int atOnce, TimeSpan atMost)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < atOnce; i++)
        {
            Begin();
        }

        await _allDone.Task.WaitAsync(atMost);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Milliseconds from a tap to its answer.</summary>
    public double Percentile(double share)
    {
        var sorted = _latencies.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
    }

    private void Begin()
    {
        var number = Interlocked.Increment(ref _begun);
        if (number > _total)
        {
            return;
        }

        var chat = _firstChat + number;
        var talk = new Talk(new Random(number));
        _open[chat] = talk;
        talk.Asked = Stopwatch.GetTimestamp();
        _fleet.Deliver(_telegram.Updates.Text(chat, "/datlich"), chat);
    }

    private void Hear(ApiCall call)
    {
        if (!call.IsMessageCall || call.ChatId is not { } chat || !_open.TryGetValue(chat, out var talk))
        {
            return;
        }

        _latencies.Add(Stopwatch.GetElapsedTime(talk.Asked).TotalMilliseconds);
        if (call.Text!.StartsWith("Đã giữ chỗ", StringComparison.Ordinal))
        {
            _open.TryRemove(chat, out _);
            if (Interlocked.Increment(ref _done) == _total)
            {
                _allDone.TrySetResult();
            }

            Begin();
            return;
        }

        Answer(call, chat, talk);
    }

    private void Answer(ApiCall call, long chat, Talk talk)
    {
        talk.Step++;
        Detours += call.Text!.Contains("hết chỗ", StringComparison.Ordinal) ? 1 : 0;
        var confirm = call.Buttons.FirstOrDefault(b => b.Label.Contains("Giữ chỗ", StringComparison.Ordinal));
        var choices = call.Buttons.Where(b => !b.Label.Contains("khác", StringComparison.Ordinal) && !b.Label.Contains("sau nữa", StringComparison.Ordinal)).ToList();
        var pressed = confirm ?? choices[talk.Dice.Next(choices.Count)];
        talk.Asked = Stopwatch.GetTimestamp();
        _fleet.Deliver(_telegram.Updates.Tap(chat, _telegram.Screen(chat)!.MessageId, pressed.CallbackData!), chat);
    }

    private sealed class Talk(Random dice)
    {
        public Random Dice { get; } = dice;

        public int Step { get; set; }

        public long Asked { get; set; }
    }
}
