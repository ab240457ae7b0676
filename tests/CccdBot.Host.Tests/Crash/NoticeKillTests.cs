using CccdBot.Core.Outreach.Notices;
using CccdBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Crash;

/// <summary>R1: the real program, killed again and again while a notice goes to thousands; the record of the fake server is the oracle.</summary>
[Trait("Engine", "sqlite")]
public sealed class NoticeKillTests(ITestOutputHelper output) : NoticeOnRealProgram
{
    private const int Seed = 20261201;

    /// <summary>So many calls are on their way at a time at most.</summary>
    private const int InHand = 64;

    [Fact]
    public async Task Killed_again_and_again_it_loses_nobody_sends_no_third_copy_and_everyone_ends_in_one_state()
    {
        var (people, kills) = Long.IsAsked ? (10_000, 100) : (400, 4);
        var notice = await ApprovedAsync(people);
        var chance = new Random(Seed);
        for (var life = 0; life < kills; life++)
        {
            using var service = Start();
            var calls = Telegram.Calls.Count;
            await Eventually.UntilAsync(() => Telegram.Calls.Count > calls, TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(250, 850)));
            await service.KillAsync();
        }

        using var last = Start();
        await Eventually.UntilAsync(() => EndedAsync(notice).GetAwaiter().GetResult(), Long.AtMost(300));
        await last.TerminateAsync();

        var after = new Afterwards(Ground);
        var tally = await TallyAsync(notice);
        var copies = Sent().GroupBy(call => call.ChatId!.Value).ToDictionary(chat => chat.Key, chat => chat.Count());
        output.WriteLine($"{kills} kills, {people} people: {string.Join(", ", tally.Select(end => $"{end.Key} {end.Value}"))}; {copies.Values.Count(c => c > 1)} twice, most {copies.Values.Max()}");
        Assert.Equal("ok", after.Integrity);
        Assert.Equal(people, tally.Values.Sum());
        Assert.True(copies.Values.Max() <= 2);
        Assert.True(copies.Values.Sum(c => c - 1) <= kills * InHand);
        Assert.Subset(after.UnknownChats, Enumerable.Range(0, people).Select(i => FirstChat + i).Except(copies.Keys).ToHashSet());
        Assert.Empty(tally.Keys.Except([ReceiptState.Sent, ReceiptState.Unknown]));
    }

    private ServiceProcess Start() => ServiceProcess.StartNode(Ground.Arguments, Telegram, Ahead, PerSecond(5000));
}
