using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Core.Booking;

/// <summary>How long each kind of work keeps a station busy, in minutes.</summary>
public static class ServiceTimes
{
    /// <summary>Photo, fingerprints, iris and the form. A correction begins with looking through the person's papers.</summary>
    public static int Of(WishService service) => service switch
    {
        WishService.Card => 15,
        WishService.Vneid => 10,
        WishService.Both => 20,
        WishService.Correction => 25,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "No time is known for this."),
    };
}
