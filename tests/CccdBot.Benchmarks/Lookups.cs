using System.Diagnostics;

namespace CccdBot.Benchmarks;

/// <summary>People who ask, one after the other, what they have booked.</summary>
internal sealed class Lookups
{
    private readonly Fleet _fleet;
    private TaskCompletionSource _heard = new();

    public Lookups(Fleet fleet)
    {
        _fleet = fleet;
        fleet.Telegram.OnCall = call =>
        {
            if (call.IsMessageCall)
            {
                _heard.TrySetResult();
            }
        };
    }

    /// <summary>Milliseconds from each question to its answer, sorted.</summary>
    public async Task<double[]> RunAsync(IEnumerable<long> chats)
    {
        var took = new List<double>();
        foreach (var chat in chats)
        {
            _heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var asked = Stopwatch.GetTimestamp();
            _fleet.Deliver(_fleet.Telegram.Updates.Text(chat, "/lichcuatoi"), chat);
            await _heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
            took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return [.. took.Order()];
    }
}
