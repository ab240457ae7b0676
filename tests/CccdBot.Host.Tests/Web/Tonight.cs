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

    /// <returns>The number of the evening, as in its address.</returns>
    public static async Task<long> BeginAsync(RunningService service, TimeProvider clock, params string[] names)
    {
        var gate = service.Services.GetRequiredService<WriteGate>();
        var now = clock.GetUtcNow().UtcDateTime;
        var slot = await service.InLedgerAsync(db => db.Slots.AsNoTracking().Where(s => s.StartsAt > now + Slot.LastCall).OrderBy(s => s.Id).FirstAsync());
        foreach (var name in names)
        {
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

        await service.InLedgerAsync(async db =>
        {
            await db.Slots.Where(s => s.Id == slot.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, now - BeganAgo));
            return await db.Sessions.Where(s => s.Id == slot.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, now - BeganAgo));
        });
        return slot.SessionId;
    }
}
