using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>Clears what was written about the papers of who wants to be forgotten; what was done stays as a count.</summary>
internal sealed class ForgetArrivals(CccdDb db) : IForgetsPerson
{
    public Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        var reservations = db.Reservations;
        var theirs = db.Arrivals.Where(a => reservations.Any(r => r.Id == a.ReservationId && r.PersonId == person));
        return db.HallDeeds.Where(d => d.Words != null && theirs.Any(a => a.Id == d.ArrivalId)).ClearWordsAsync(ct);
    }
}
