using System.Collections.Concurrent;
using System.Net;
using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

public sealed class RedeliveryTests(WebhookVillage village) : IClassFixture<WebhookVillage>
{
    /// <summary>As many as find seats in one evening that its village does not keep for itself.</summary>
    private const int Citizens = 30;
    private const int Copies = 5;
    private const int Senders = 8;
    private const int OpenSeats = 6;
    private const long FirstChat = 70_000;

    [Fact]
    public async Task Each_update_delivered_five_times_and_shuffled_has_one_effect_and_one_reply()
    {
        await village.Service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb>(IntroduceAsync);
        var updates = Enumerable.Range(0, Citizens).SelectMany(WishesOf).ToList();

        await DeliverAsync(Shuffled(updates));
        await AllIsSaidAsync(updates.Count);

        var booked = await village.Service.InLedgerAsync(db => db.Reservations.Where(r => r.State == ReservationState.Booked).ToListAsync());
        Assert.Equal(Citizens, booked.Select(r => r.PersonId).Distinct().Count());
        Assert.Equal(Citizens, await village.Service.InLedgerAsync(db => db.Reservations.CountAsync()));
        Assert.Equal(Citizens, await village.Service.InLedgerAsync(db => db.Slots.SumAsync(s => s.Taken)));
        Assert.Equal(updates.Count, await village.Service.InLedgerAsync(db => db.IncomingMessages.CountAsync()));
        Assert.Equal(updates.Count, await village.Service.InLedgerAsync(db => db.OutgoingMessages.CountAsync()));
        Assert.Equal(updates.Count, village.Telegram.Calls.Count(call => call.IsMessageCall));
        Assert.All(Enumerable.Range(0, Citizens), citizen => Assert.StartsWith("Đã giữ chỗ", village.Telegram.Screen(ChatOf(citizen)).Text, StringComparison.Ordinal));
    }

    private static long ChatOf(int citizen) => FirstChat + citizen;

    /// <summary>All are known by name, so that five updates make a booking.</summary>
    private static async Task IntroduceAsync(CccdDb db)
    {
        var now = DateTime.UtcNow;
        foreach (var citizen in Enumerable.Range(0, Citizens))
        {
            var person = new Person { CreatedAt = now };
            person.CallMe($"Lan {citizen}");
            person.Consent(now);
            db.Add(person);
            db.Add(new ContactRoute { Channel = "telegram", Address = $"{ChatOf(citizen)}", PersonId = person.Id });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Place, evening, time, yes. Eight citizens an evening: each finds the first half hour free.</summary>
    private IEnumerable<Update> WishesOf(int citizen)
    {
        string[] words = ["/datlich", "1", $"{2 + citizen / OpenSeats}", "1", "1"];
        Update? before = null;
        foreach (var word in words)
        {
            var json = village.Telegram.Updates.Numbered(village.Telegram.Updates.Text(ChatOf(citizen), word));
            yield return before = new Update(json.ToJsonString(), before, new TaskCompletionSource());
        }
    }

    /// <summary>Any order, but a citizen's first deliveries stay behind each other as they were said.</summary>
    private static List<Update> Shuffled(List<Update> updates)
    {
        var deliveries = updates.SelectMany(update => Enumerable.Repeat(update, Copies)).ToArray();
        new Random(20261126).Shuffle(deliveries);
        var order = new List<Update>(deliveries.Length);
        var met = new HashSet<Update>();
        foreach (var delivery in deliveries)
        {
            var first = delivery;
            while (first.Before is { } before && !met.Contains(before))
            {
                first = before;
            }

            met.Add(first);
            order.Add(first);
        }

        return order;
    }

    private Task DeliverAsync(List<Update> deliveries)
    {
        var waiting = new ConcurrentQueue<Update>(deliveries);
        return Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (waiting.TryDequeue(out var update))
            {
                await (update.Before?.Arrived.Task ?? Task.CompletedTask);
                Assert.Equal(HttpStatusCode.OK, await village.PostAsync(update.Json));
                update.Arrived.TrySetResult();
            }
        }));
    }

    private async Task AllIsSaidAsync(int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await village.Service.InLedgerAsync(db => db.OutgoingMessages.CountAsync(m => m.State == OutgoingState.Sent)) < messages)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private sealed record Update(string Json, Update? Before, TaskCompletionSource Arrived);
}
