using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>What became of everyone who booked an evening, and of everyone who came without a booking.</summary>
/// <param name="SeatsTaken">As the seats themselves were counted, one by one, while people booked.</param>
public sealed record EveningSum(IReadOnlyDictionary<ReservationState, int> Booked, IReadOnlyDictionary<ArrivalState, int> WalkedIn, long SeatsTaken)
{
    private static readonly ReservationState[] Open = [ReservationState.Held, ReservationState.Kept, ReservationState.Booked, ReservationState.Confirmed, ReservationState.CheckedIn];

    /// <summary>Nobody is left of whom it is not known what became of them.</summary>
    public bool IsSettled => Unsettled == 0;

    public int Unsettled => Open.Sum(Of) + Of(ArrivalState.Waiting) + Of(ArrivalState.Called);

    /// <summary>Settled, and the people are as many as the seats that were taken.</summary>
    public bool Fits => IsSettled && SeatsTaken == Of(ReservationState.Served) + Of(ReservationState.Missed);

    public static EveningSum Of(Statements sql, long sessionId)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var booked = sql.All(
            "SELECT state, COUNT(*) FROM reservations WHERE session_id = @p0 AND state <> 'Lapsed' GROUP BY state",
            row => (State: Enum.Parse<ReservationState>(row.GetString(0)), Count: (int)row.GetInt64(1)),
            sessionId);
        var walkedIn = sql.All(
            "SELECT state, COUNT(*) FROM arrivals WHERE session_id = @p0 AND reservation_id IS NULL GROUP BY state",
            row => (State: Enum.Parse<ArrivalState>(row.GetString(0)), Count: (int)row.GetInt64(1)),
            sessionId);
        return new EveningSum(
            booked.ToDictionary(one => one.State, one => one.Count),
            walkedIn.ToDictionary(one => one.State, one => one.Count),
            sql.Number("SELECT CAST(COALESCE(SUM(taken), 0) AS BIGINT) FROM slots WHERE session_id = @p0", sessionId));
    }

    public int Of(ReservationState state) => Booked.GetValueOrDefault(state);

    public int Of(ArrivalState state) => WalkedIn.GetValueOrDefault(state);
}
