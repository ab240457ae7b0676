using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Visits;

/// <summary>The book of trips: who has signed up is counted by guarded updates, and a trip opens exactly once.</summary>
public sealed class TripBook(CccdDb db, Statements sql, FamilyPost family, DutyPost duty, HelpDesk help)
{
    private const string IsTheirs = "id = @p0 AND person_id = @p1 AND state <> 'Left'";

    /// <summary>Signs someone up; with the last one needed the trip opens and the officers are told.</summary>
    public async Task<TripJoin> JoinAsync(FarSpot spot, PersonId person, PersonId who, string name, DateTime now, CancellationToken ct)
    {
        var id = CountIn(spot, now);
        var isNew = sql.Execute(
            "INSERT INTO trip_seats (id, trip_id, person_id, for_id, name, state, joined_at) VALUES (@p0, @p1, @p2, @p3, @p4, 'Joined', @p5) ON CONFLICT DO NOTHING",
            Guid.CreateVersion7(),
            id,
            person.Value,
            who.Value,
            name,
            now) == 1;
        if (!isNew)
        {
            CountOut(id);
        }

        var isOpened = sql.Execute(
            "UPDATE trips SET state = 'Open', opened_at = @p1, version = version + 1 WHERE id = @p0 AND state = 'Gathering' AND people >= needed", id, now) == 1;
        var trip = await db.Trips.AsNoTracking().FirstAsync(t => t.Id == id, ct);
        if (isOpened)
        {
            await duty.TellAsync(TripTexts.Opened(trip), now, ct);
        }

        return new TripJoin(trip, isNew, isOpened);
    }

    /// <summary>Takes a name off a trip; null when it was on none.</summary>
    public async Task<Trip?> LeaveAsync(PersonId person, Guid seat, CancellationToken ct)
    {
        if (sql.First($"SELECT trip_id FROM trip_seats WHERE {IsTheirs}", row => row.GetGuid(0).ToString(), seat, person.Value) is not { } found)
        {
            return null;
        }

        // The trip first, as those who join do: two hands then never wait for each other.
        var trip = Guid.Parse(found);
        CountOut(trip);
        if (sql.Execute($"UPDATE trip_seats SET state = 'Left' WHERE {IsTheirs}", seat, person.Value) == 0)
        {
            CountIn(trip);
            return null;
        }

        family.CallBack(TripSeat.AboutOf(seat));
        return await db.Trips.AsNoTracking().FirstAsync(t => t.Id == trip, ct);
    }

    /// <summary>They will be there on the day they were told; null when the name is on no trip any more.</summary>
    public async Task<TripSeat?> ComeAsync(PersonId person, Guid seat, CancellationToken ct)
    {
        var comes = sql.Execute($"UPDATE trip_seats SET state = 'Coming' WHERE {IsTheirs}", seat, person.Value) == 1;
        return comes ? await db.TripSeats.AsNoTracking().FirstAsync(s => s.Id == seat, ct) : null;
    }

    /// <summary>An officer sets the day, or moves it, and everyone signed up is told; of two officers one is first.</summary>
    public async Task<TripOutcome> SetDayAsync(Guid id, int version, DateOnly day, Guid officer, DateTime now, CancellationToken ct)
    {
        var isSet = await db.Trips.Where(t => t.Id == id && t.Version == version && (t.State == TripState.Open || t.State == TripState.Planned)).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, TripState.Planned).SetProperty(t => t.Day, day)
                .SetProperty(t => t.DecidedBy, officer).SetProperty(t => t.DecidedAt, now).SetProperty(t => t.Version, version + 1),
            ct) == 1;
        if (!isSet)
        {
            return await TooLateAsync(id, ct);
        }

        var trip = await db.Trips.AsNoTracking().FirstAsync(t => t.Id == id, ct);
        // Who said yes said it to the old day.
        await db.TripSeats.Where(s => s.TripId == id && s.State == TripSeatState.Coming).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, TripSeatState.Joined), ct);
        foreach (var seat in await SeatsOfAsync(id, ct))
        {
            family.Tell(seat.PersonId, TripTexts.DaySet(trip, seat), TripSeat.AboutOf(seat.Id), now);
        }

        return new TripOutcome.Moved(trip);
    }

    /// <summary>The officers have been there; the next who signs up begins a new trip.</summary>
    public async Task<TripOutcome> FinishAsync(Guid id, int version, Guid officer, DateTime now, CancellationToken ct)
    {
        var isDone = await db.Trips.Where(t => t.Id == id && t.Version == version && t.State == TripState.Planned).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, TripState.Done)
                .SetProperty(t => t.DecidedBy, officer).SetProperty(t => t.DecidedAt, now).SetProperty(t => t.Version, version + 1),
            ct) == 1;
        return isDone ? new TripOutcome.Moved(await db.Trips.AsNoTracking().FirstAsync(t => t.Id == id, ct)) : await TooLateAsync(id, ct);
    }

    /// <summary>All trips that are not over.</summary>
    public Task<List<Trip>> UnderWayAsync(CancellationToken ct) =>
        db.Trips.AsNoTracking().Where(t => t.State != TripState.Done).OrderBy(t => t.StartedAt).ToListAsync(ct);

    /// <summary>Who is signed up for a trip, first come first.</summary>
    public Task<List<TripSeat>> SeatsOfAsync(Guid trip, CancellationToken ct) => db.TripSeats.AsNoTracking()
        .Where(s => s.TripId == trip && s.State != TripSeatState.Left).OrderBy(s => s.JoinedAt).ThenBy(s => s.Id).ToListAsync(ct);

    /// <summary>The names this chat has on trips that are not over.</summary>
    public Task<List<TripSeat>> OfAsync(PersonId person, CancellationToken ct)
    {
        var over = db.Trips.Where(t => t.State == TripState.Done);
        return db.TripSeats.AsNoTracking().Where(s => s.PersonId == person && s.State != TripSeatState.Left && !over.Any(t => t.Id == s.TripId))
            .OrderBy(s => s.JoinedAt).ToListAsync(ct);
    }

    /// <summary>One more at this spot, on the trip that is under way there or on a new one.</summary>
    private Guid CountIn(FarSpot spot, DateTime now)
    {
        while (true)
        {
            sql.Execute(
                "INSERT INTO trips (id, spot, spot_name, needed, state, people, version, started_at) VALUES (@p0, @p1, @p2, @p3, 'Gathering', 0, 1, @p4) ON CONFLICT DO NOTHING",
                Guid.CreateVersion7(),
                spot.Code,
                spot.ShortName,
                spot.PeopleNeeded,
                now);
            if (sql.First("SELECT id FROM trips WHERE spot = @p0 AND state <> 'Done'", row => row.GetGuid(0).ToString(), spot.Code) is { } found
                && CountIn(Guid.Parse(found)))
            {
                return Guid.Parse(found);
            }
        }
    }

    /// <summary>From here to the end of the turn nobody else counts on this trip; false when it is over.</summary>
    private bool CountIn(Guid trip) => sql.Execute("UPDATE trips SET people = people + 1 WHERE id = @p0 AND state <> 'Done'", trip) == 1;

    private void CountOut(Guid trip) => sql.Execute("UPDATE trips SET people = people - 1 WHERE id = @p0", trip);

    private async Task<TripOutcome> TooLateAsync(Guid id, CancellationToken ct)
    {
        var first = await db.Trips.Where(t => t.Id == id).Select(t => t.DecidedBy).FirstOrDefaultAsync(ct);
        return new TripOutcome.TooLate(first is null ? null : await help.NameOfAsync(first, ct));
    }
}

/// <summary>What became of signing up: the trip as it stands now.</summary>
/// <param name="IsNew">False when the name was on it already.</param>
/// <param name="IsOpened">This one made it enough.</param>
public sealed record TripJoin(Trip Trip, bool IsNew, bool IsOpened);

/// <summary>What became of an officer's decision about a trip.</summary>
public abstract record TripOutcome
{
    private TripOutcome()
    {
    }

    public sealed record Moved(Trip Trip) : TripOutcome;

    /// <param name="By">The officer who was first, as the others call them; null where none was.</param>
    public sealed record TooLate(string? By) : TripOutcome;
}
