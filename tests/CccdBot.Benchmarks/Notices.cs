using System.Diagnostics;
using System.Globalization;

namespace CccdBot.Benchmarks;

/// <summary>A notice that goes to thousands at Telegram's pace, while citizens ask what they have booked.</summary>
internal static class Notices
{
    private const int AskedEachSecond = 2;

    public static async Task<string> RunAsync(Fleet fleet, int people)
    {
        PastYear.AddPeople(fleet.Ledger, people);
        var last = PastYear.FirstChat + people;
        var sent = new HashSet<long>();
        var answers = new Dictionary<long, long>();
        var took = new List<double>();
        fleet.Telegram.OnCall = call =>
        {
            if (call.ChatId is not { } chat || !call.IsMessageCall)
            {
                return;
            }

            lock (sent)
            {
                if (call.Text?.StartsWith("Kính mời", StringComparison.Ordinal) == true)
                {
                    sent.Add(chat);
                }
                else if (answers.Remove(chat, out var asked))
                {
                    took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
            }
        };
        PastYear.ApproveNotice(fleet.Ledger, people);
        var began = Stopwatch.GetTimestamp();
        for (var asking = last - 1; Count() < people && Stopwatch.GetElapsedTime(began) < TimeSpan.FromHours(1); asking--)
        {
            lock (sent)
            {
                answers[asking] = Stopwatch.GetTimestamp();
            }

            fleet.Deliver(fleet.Telegram.Updates.Text(asking, "/lichcuatoi"), asking);
            await Task.Delay(TimeSpan.FromSeconds(1.0 / AskedEachSecond));
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        took.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{people} people in {seconds:0} s ({people / seconds:0.0} a second; 44,345 would take {44_345 / (people / seconds) / 60:0.0} min); "
            + $"answers to {took.Count} citizens meanwhile p50 {took[took.Count / 2]:0} ms, p95 {took[(int)(took.Count * 0.95)]:0} ms");

        int Count()
        {
            lock (sent)
            {
                return sent.Count;
            }
        }
    }
}
