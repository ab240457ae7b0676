using CccdBot.Core.Outreach.Notices;
using CccdBot.Host.Tests.Nodes;
using CccdBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Crash;

/// <summary>R19: the program is told to stop in the middle of a notice, as for an update; on PostgreSQL two nodes in turn.</summary>
public sealed class NoticeRollTests(ITestOutputHelper output) : NoticeOnRealProgram
{
    [Fact]
    public async Task Told_to_stop_and_started_again_it_goes_on_and_nobody_gets_it_twice()
    {
        var (people, rolls, pace) = Long.IsAsked ? (3_000, 10, 200) : (300, 2, 30);
        using var crew = new NodeCrew(Ground.Arguments, Telegram, Ahead, PerSecond(pace));
        await crew.StartAsync(Ground.IsPostgres ? 2 : 1);
        var notice = await ApprovedAsync(people);
        var (stops, atStop) = (new List<TimeSpan>(), 0);
        for (var roll = 0; roll < rolls; roll++)
        {
            var calls = Sent().Count;
            await Eventually.UntilAsync(() => Sent().Count > calls, TimeSpan.FromSeconds(60));
            atStop = Sent().Count;
            stops.Add(await crew.RollAsync(roll % crew.Count));
        }

        await Eventually.UntilAsync(() => EndedAsync(notice).GetAwaiter().GetResult(), Long.AtMost(60));
        output.WriteLine($"{atStop} of {people} were out at the last stop; stops took {string.Join(", ", stops.Select(s => $"{s.TotalSeconds:0.0} s"))}");
        Assert.True(atStop < people, "All were out before the last stop: nothing was shown.");
        Assert.All(stops, stop => Assert.InRange(stop, TimeSpan.Zero, Long.AtMost(seconds: 15)));
        Assert.Equal(new() { [ReceiptState.Sent] = people }, await TallyAsync(notice));
        Assert.Equal(people, Sent().Count);
        Assert.Equal(people, Sent().DistinctBy(call => call.ChatId).Count());
    }
}
