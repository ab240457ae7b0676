using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>What an officer at a table does for who sits there; of two officers one is first.</summary>
public sealed class HallDesk(Statements sql, HallLine queue, ReservationChanges changes, Displacing displacing)
{
    /// <summary>The line they came from.</summary>
    public HallLine Line => queue;

    /// <summary>They are done, and this was done for them.</summary>
    /// <returns>False when someone else has just settled it.</returns>
    public bool Done(long sessionId, long id, IReadOnlyCollection<DeedKind> deeds, Guid officer, DateTime now)
    {
        if (queue.Find(sessionId, id) is not { } who || !End(who, ReservationState.Served, StepReason.Done, ArrivalState.Done, officer, now))
        {
            return false;
        }

        foreach (var kind in deeds)
        {
            Note(id, kind, null, null, officer, now);
        }

        if (deeds.Contains(DeedKind.VneidActivated) && who.ReservationId is { } seat)
        {
            sql.Execute("UPDATE reservations SET activated_at = @p1 WHERE id = @p0 AND activated_at IS NULL", seat, now);
        }

        return true;
    }

    /// <summary>They are done, and what whoever comes for that leaves with was done for them.</summary>
    /// <inheritdoc cref="Done"/>
    public bool Served(long sessionId, Guid reservationId, Func<WishService, IReadOnlyCollection<DeedKind>> likely, Guid officer, DateTime now) =>
        queue.Of(sessionId).Find(one => one.ReservationId == reservationId) is { } who
            ? Done(sessionId, who.Id, likely(who.Service), officer, now)
            // Checked in before this service gave out numbers.
            : changes.Change(reservationId, ReservationState.Served, Doing.OfOfficer(officer, StepReason.Done), now) is not null;

    /// <summary>They are to come again: with a paper that was missing, on a day that suits, or both.</summary>
    /// <inheritdoc cref="Done"/>
    public bool ComeAgain(long sessionId, long id, string? papers, DateOnly? day, Guid officer, DateTime now)
    {
        var why = papers is null ? StepReason.CannotCome : StepReason.PaperMissing;
        if (queue.Find(sessionId, id) is not { } who || !End(who, ReservationState.Deferred, why, ArrivalState.ToComeBack, officer, now))
        {
            return false;
        }

        if (papers is not null)
        {
            Note(id, DeedKind.PapersMissing, papers, null, officer, now);
        }

        Note(id, DeedKind.ComesAgain, null, day, officer, now);
        if (who.ReservationId is { } seat)
        {
            displacing.AskToComeAgain(seat, papers, day, now);
        }

        return true;
    }

    /// <summary>Called, and not in the hall: should they come back in, it is behind everyone who waits now.</summary>
    /// <inheritdoc cref="Done"/>
    public bool NotThere(long sessionId, long id, Guid officer, DateTime now)
    {
        if (queue.Find(sessionId, id) is not { } who || !End(who, ReservationState.Confirmed, StepReason.NotThere, ArrivalState.Left, officer, now))
        {
            return false;
        }

        queue.MoveBehind(sessionId, id);
        return who.ReservationId is not { } seat || changes.Change(seat, ReservationState.Missed, Doing.OfOfficer(officer, StepReason.NotThere), now) is not null;
    }

    /// <summary>A finger slipped, or they came in after all: they are back, and what was noted for them is taken back.</summary>
    /// <inheritdoc cref="Done"/>
    public bool TakeBack(long sessionId, long id, Guid officer, DateTime now)
    {
        if (queue.Find(sessionId, id) is not { } who)
        {
            return false;
        }

        return who.ReservationId is { } seat
            ? changes.Change(seat, ReservationState.CheckedIn, Doing.OfOfficer(officer, StepReason.SlipOfFinger), now) is not null
            : BackIn(who, officer, now);
    }

    /// <summary>What counts as done for everyone who came, of those things that were not taken back.</summary>
    public Dictionary<DeedKind, int> DeedsOf(long sessionId) => sql.All(
        "SELECT d.kind, COUNT(*) FROM hall_deeds d JOIN arrivals a ON a.id = d.arrival_id WHERE a.session_id = @p0 AND d.taken_back_at IS NULL GROUP BY d.kind",
        row => (Kind: Enum.Parse<DeedKind>(row.GetString(0)), Count: (int)row.GetInt64(1)),
        sessionId).ToDictionary(deed => deed.Kind, deed => deed.Count);

    /// <summary>For who has a booking the booking decides who was first, for the others their place in the line.</summary>
    private bool End(InHall who, ReservationState to, StepReason why, ArrivalState state, Guid officer, DateTime now) => who.ReservationId is { } seat
        ? changes.Change(seat, to, Doing.OfOfficer(officer, why), now) is not null
        : sql.Execute(
            "UPDATE arrivals SET state = @p1, ended_at = @p2, ended_by = @p3 WHERE id = @p0 AND state IN ('Waiting', 'Called')", who.Id, state, now, officer) == 1;

    private bool BackIn(InHall who, Guid officer, DateTime now)
    {
        if (sql.Execute(
            "UPDATE arrivals SET state = CASE WHEN called_at IS NULL OR state = 'Left' THEN 'Waiting' ELSE 'Called' END, ended_at = NULL, ended_by = NULL "
            + "WHERE id = @p0 AND state IN ('Done', 'ToComeBack', 'Left')",
            who.Id) == 0)
        {
            return false;
        }

        sql.Execute("UPDATE hall_deeds SET taken_back_at = @p1, taken_back_by = @p2 WHERE arrival_id = @p0 AND taken_back_at IS NULL", who.Id, now, officer);
        return true;
    }

    private void Note(long id, DeedKind kind, string? words, DateOnly? day, Guid officer, DateTime now) => sql.Execute(
        "INSERT INTO hall_deeds (arrival_id, kind, words, day, officer, at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)", id, kind, words, day, officer, now);
}
