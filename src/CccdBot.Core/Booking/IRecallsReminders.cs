namespace CccdBot.Core.Booking;

/// <summary>Knows what was written to remind of a booking.</summary>
public interface IRecallsReminders
{
    /// <summary>The booking is no longer to come as it was: what still waits about it is not sent.</summary>
    void Recall(Guid reservationId);
}
