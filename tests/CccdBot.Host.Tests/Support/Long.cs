namespace CccdBot.Host.Tests.Support;

/// <summary>Whether the long soaks were asked for: the same tests with the full numbers.</summary>
internal static class Long
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("CCCDBOT_LONG") == "1";
}
