using System.Diagnostics;
using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Crash;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>Nodes are killed, restarted in turn, and lose their server, while people book and letters go out.</summary>
[Trait("Engine", "postgres")]
public sealed class KilledNodeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string LimitsOff = "--Telegram:MessagesPerSecond=5000";
    private const long FirstReader = 900_000;

    private static readonly TimeSpan TakenOver = Long.AtMost(seconds: 10);
    private static readonly TimeSpan Ahead = ShiftedClock.UntilMorning;

    private readonly ShiftedClock _clock = new(Ahead);
    private FakeTelegram _telegram = null!;
    private Crowd _crowd = null!;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _crowd = new Crowd(_telegram);
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task Three_nodes_of_which_one_is_killed_again_and_again_lose_nothing_and_say_nothing_three_times()
    {
        var (kills, people, letters) = Long.IsAsked ? (10, 300, 3000) : (2, 60, 600);
        await using var ground = await Ground.NewAsync();
        using var crew = new NodeCrew(ground.Arguments, _telegram, Ahead, LimitsOff);
        await crew.StartAsync(nodes: 3);
        await WriteLettersAsync(ground, letters);
        using var over = new CancellationTokenSource();
        var lying = LongestUpdateLayAsync(over.Token);
        var (chance, longest) = (new Random(20261125), TimeSpan.Zero);

        for (var kill = 0; kill < kills; kill++)
        {
            _crowd.Come(people / kills);
            await Task.Delay(chance.Next(200, 3000));
            var dead = await crew.ReplaceAsync(chance.Next(crew.Count));
            var buried = await NodeCrew.BuriedAfterAsync(ground.ConnectionString, dead);
            longest = buried > longest ? buried : longest;
        }

        await Eventually.UntilAsync(() => _crowd.Waiting == 0 && Readers().Count == letters, TimeSpan.FromSeconds(180));
        await over.CancelAsync();
        var copies = Afterwards.Copies(_telegram);
        output.WriteLine($"{kills} kills, {people} people, {letters} letters: {copies.Count} messages, {copies.Values.Count(c => c > 1)} twice, most {copies.Values.Max()}; "
            + $"a dead node was replaced after at most {longest.TotalSeconds:0.0} s, an update lay at most {(await lying).TotalSeconds:0.0} s");
        AssertAllHaveSeats(ground);
        Assert.Equal(letters, Readers().Count);
        Assert.True(copies.Values.Max() <= 2);
        AssertInOrder();
        Assert.InRange(longest, TimeSpan.Zero, TakenOver);
        Assert.InRange(await lying, TimeSpan.Zero, TakenOver);
    }

    [Fact]
    public async Task Two_nodes_restarted_in_turn_while_people_book_say_nothing_twice()
    {
        await using var ground = await Ground.NewAsync();
        using var crew = new NodeCrew(ground.Arguments, _telegram, Ahead, LimitsOff);
        await crew.StartAsync(nodes: 2);
        var stops = new List<TimeSpan>();

        for (var node = 0; node < 2; node++)
        {
            _crowd.Come(30);
            await Task.Delay(300);
            stops.Add(await crew.RollAsync(node));
        }

        await Eventually.UntilAsync(() => _crowd.Waiting == 0, TimeSpan.FromSeconds(150));
        output.WriteLine($"stops took {string.Join(", ", stops.Select(s => $"{s.TotalSeconds:0.0} s"))}");
        Assert.All(stops, stop => Assert.InRange(stop, TimeSpan.Zero, Long.AtMost(seconds: 15)));
        AssertAllHaveSeats(ground);
        Assert.Equal(1, Afterwards.Copies(_telegram).Values.Max());
        AssertInOrder();
    }

    [Fact]
    public async Task Reminders_due_within_a_minute_all_go_out_in_time_although_one_of_two_nodes_is_killed()
    {
        var (reminders, lasting) = Long.IsAsked ? (600, TimeSpan.FromSeconds(60)) : (150, TimeSpan.FromSeconds(15));
        await using var ground = await Ground.NewAsync();
        using var crew = new NodeCrew(ground.Arguments, _telegram, Ahead);
        await crew.StartAsync(nodes: 2);
        var firstDue = Now.AddSeconds(5);
        var dues = await BookAsync(ground, reminders, firstDue, lasting);

        await Task.Delay(firstDue + (lasting / 3) - Now);
        await crew.KillAsync(0);
        await Eventually.UntilAsync(() => Rung().Count == reminders, lasting + TimeSpan.FromSeconds(90));

        var rung = Rung();
        var delays = rung.Select(chat => chat.Value[0] + Ahead - dues[chat.Key]).ToList();
        output.WriteLine($"{reminders} reminders within {lasting.TotalSeconds:0} s, one of two nodes killed: worst delay {delays.Max().TotalSeconds:0.0} s");
        Assert.Equal(dues.Keys.Order(), rung.Keys.Order());
        Assert.All(rung.Values, times => Assert.InRange(times.Count, 1, 2));
        Assert.InRange(delays.Max(), TimeSpan.Zero, Long.AtMost(seconds: 15));
    }

    [Fact]
    public async Task When_the_server_is_away_for_a_while_nothing_acknowledged_is_lost_and_soon_all_is_well()
    {
        var away = TimeSpan.FromSeconds(Long.IsAsked ? 30 : 6);
        await using var server = await OwnServer.StartNewAsync();
        using var crew = new NodeCrew(server.Arguments, _telegram, Ahead, LimitsOff);
        await crew.StartAsync(nodes: 2);
        _crowd.Come(60);
        await Eventually.UntilAsync(() => _crowd.Waiting < 50, TimeSpan.FromSeconds(90));

        await server.StopAsync();
        _crowd.Come(10);
        await Task.Delay(away);
        await server.StartAsync();
        var back = Stopwatch.GetTimestamp();
        _crowd.Come(10);
        await Eventually.UntilAsync(() => _crowd.Waiting == 0, TimeSpan.FromSeconds(150));

        var (well, copies) = (Stopwatch.GetElapsedTime(back), Afterwards.Copies(_telegram));
        output.WriteLine($"away {away.TotalSeconds:0} s; all had their seats {well.TotalSeconds:0.0} s after; most copies {copies.Values.Max()}");
        _crowd.AssertAllWereTold();
        Assert.InRange(well, TimeSpan.Zero, Long.AtMost(seconds: 30));
        Assert.True(copies.Values.Max() <= 2);
        AssertInOrder();
    }

    private async Task WriteLettersAsync(Ground ground, int letters)
    {
        await using var desk = await Ledger.OpenAsync(_clock, ground: ground);
        foreach (var some in Enumerable.Range(0, letters).Chunk(200))
        {
            await desk.Gate.RunAsync<Outbox>(outbox => Array.ForEach(some, reader => outbox.Add(OutgoingMessage.For(
                new ChannelAddress("telegram", $"{FirstReader + reader}"),
                MessageKind.FromStaff,
                new Reply("Tối thứ Bảy có buổi làm thẻ ở nhà rông.", new Choice("Đặt lịch", BookSlot.Called, "")),
                Now))));
        }
    }

    private HashSet<long> Readers() => [.. _telegram.Calls.Where(call => call.IsSend && call.IsAccepted && call.ChatId >= FirstReader).Select(call => call.ChatId!.Value)];

    private Dictionary<long, List<DateTime>> Rung() => _telegram.Calls
        .Where(call => call.IsSend && call.IsAccepted && call.Text!.StartsWith("Em nhắc bà con", StringComparison.Ordinal))
        .GroupBy(call => call.ChatId!.Value)
        .ToDictionary(chat => chat.Key, chat => chat.Select(call => call.At.UtcDateTime).ToList());

    /// <summary>Someone at every moment: each has a seat two hours after their reminder is due.</summary>
    private async Task<Dictionary<long, DateTime>> BookAsync(Ground ground, int howMany, DateTime firstDue, TimeSpan lasting)
    {
        await using var desk = await Ledger.OpenAsync(_clock, ground: ground);
        return await desk.Gate.RunAsync<CccdDb, Dictionary<long, DateTime>>(async db =>
        {
            var (dues, startsAt) = (new Dictionary<long, DateTime>(), firstDue.AddHours(2));
            var place = await db.Places.Select(p => p.Code).FirstAsync();
            var evening = new Session { PlaceCode = place, Date = VietnamTime.DateOf(startsAt), StartsAt = startsAt, EndsAt = startsAt.AddHours(1) };
            db.Add(evening);
            foreach (var i in Enumerable.Range(0, howMany))
            {
                var due = firstDue + (lasting * i / howMany);
                var (person, chat) = (new Person { CreatedAt = Now }, FirstReader + i);
                var slot = new Slot { Letter = "A", StartsAt = due.AddHours(2), Capacity = 1, Taken = 1 };
                evening.Slots.Add(slot);
                db.Add(person);
                db.Add(new ContactRoute { Channel = "telegram", Address = $"{chat}", PersonId = person.Id });
                await db.SaveChangesAsync();
                db.Add(new Reservation
                {
                    PersonId = person.Id, SessionId = evening.Id, SlotId = slot.Id, Seat = 1, Code = "A1",
                    State = ReservationState.Booked, HeldUntil = Now, BookedAt = Now.AddHours(-1),
                });
                dues[chat] = due;
            }

            await db.SaveChangesAsync();
            return dues;
        });
    }

    /// <summary>How long an update lay at Telegram with nobody asking for it, at most.</summary>
    private async Task<TimeSpan> LongestUpdateLayAsync(CancellationToken over)
    {
        var (longest, since, polls) = (TimeSpan.Zero, Stopwatch.GetTimestamp(), _telegram.Polls);
        while (!over.IsCancellationRequested)
        {
            if (_telegram.PendingUpdates == 0 || _telegram.Polls != polls)
            {
                (since, polls) = (Stopwatch.GetTimestamp(), _telegram.Polls);
            }

            var lay = Stopwatch.GetElapsedTime(since);
            longest = lay > longest ? lay : longest;
            await Task.Delay(20, CancellationToken.None);
        }

        return longest;
    }

    private void AssertAllHaveSeats(Ground ground)
    {
        _crowd.AssertAllHaveTheirSeats(new Afterwards(ground));
        Assert.Empty(_telegram.Violations);
    }

    /// <summary>In each chat the messages first arrived in the order they were written down.</summary>
    private void AssertInOrder()
    {
        foreach (var chat in _telegram.Calls.Where(call => call.IsMessageCall && call.IsAccepted && call.Buttons.Count > 0).GroupBy(call => call.ChatId))
        {
            var numbers = chat.Select(call => long.Parse(call.Buttons[0].CallbackData!.Split('.')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Distinct().ToList();
            Assert.Equal(numbers.Order(), numbers);
        }
    }
}
