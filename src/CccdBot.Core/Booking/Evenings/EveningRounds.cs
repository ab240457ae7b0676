using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>What time does to bookings, looked after whenever the clock ticks: holds run out, displaced people are seen to, who did not answer is called, and what the police have not confirmed is asked about.</summary>
public sealed class EveningRounds(WriteGate gate, Postman postman, TimeProvider clock)
{
    public async Task LookAsync()
    {
        await gate.RunAsync<SeatBook, int>(seats => seats.FreeLapsed(Now));
        await SeeToDisplacedAsync();
        await gate.RunAsync<Displaced, int>(displaced => displaced.Settle(Now));
        if (await gate.RunAsync<Unconfirmed, int>(unconfirmed => unconfirmed.AskAsync(Now, CancellationToken.None)) > 0)
        {
            postman.RingAll();
        }
    }

    /// <summary>Offers other seats to all whose evening was called off; a restart in the middle goes on where it was.</summary>
    public async Task SeeToDisplacedAsync()
    {
        var mayBeMore = true;
        while (mayBeMore)
        {
            (var seen, mayBeMore) = await gate.RunAsync<Displacing, (int, bool)>(displacing => displacing.OfferOthers(Now));
            if (seen > 0)
            {
                postman.RingAll();
            }
        }
    }

    public void Ring() => postman.RingAll();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
