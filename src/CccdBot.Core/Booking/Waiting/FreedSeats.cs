using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>Looks for freed seats whenever the clock ticks; a lost tick, a double tick or a restart changes nothing.</summary>
public sealed class FreedSeats(WriteGate gate, Postman postman, TimeProvider clock)
{
    /// <summary>Offers every seat that is free for someone who waits, and returns how many.</summary>
    public async Task<int> HandOnAsync()
    {
        var (total, mayBeMore) = (0, true);
        while (mayBeMore)
        {
            (var offered, mayBeMore) = await gate.RunAsync<SeatOffers, (int, bool)>(offers => offers.HandOn(clock.GetUtcNow().UtcDateTime));
            total += offered;
        }

        if (total > 0)
        {
            postman.RingAll();
        }

        return total;
    }
}
