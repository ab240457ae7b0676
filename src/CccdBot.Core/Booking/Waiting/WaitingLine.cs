using System.Data.Common;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>The line of those who wait for a seat in a full evening: each step is a compare-and-swap and is written down.</summary>
public sealed class WaitingLine(Statements sql)
{
    /// <summary>Who is next: by priority, then who came first.</summary>
    internal const string Order =
        "CASE w.priority WHEN 'Elderly' THEN 0 WHEN 'TravelledFar' THEN 1 WHEN 'CalledBack' THEN 2 ELSE 3 END, w.joined_at, w.id";

    private const string Standings =
        "SELECT w.id, w.session_id, w.slot_id, COALESCE(s.starts_at, e.starts_at), p.name, CASE WHEN c.keeper_id IS NULL THEN NULL ELSE c.name END, "
        + "w.state, w.reservation_id, w.for_id, w.people, w.joined_at, w.service FROM waiting_entries w JOIN sessions e ON e.id = w.session_id JOIN places p ON p.code = e.place_code "
        + "JOIN people c ON c.id = w.for_id LEFT JOIN slots s ON s.id = w.slot_id ";

    /// <summary>Puts someone at the end of the line of their priority; false when they stand in it already.</summary>
    /// <param name="slotId">The half hour wished for; null for any of that evening.</param>
    public bool Join(PersonId person, PersonId who, long sessionId, long? slotId, WaitingPriority priority, DateTime now) =>
        Join(person, who, 1, sessionId, slotId, null, priority, now);

    /// <summary>The same for people who want seats together: they come at one moment, and are offered together or not at all.</summary>
    /// <param name="service">What they come for; null for what the evening does first.</param>
    /// <returns>False when one of them stands in it already.</returns>
    public bool Join(
        PersonId person, IReadOnlyList<PersonId> together, long sessionId, long? slotId, WaitingPriority priority, DateTime now, WishService? service = null) =>
        !together.Any(who => Stands(who, sessionId))
        && together.Where(who => Join(person, who, together.Count, sessionId, slotId, service, priority, now)).ToList() is { Count: > 0 };

    /// <summary>Moves someone on who still stands where we think; false when they no longer do.</summary>
    public bool Change(Guid id, WaitingState from, WaitingState to, WaitingHand hand, WaitingReason reason, DateTime now)
    {
        var isMoved = sql.Execute("UPDATE waiting_entries SET state = @p2 WHERE id = @p0 AND state = @p1", id, from, to) == 1;
        if (isMoved)
        {
            Note(id, from, to, hand, reason, now);
        }

        return isMoved;
    }

    /// <summary>This held seat is theirs to take; false when they no longer wait.</summary>
    public bool Offer(Guid id, Guid hold, DateTime now)
    {
        var isOffered = sql.Execute(
            "UPDATE waiting_entries SET state = 'Offered', reservation_id = @p1 WHERE id = @p0 AND state = 'Waiting'", id, hold) == 1;
        if (isOffered)
        {
            Note(id, WaitingState.Waiting, WaitingState.Offered, WaitingHand.Line, WaitingReason.SeatFreed, now);
        }

        return isOffered;
    }

    /// <summary>Seats went to someone behind them, as there were too few for all who want to sit together; they keep their place.</summary>
    public void NotePassedOver(Guid id, DateTime now) => Change(id, WaitingState.Waiting, WaitingState.Waiting, WaitingHand.Line, WaitingReason.TooFewTogether, now);

    /// <summary>Where this person, and those they speak for, wait or have an offer, soonest evening first.</summary>
    public List<Standing> Of(PersonId person) =>
        [.. sql.All($"{Standings} WHERE w.person_id = @p0 AND w.state IN ('Waiting', 'Offered') ORDER BY e.starts_at, w.joined_at", Read, person.Value)
            .Select(standing => standing with { Place = PlaceOf(standing) })];

    /// <summary>The place in the line for which this held seat was offered to them, whatever became of it; null when it was not.</summary>
    public Standing? OfferedWith(PersonId person, Guid hold) =>
        sql.First($"{Standings} WHERE w.person_id = @p0 AND w.reservation_id = @p1", Read, person.Value, hold);

    private bool Stands(PersonId who, long sessionId) => sql.Number(
        "SELECT COUNT(*) FROM waiting_entries WHERE for_id = @p0 AND session_id = @p1 AND state IN ('Waiting', 'Offered')", who.Value, sessionId) > 0;

    private bool Join(
        PersonId person, PersonId who, int people, long sessionId, long? slotId, WishService? service, WaitingPriority priority, DateTime now)
    {
        var id = Guid.CreateVersion7();
        var isNew = sql.Execute(
            "INSERT INTO waiting_entries (id, person_id, for_id, session_id, slot_id, people, service, priority, joined_at, state) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, 'Waiting') ON CONFLICT DO NOTHING",
            id,
            person.Value,
            who.Value,
            sessionId,
            slotId,
            people,
            service,
            priority,
            now) == 1;
        if (isNew)
        {
            Note(id, null, WaitingState.Waiting, WaitingHand.Citizen, WaitingReason.Joined, now);
        }

        return isNew;
    }

    /// <summary>How many are let through before them, and one.</summary>
    private int PlaceOf(Standing standing) => 1 + sql.All(
        $"SELECT w.id FROM waiting_entries w WHERE w.session_id = @p0 AND w.state = 'Waiting' ORDER BY {Order}", row => row.GetGuid(0), standing.SessionId)
        .IndexOf(standing.EntryId);

    private void Note(Guid id, WaitingState? from, WaitingState to, WaitingHand hand, WaitingReason reason, DateTime now) => sql.Execute(
        "INSERT INTO waiting_steps (entry_id, \"from\", \"to\", hand, reason, at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)", id, from, to, hand, reason, now);

    private static Standing Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetInt64(1),
        row.IsDBNull(2) ? null : row.GetInt64(2),
        UtcTime.Read(row.GetDateTime(3)),
        row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        Enum.Parse<WaitingState>(row.GetString(6)),
        row.IsDBNull(7) ? null : row.GetGuid(7))
    {
        Comer = new PersonId(row.GetGuid(8)),
        Service = row.IsDBNull(11) ? null : Enum.Parse<WishService>(row.GetString(11)),
        Together = row.GetInt32(9) > 1 ? (row.GetInt64(1), UtcTime.Read(row.GetDateTime(10))) : null,
    };
}

/// <summary>A place in the line as its holder sees it.</summary>
/// <param name="StartsAt">The wished half hour; the beginning of the evening where any will do.</param>
/// <param name="Place">How many are let through before them, and one.</param>
public sealed record Standing(
    Guid EntryId, long SessionId, long? SlotId, DateTime StartsAt, string PlaceName, string? For, WaitingState State, Guid? Hold, int Place = 0)
{
    /// <summary>Who the seat is for.</summary>
    public PersonId Comer { get; init; }

    public WishService? Service { get; init; }

    /// <summary>The evening and the moment at which a family came, who share them; null for one alone.</summary>
    public (long SessionId, DateTime At)? Together { get; init; }

    /// <summary>Of the same family in the line.</summary>
    public bool IsWith(Standing other) => EntryId == other.EntryId || (Together is not null && Together == other.Together);
}
