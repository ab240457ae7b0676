using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Visits;

/// <summary>Takes back the home visits and the trips of who wants to be forgotten, and clears names and words; what was decided stays as a count.</summary>
internal sealed class ForgetVisits(CccdDb db, VisitBook visits, TripBook trips, TimeProvider clock) : IForgetsPerson
{
    public async Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var visit in await visits.OfAsync(person, int.MaxValue, ct))
        {
            await visits.WithdrawAsync(visit, VisitReason.Forgotten, now, ct);
        }

        foreach (var seat in await trips.OfAsync(person, ct))
        {
            await trips.LeaveAsync(person, seat.Id, ct);
        }

        await db.HomeVisits.Where(v => v.PersonId == person).ClearWordsAsync(ct);
        await db.TripSeats.Where(s => s.PersonId == person).ClearNamesAsync(ct);
    }
}
