using System.Threading.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

/// <summary>A message the service stumbles over: tried again, then set aside, while the talk goes on.</summary>
public sealed class PoisonTests : VillageTests
{
    private readonly Poison _poison = new();

    public PoisonTests() => Village = new Village
    {
        Also = house => house.AddSingleton(_poison).AddTopic<BrokenTopic>(),
    };

    [Fact]
    public async Task It_is_tried_again_after_1_and_10_and_60_seconds_then_set_aside_with_an_apology_and_the_lane_goes_on()
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Text(lan.Chat, "/hong");
        var tries = new List<DateTimeOffset> { await _poison.NextTryAsync() };
        Village.Telegram.Text(lan.Chat, "/lichcuatoi");
        foreach (var wait in Waits)
        {
            tries.Add(await TriedAgainAsync(wait));
        }

        var sorry = await lan.HearsAsync();
        var next = await lan.HearsAsync();

        Assert.Equal(Waits, tries.Zip(tries.Skip(1), (one, other) => other - one));
        Assert.Contains("vừa trục trặc", sorry.Text + string.Concat(Said(lan)), StringComparison.Ordinal);
        Assert.Contains("chưa có lịch nào", next.Text, StringComparison.Ordinal);
        Assert.Equal([IncomingState.SetAside, IncomingState.Handled], await StatesAsync());
    }

    [Fact]
    public async Task Staff_try_it_again_and_it_is_handled()
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Text(lan.Chat, "/hong");
        await _poison.NextTryAsync();
        foreach (var wait in Waits)
        {
            await TriedAgainAsync(wait);
        }

        await lan.HearsAsync();
        var setAside = Assert.Single(await Village.AllAsync(db => db.IncomingMessages.AsNoTracking()));
        var desk = Village.Service.Services.GetRequiredService<FrontDesk>();
        _poison.IsGone = true;
        Village.Clock.Advance(TimeSpan.FromSeconds(5));

        var taken = await desk.TryAgainAsync(setAside.Id);
        var told = await lan.HearsAsync();
        var takenTwice = await desk.TryAgainAsync(setAside.Id);

        Assert.Equal((true, false), (taken, takenTwice));
        Assert.Equal("Đã xong.", told.Text);
        Assert.Equal([IncomingState.Handled], await StatesAsync());
    }

    [Fact]
    public async Task A_try_that_was_not_yet_due_when_the_service_stopped_is_made_after_the_next_start()
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Text(lan.Chat, "/hong");
        await _poison.NextTryAsync();
        await Village.LedgerShowsAsync(db => db.IncomingMessages.AnyAsync(m => m.RetryAt != null));
        await Village.Service.StopAsync();
        _poison.IsGone = true;

        await using var again = await RunningService.StartAsync(Village.Telegram, Village.Clock, Village.Service.Ground, Village.Also);
        Village.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("Đã xong.", (await lan.HearsAsync()).Text);
    }

    [Fact]
    public async Task What_it_had_done_before_it_broke_is_undone_and_others_do_not_wait()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        Village.Telegram.Text(lan.Chat, "/hong");
        await _poison.NextTryAsync();

        var told = await mai.BooksAtSuiAsync("Mai");

        Assert.Contains("Mã lịch: A1", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Village.RowsWithAsync(BrokenTopic.HalfDone));
    }

    private static TimeSpan[] Waits => [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)];

    private IEnumerable<string?> Said(Citizen citizen) => Village.Telegram.CallsTo(citizen.Chat).Select(call => call.Text);

    /// <summary>One tick before its time there is no try; at its time there is.</summary>
    private async Task<DateTimeOffset> TriedAgainAsync(TimeSpan wait)
    {
        // Others wait by this clock too, such as Quartz: the ledger says when our lane begins to.
        var due = Village.Clock.GetUtcNow().UtcDateTime + wait;
        await Village.LedgerShowsAsync(db => db.IncomingMessages.AnyAsync(m => m.RetryAt == due));
        await Village.Clock.SomeoneWaitsAsync(wait);
        await Task.Delay(TimeSpan.FromMilliseconds(20));
        Village.Clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        Village.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return await _poison.NextTryAsync();
    }

    private async Task<List<IncomingState>> StatesAsync()
    {
        await Village.LedgerShowsAsync(db => db.IncomingMessages.AllAsync(m => m.State != IncomingState.Waiting));
        return await Village.AllAsync(db => db.IncomingMessages.OrderBy(m => m.Id).Select(m => m.State));
    }

    /// <summary>What the topic stumbles over, and when it did.</summary>
    private sealed class Poison
    {
        private readonly Channel<DateTimeOffset> _tries = Channel.CreateUnbounded<DateTimeOffset>();

        public bool IsGone { get; set; }

        public void Tried(DateTimeOffset at) => _tries.Writer.TryWrite(at);

        public Task<DateTimeOffset> NextTryAsync() => _tries.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class BrokenTopic(Poison poison, TimeProvider clock) : ITopic
    {
        public const string HalfDone = "half done";

        public string Command => "/hong";

        public string Title => "Hỏng";

        public Task HandleAsync(Turn turn, CancellationToken ct)
        {
            if (!poison.IsGone)
            {
                turn.Person.CallMe(HalfDone);
                poison.Tried(clock.GetUtcNow());
                throw new InvalidOperationException("This topic breaks.");
            }

            turn.Say(new("Đã xong."));
            return Task.CompletedTask;
        }
    }
}
