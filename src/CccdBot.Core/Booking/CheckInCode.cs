namespace CccdBot.Core.Booking;

/// <summary>What an officer's phone reads off a booking at the door of the hall; it says which booking and nothing about whose.</summary>
public static class CheckInCode
{
    private const string Begins = "CCCD:";

    /// <summary>Capitals and digits alone keep the picture small.</summary>
    public static string Of(Guid reservation) => Begins + reservation.ToString("N").ToUpperInvariant();
}
