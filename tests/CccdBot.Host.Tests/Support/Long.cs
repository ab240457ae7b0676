namespace CccdBot.Host.Tests.Support;

/// <summary>Whether the long soaks were asked for: the same tests with the full numbers.</summary>
internal static class Long
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("CCCDBOT_LONG") == "1";

    /// <summary>How long something may take by the real clock: what is aimed at in the long run, on a machine left alone; else four times that.</summary>
    public static TimeSpan AtMost(double seconds) => TimeSpan.FromSeconds(IsAsked ? seconds : 4 * seconds);
}
