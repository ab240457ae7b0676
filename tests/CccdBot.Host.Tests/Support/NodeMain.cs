using System.Globalization;

namespace CccdBot.Host.Tests.Support;

/// <summary>The service as a process of its own whose clock is set forward, which the program itself does not offer.</summary>
internal static class NodeMain
{
    public const string Word = "node";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Word, var ahead, .. var settings])
        {
            return 0;
        }

        var clock = new ShiftedClock(TimeSpan.Parse(ahead, CultureInfo.InvariantCulture));
        await using var app = House.Build(settings, out var problems, clock) ?? throw new InvalidOperationException(string.Join('\n', problems));
        return await FirstStart.OpenAsync(app, CancellationToken.None);
    }
}
