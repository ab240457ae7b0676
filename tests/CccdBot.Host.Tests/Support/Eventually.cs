using System.Diagnostics;

namespace CccdBot.Host.Tests.Support;

/// <summary>Waiting by the real clock for what comes about by itself.</summary>
internal static class Eventually
{
    /// <summary>Until it is so, or the patience is over; whoever waits says afterwards what he expects.</summary>
    public static async Task UntilAsync(Func<bool> isSo, TimeSpan patience)
    {
        for (var started = Stopwatch.GetTimestamp(); !isSo() && Stopwatch.GetElapsedTime(started) < patience;)
        {
            await Task.Delay(20);
        }
    }
}
