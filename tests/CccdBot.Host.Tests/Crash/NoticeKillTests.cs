using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Crash;

/// <summary>R1: the real program, killed again and again while a notice goes to thousands; the record of the fake server is the oracle.</summary>
[Trait("Engine", "sqlite")]
public sealed class NoticeKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Seed = 20261201;
    private const long FirstChat = 700_000;

    /// <summary>So many calls are on their way at a time at most.</summary>
    private const int InHand = 64;

    private static readonly DateTime Now = new(2026, 11, 26, 3, 0, 0, DateTimeKind.Utc);
    private static readonly NoticeDraft Words = new("Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy.", [], BookedOrNot.Everyone, HasButton: false, SendAt: null);

    private readonly TimeSpan _ahead = ShiftedClock.UntilMorning;
    private Ground _ground = null!;
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync()
    {
        _ground = await Ground.NewAsync();
        _telegram = await FakeTelegram.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task Killed_again_and_again_it_loses_nobody_sends_no_third_copy_and_everyone_ends_in_one_state()
    {
        var (people, kills) = Long.IsAsked ? (10_000, 100) : (400, 4);
        var notice = await ApprovedAsync(people);
        var chance = new Random(Seed);
        for (var life = 0; life < kills; life++)
        {
            using var service = Start();
            var calls = _telegram.Calls.Count;
            await Eventually.UntilAsync(() => _telegram.Calls.Count > calls, TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(250, 850)));
            await service.KillAsync();
        }

        using var last = Start();
        await Eventually.UntilAsync(() => EndedAsync(notice).GetAwaiter().GetResult(), Long.AtMost(300));
        await last.TerminateAsync();

        var after = new Afterwards(_ground);
        var tally = await TallyAsync(notice);
        var copies = _telegram.Calls.Where(call => call.IsMessageCall && call.IsAccepted && call.ChatId >= FirstChat).GroupBy(call => call.ChatId!.Value)
            .ToDictionary(chat => chat.Key, chat => chat.Count());
        output.WriteLine($"{kills} kills, {people} people: {string.Join(", ", tally.Select(end => $"{end.Key} {end.Value}"))}; {copies.Values.Count(c => c > 1)} twice, most {copies.Values.Max()}");
        Assert.Equal("ok", after.Integrity);
        Assert.Equal(people, tally.Values.Sum());
        Assert.True(copies.Values.Max() <= 2);
        Assert.True(copies.Values.Sum(c => c - 1) <= kills * InHand);
        Assert.Subset(after.UnknownChats, Enumerable.Range(0, people).Select(i => FirstChat + i).Except(copies.Keys).ToHashSet());
        Assert.Empty(tally.Keys.Except([ReceiptState.Sent, ReceiptState.Unknown]));
    }

    /// <summary>By day, at whatever hour the test runs: notices do not ring at night.</summary>
    private ServiceProcess Start() => ServiceProcess.StartNode(_ground.Arguments, _telegram, _ahead, "--Telegram:MessagesPerSecond=5000");

    private async Task<long> ApprovedAsync(int people)
    {
        await using var ledger = await Ledger.OpenAsync(ground: _ground);
        await ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            for (var i = 0; i < people; i++)
            {
                var person = new Person { CreatedAt = Now };
                person.CallMe("Siu Lan");
                db.Add(person);
                db.Add(new ContactRoute { Channel = "telegram", Address = $"{FirstChat + i}", PersonId = person.Id });
            }

            await db.SaveChangesAsync();
        });
        return await ledger.Gate.RunAsync<NoticeDesk, long>(desk =>
        {
            var notice = desk.Write(Words, Guid.NewGuid(), Now);
            Assert.Equal(AskOutcome.Asked, desk.Ask(notice, 1, again: false, Now));
            Assert.Equal(ApproveOutcome.Approved, desk.Approve(notice, Words.Seal, Guid.NewGuid(), Now));
            return notice;
        });
    }

    private async Task<bool> EndedAsync(long notice) => await _ground.NumberAsync($"SELECT COUNT(*) FROM notices WHERE id = {notice} AND ended_at IS NOT NULL") == 1;

    private async Task<SortedDictionary<ReceiptState, long>> TallyAsync(long notice)
    {
        await using var ledger = await Ledger.OpenAsync(ground: _ground);
        return new(await ledger.Gate.RunAsync<NoticeDesk, Dictionary<ReceiptState, long>>(desk => desk.Tally(notice)));
    }
}
