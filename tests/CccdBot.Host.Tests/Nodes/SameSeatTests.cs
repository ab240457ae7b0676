using System.Net;
using CccdBot.Host.Tests.Races;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>R2, R3 over two nodes: one winner a seat, one effect an update, whichever node they come to.</summary>
[Trait("Engine", "postgres")]
public sealed class SameSeatTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Long.IsAsked ? 1000 : 50;
    private static readonly int Updates = Long.IsAsked ? 1000 : 100;

    [Fact]
    public async Task Of_64_at_two_nodes_who_reach_for_the_last_seat_one_gets_it_every_time()
    {
        await using var node = await Ledger.OpenAsync();
        await using var other = await Ledger.OpenAsync(ground: node.Ground);

        var report = await LastSeatRace.RunAsync(node, Rounds, AtEither(node, other, LastSeatRace.ByTheBook));

        output.WriteLine($"{report}");
        Assert.Equal(Rounds, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.Equal(0, report.Refused);
    }

    [Fact]
    public async Task By_whichever_way_and_at_whichever_node_they_reach_for_it_the_last_seat_goes_to_one()
    {
        await using var node = await Ledger.OpenAsync();
        await using var other = await Ledger.OpenAsync(ground: node.Ground);

        var report = await LastSeatRace.RunAsync(node, Rounds / 2, AtEither(node, other, LastSeatRace.ByEveryPath(node)));

        output.WriteLine($"{report}");
        Assert.Equal(Rounds / 2, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.Equal(0, report.Refused);
    }

    [Fact]
    public async Task Without_guard_index_and_check_the_same_race_over_two_nodes_oversells_and_is_caught()
    {
        await using var node = await Ledger.OpenAsync();
        await using var other = await Ledger.OpenAsync(ground: node.Ground);
        await LastSeatRace.WithoutConstraintsAsync(node);

        var report = await LastSeatRace.RunAsync(node, rounds: 20, AtEither(node, other, LastSeatRace.CheckThenWrite(ignoreChecks: true)));

        output.WriteLine($"{report}");
        Assert.True(report.MostWinners > 1);
        Assert.True(report.OversoldSlots > 0);
    }

    [Fact]
    public async Task Each_update_delivered_five_times_to_two_nodes_has_one_effect_and_one_reply()
    {
        await using var pair = await WebhookPair.StartAsync();
        var updates = Enumerable.Range(0, Updates).Select(chat => pair.Telegram.Updates.Numbered(pair.Telegram.Updates.Text(90_000 + chat, "/trogiup"))).ToList();
        var deliveries = updates.SelectMany(update => Enumerable.Repeat(update.ToJsonString(), 5)).ToArray();
        new Random(20261125).Shuffle(deliveries);

        await Parallel.ForEachAsync(
            deliveries.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (delivery, _) => Assert.Equal(HttpStatusCode.OK, await pair.PostAsync(delivery.Index % 2, delivery.Item)));

        await pair.AllIsSaidAsync(Updates);
        Assert.Equal(Updates, pair.Telegram.Calls.Count(call => call.IsMessageCall));
        Assert.Equal(Updates, await pair[0].InLedgerAsync(db => db.Set<Core.Conversation.IncomingMessage>().CountAsync()));
        Assert.Equal(Updates, await pair[0].InLedgerAsync(db => db.Set<Core.Channels.OutgoingMessage>().CountAsync()));
    }

    [Fact]
    public async Task What_one_person_says_to_two_nodes_in_turn_is_answered_in_order()
    {
        const int Chats = 20;
        string[] words = ["/start", "/trogiup", "/lichcuatoi", "/trogiup", "/start", "/lichcuatoi"];
        await using var pair = await WebhookPair.StartAsync();

        await Parallel.ForEachAsync(Enumerable.Range(95_000, Chats), async (chat, _) =>
        {
            foreach (var (i, word) in words.Index())
            {
                var update = pair.Telegram.Updates.Numbered(pair.Telegram.Updates.Text(chat, word));
                Assert.Equal(HttpStatusCode.OK, await pair.PostAsync(i % 2, update.ToJsonString()));
            }
        });

        await pair.AllIsSaidAsync(Chats * words.Length);
        Assert.All(Enumerable.Range(95_000, Chats), chat =>
        {
            var said = pair.Telegram.CallsTo(chat).Where(call => call.IsMessageCall).Select(call => call.Text![..12]).ToList();
            Assert.Equal((said[1], said[2], said[0]), (said[3], said[5], said[4]));
            Assert.Equal(3, said.Distinct().Count());
        });
    }

    private static Booker AtEither(Ledger node, Ledger other, Booker book)
    {
        var next = 0;
        return (_, person, slot) => book(Interlocked.Increment(ref next) % 2 == 0 ? node : other, person, slot);
    }
}
