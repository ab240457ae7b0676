using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

/// <summary>Gives back the seats of a person who wants to be forgotten, and takes the name off what is past.</summary>
internal sealed class ForgetBookings(CccdDb db, SeatBook seats, TimeProvider clock) : IForgetsPerson
{
    public async Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var mine in await seats.UpcomingAsync(person, now, ct))
        {
            await seats.CancelAsync(mine.Id, now, ct);
        }

        var held = await db.Reservations.Where(r => r.PersonId == person && r.State == ReservationState.Held).Select(r => r.Id).ToListAsync(ct);
        foreach (var id in held)
        {
            await seats.LetGoAsync(id, now, ct);
        }
    }
}
