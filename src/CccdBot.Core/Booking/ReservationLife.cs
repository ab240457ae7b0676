using static CccdBot.Core.Booking.ReservationState;

namespace CccdBot.Core.Booking;

/// <summary>The one table of what may follow what in the life of a booking; what is not in it does not happen.</summary>
public static class ReservationLife
{
    /// <summary>The states that take up a seat, for SQL. Who was served or missed had it: nobody else is let in there.</summary>
    public const string Seated = "('Held', 'Kept', 'Booked', 'Confirmed', 'CheckedIn', 'Served', 'Missed')";

    /// <summary>The states of which a person may have one in an evening, for SQL.</summary>
    public const string Theirs = "('Booked', 'Confirmed', 'CheckedIn', 'Served', 'Missed')";

    /// <summary>The states of a seat that waits for a yes or a no, for SQL.</summary>
    public const string Choosing = "('Held', 'Kept')";

    /// <summary>The states of a booking that is still to come, for SQL.</summary>
    public const string Ahead = "('Booked', 'Confirmed')";

    private static readonly Dictionary<ReservationState, ReservationState[]> After = new()
    {
        [Held] = [Booked, Lapsed],
        [Kept] = [Booked, Lapsed],
        [Booked] = [Confirmed, CheckedIn, Deferred, Missed, Moved, Cancelled],
        [Confirmed] = [CheckedIn, Deferred, Missed, Moved, Cancelled],
        // Back again: an officer's finger slipped.
        [CheckedIn] = [Served, Deferred, Confirmed],
        [Served] = [CheckedIn],
        // They came late after all, or their evening was closed too early.
        [Missed] = [CheckedIn, Deferred],
        [Deferred] = [],
        [Moved] = [],
        [Cancelled] = [],
        [Lapsed] = [],
    };

    /// <summary>Asked for at every change, so it is turned round once.</summary>
    private static readonly Dictionary<ReservationState, ReservationState[]> Froms =
        After.Keys.ToDictionary(to => to, to => After.Keys.Order().Where(from => Allows(from, to)).ToArray());

    public static bool Allows(ReservationState from, ReservationState to) => After[from].Contains(to);

    /// <summary>From which states it is reached, in the order in which a booking passes through them.</summary>
    public static IReadOnlyList<ReservationState> Before(ReservationState to) => Froms[to];

    public static bool TakesSeat(this ReservationState state) => state is Held or Kept || state.IsTheirEvening();

    /// <summary>Of these a person may have one in an evening.</summary>
    public static bool IsTheirEvening(this ReservationState state) => state is Booked or Confirmed or CheckedIn or Served or Missed;

    /// <summary>Nothing is awaited any more.</summary>
    public static bool IsOver(this ReservationState state) => state is Served or Deferred or Missed or Moved or Cancelled or Lapsed;

    /// <summary>Booked, and neither over nor given back.</summary>
    public static bool IsAhead(this ReservationState state) => state is Booked or Confirmed;
}
