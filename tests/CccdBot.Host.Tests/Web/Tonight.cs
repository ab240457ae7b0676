using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Web;

/// <summary>An evening of a running service that some have booked and that has begun.</summary>
internal static class Tonight
{
    private static readonly TimeSpan BeganAgo = TimeSpan.FromMinutes(10);

    /// <summary>Fewer than an hour has seats: some of them are kept for the village.</summary>
    private const int InOneSlot = 3;

    /// <returns>The number of the evening, as in its address.</returns>
    public static async Task<long> BeginAsync(RunningService service, TimeProvider clock, params string[] names)
    {
        var gate = service.Services.GetRequiredService<WriteGate>();
        var now = clock.GetUtcNow().UtcDateTime;
        var slots = await service.InLedgerAsync(db => db.Slots.AsNoTracking().Where(s => s.StartsAt > now + Slot.LastCall).OrderBy(s => s.Id).ToListAsync());
        foreach (var (place, name) in names.Index())
        {
            var slot = slots[place / InOneSlot];
            var person = await gate.RunAsync<CccdDb, PersonId>(async db =>
            {
                var one = new Person { CreatedAt = now };
                one.CallMe(name);
                one.Consent(now);
                db.Add(one);
                await db.SaveChangesAsync();
                return one.Id;
            });
            var held = Assert.IsType<HoldOutcome.Held>(await gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold([person], slot.Id, now)));
            Assert.NotNull(await gate.RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(person, held.Appointment.Id, now)));
        }

        var evening = slots[0].SessionId;
        var earlier = slots[0].StartsAt - (now - BeganAgo);
        await service.InLedgerAsync(async db =>
        {
            foreach (var slot in slots.Where(slot => slot.SessionId == evening))
            {
                await db.Slots.Where(s => s.Id == slot.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, slot.StartsAt - earlier));
            }

            return await db.Sessions.Where(s => s.Id == evening).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, now - BeganAgo));
        });
        return evening;
    }
}
