using System.Data.Common;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking;

/// <summary>The book of seats: holds, books, moves and frees them, each step a compare-and-swap inside the turn's transaction.</summary>
public sealed class SeatBook(Statements sql, Timetable timetable, Seating seating, ReservationChanges changes, Homes homes, PastTalk past)
{
    private const string Appointments =
        "SELECT r.id, r.code, r.state, r.slot_id, r.session_id, s.starts_at, p.code, p.name, r.booked_at, r.ended_at, r.replaces, "
        + "r.person_id, CASE WHEN w.keeper_id IS NULL THEN NULL ELSE w.name END, r.party_id, r.service, e.state, e.services "
        + "FROM reservations r JOIN slots s ON s.id = r.slot_id JOIN sessions e ON e.id = r.session_id JOIN places p ON p.code = e.place_code "
        + "JOIN people w ON w.id = r.person_id ";

    /// <summary>Their own, or of those they speak for.</summary>
    private const string IsTheirs = "r.person_id IN (SELECT id FROM people WHERE id = @p0 UNION ALL SELECT id FROM people WHERE keeper_id = @p0)";

    /// <summary>Evenings one person may have ahead of them; more would take seats from those who have none.</summary>
    internal const int MostAhead = 2;

    /// <summary>Who stayed away so often lately is asked after by an officer before the hour is firm.</summary>
    public const int MissesToConfirm = 2;

    /// <summary>Longer ago it does not count any more.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    /// <summary>Keeps the lowest free seat of a half hour for a few minutes; an older hold of the same person is let go.</summary>
    /// <param name="replaces">The reservation that will end when this one is confirmed; it may be of the same evening.</param>
    /// <param name="isUndo">The seat was theirs minutes ago: the last call does not count, only the start.</param>
    public HoldOutcome Hold(PersonId person, long slotId, DateTime now, Guid? replaces = null, bool isUndo = false) =>
        Hold([person], slotId, now, replaces, isUndo);

    /// <summary>Keeps a seat for each of them, from this half hour on and without a gap: all of them or none.</summary>
    /// <param name="offeredUntil">How long it is held for who was next in the waiting line; for all others freed seats count as taken while someone waits.</param>
    /// <param name="service">What is to be done, or null for what the evening does first; where a booking is replaced it stays what it was.</param>
    public HoldOutcome Hold(
        IReadOnlyList<PersonId> people,
        long slotId,
        DateTime now,
        Guid? replaces = null,
        bool isUndo = false,
        DateTime? offeredUntil = null,
        WishService? service = null)
    {
        if (timetable.Find(slotId) is not { } slot)
        {
            return new HoldOutcome.NoSuchSlot();
        }

        if (isUndo ? now >= slot.StartsAt : slot.IsTooLate(now))
        {
            return new HoldOutcome.TooLate(slot);
        }

        var theirs = people.SelectMany(OwnActive).ToList();
        if (theirs.Find(a => a.State.IsTheirEvening() && a.SessionId == slot.SessionId && a.Id != replaces) is { } already)
        {
            return new HoldOutcome.AlreadyYours(already);
        }

        var ahead = theirs.Where(a => a.State.IsAhead() && a.StartsAt > now && a.Id != replaces).OrderBy(a => a.StartsAt).ToList();
        if (ahead.CountBy(a => a.PersonId).Any(of => of.Value >= MostAhead))
        {
            return new HoldOutcome.Enough(ahead);
        }

        var work = theirs.Find(a => a.Id == replaces)?.Service ?? service ?? slot.Services.First;
        if (!slot.Services.Does(work))
        {
            return new HoldOutcome.OtherWork(slot, work);
        }

        var wish = new SeatWish(people, slot, work, now, offeredUntil ?? now + Reservation.HoldLasts)
        {
            Replaces = replaces,
            IsUndo = isUndo,
            IsOffer = offeredUntil is not null,
            KeptForOthers = KeptFrom(people, slot, now),
        };

        // Who finds it full keeps what they had in hand; in the same half hour their own hold makes room.
        var older = theirs.Where(a => a.State == ReservationState.Held).ToList();
        older.FindAll(a => a.SlotId == slotId).ForEach(a => LetGo(a.Id, now, StepReason.ChoseOther));
        if (seating.Take(wish) is not { } row)
        {
            return seating.WhyNot(wish);
        }

        older.ForEach(a => LetGo(a.Id, now, StepReason.ChoseOther));
        var holds = seating.Write(wish, row);
        return new HoldOutcome.Held(holds[0]) { Party = holds };
    }

    /// <summary>Makes a hold a booking, with all that were held together with it, and ends the one it replaces; null when a hold has run out.</summary>
    public Appointment? Confirm(PersonId person, Guid id, DateTime now)
    {
        var party = PartyOf(person, id);
        if (party.Count == 0 || !party.TrueForAll(seat => KeepInHand(seat.Id, now)))
        {
            return null;
        }

        if (party.Exists(CannotBe))
        {
            party.ForEach(seat => LetGo(seat.Id, now, StepReason.ChoseOther));
            return null;
        }

        if (party[0].Replaces is { } old && changes.Change(old, ReservationState.Moved, Doing.Of(person, StepReason.ChoseOther), now) is null)
        {
            LetGo(id, now, StepReason.ChoseOther);
            return null;
        }

        var booked = party.ConvertAll(seat => seat with { State = Book(person, seat, now), BookedAt = now });
        return booked.Find(seat => seat.Id == id);
    }

    /// <summary>Gives a booked seat back; false when there was none to give back.</summary>
    public bool Cancel(Guid id, Doing doing, DateTime now) => changes.Change(id, ReservationState.Cancelled, doing, now) is not null;

    /// <summary>Who is ill gives the seat back and is asked again on that day; false when it is not theirs, or they have been there.</summary>
    public bool PutOff(PersonId person, Guid id, DateOnly askOn, DateTime now)
    {
        if (Find(person, id) is { } mine && mine.State.IsAhead())
        {
            changes.Change(id, ReservationState.Deferred, Doing.Of(person, StepReason.Ill), now);
        }

        return sql.Execute(
            $"UPDATE reservations AS r SET recheck_on = @p2, round = round + 1 WHERE r.id = @p1 AND {IsTheirs} AND r.state IN ('Deferred', 'Cancelled')",
            person.Value,
            id,
            askOn) == 1;
    }

    /// <summary>They have activated their e-ID account, and are no longer asked; false when that was no work of ours.</summary>
    public bool NoteActivated(PersonId person, Guid id, DateTime now) => sql.Execute(
        $"UPDATE reservations AS r SET activated_at = @p2 WHERE r.id = @p1 AND {IsTheirs} AND r.state = 'Served'", person.Value, id, now) == 1;

    /// <summary>Lets a held seat go; false when it was no longer held.</summary>
    public bool LetGo(Guid id, DateTime now, StepReason why = StepReason.NotWanted) =>
        changes.Change(id, ReservationState.Lapsed, why == StepReason.TimeRanOut ? Doing.OfService(why) : new Doing(Hand.Citizen, null, why), now) is not null;

    /// <summary>Notes that the person said they will come; false when the reservation is no longer theirs.</summary>
    public bool NoteComing(PersonId person, Guid id, DateTime now) => sql.Execute(
        $"UPDATE reservations AS r SET coming_at = @p2 WHERE r.id = @p1 AND {IsTheirs} AND r.state IN {ReservationLife.Ahead}", person.Value, id, now) == 1;

    /// <summary>Frees the seats whose time is over, and returns how many.</summary>
    /// <remarks>Who never pressed "Đồng ý" has not agreed that the name typed before is kept: it goes with the hold.</remarks>
    public int FreeLapsed(DateTime now)
    {
        var lapsed = sql.All($"SELECT id FROM reservations WHERE state IN {ReservationLife.Choosing} AND held_until <= @p0", row => row.GetGuid(0), now);
        foreach (var id in lapsed)
        {
            LetGo(id, now, StepReason.TimeRanOut);
            ForgetWhoNeverAgreed(id);
        }

        return lapsed.Count;
    }

    /// <summary>The hold has not run out.</summary>
    public bool IsHeld(Guid id, DateTime now) => sql.First(
        $"SELECT id FROM reservations WHERE id = @p0 AND state IN {ReservationLife.Choosing} AND held_until > @p1", row => row.GetGuid(0).ToString(), id, now) is not null;

    /// <summary>Names given for seats that were then not wanted go again; who has been booked once, or is to be visited, is remembered.</summary>
    public void ForgetNeverBooked(PersonId keeper) => sql.Execute(
        "UPDATE people SET name = NULL, consented_at = NULL, consent_text = NULL WHERE keeper_id = @p0 "
        + "AND NOT EXISTS (SELECT 1 FROM reservations r WHERE r.person_id = people.id AND r.state <> 'Lapsed') "
        + "AND NOT EXISTS (SELECT 1 FROM waiting_entries w WHERE w.for_id = people.id AND w.state IN ('Waiting', 'Offered')) "
        + "AND NOT EXISTS (SELECT 1 FROM home_visits v WHERE v.for_id = people.id)",
        keeper.Value);

    /// <summary>A reservation of this person, or of one they speak for, whatever its state; null when it is not theirs.</summary>
    public Appointment? Find(PersonId person, Guid id) => sql.First($"{Appointments} WHERE r.id = @p1 AND {IsTheirs}", Read, person.Value, id);

    /// <summary>A reservation, whoever's it is: for officers.</summary>
    public Appointment? Find(Guid id) => sql.First($"{Appointments} WHERE r.id = @p0", Read, id);

    /// <summary>Everyone who has a seat that evening, in the order of the seats.</summary>
    public List<Appointment> OfSession(long sessionId) => sql.All(
        $"{Appointments} WHERE r.session_id = @p0 AND r.state IN {ReservationLife.Seated} ORDER BY s.starts_at, r.seat", Read, sessionId);

    /// <summary>Those taken in one go, in the order of their seats.</summary>
    public List<Appointment> WholeParty(Guid party) => sql.All($"{Appointments} WHERE r.party_id = @p0 ORDER BY s.starts_at, r.seat", Read, party);

    /// <summary>Stayed away so often lately that an officer asks after them before their hour is firm.</summary>
    public bool StaysAway(PersonId person, DateTime now) => sql.Number(
        "SELECT COUNT(*) FROM reservations WHERE person_id = @p0 AND state = 'Missed' AND ended_at > @p1", person.Value, now - Lately) >= MissesToConfirm;

    /// <summary>A reservation and those taken in one go with it, in the order of their seats; empty when it is not theirs.</summary>
    public List<Appointment> PartyOf(PersonId person, Guid id) => Find(person, id) switch
    {
        null => [],
        { PartyId: { } party } => sql.All(
            $"{Appointments} WHERE r.party_id = @p1 AND {IsTheirs} ORDER BY s.starts_at, r.seat", Read, person.Value, party),
        var alone => [alone],
    };

    /// <summary>What this person and those they speak for have booked and not yet been to, soonest first.</summary>
    public List<Appointment> Upcoming(PersonId person, DateTime now) => sql.All(
        $"{Appointments} WHERE {IsTheirs} AND r.state IN {ReservationLife.Ahead} AND s.starts_at > @p1 ORDER BY s.starts_at, r.seat", Read, person.Value, now);

    /// <summary>Every seat this person and those they speak for hold, have booked or have sat on.</summary>
    public List<Appointment> ActiveOf(PersonId person) => sql.All($"{Appointments} WHERE {IsTheirs} AND r.state IN {ReservationLife.Seated}", Read, person.Value);

    /// <summary>The same without those they speak for.</summary>
    public List<Appointment> OwnActive(PersonId person) => sql.All($"{Appointments} WHERE r.person_id = @p0 AND r.state IN {ReservationLife.Seated}", Read, person.Value);

    /// <summary>So many of the last seats are not for these people: they are from elsewhere, and come themselves.</summary>
    private int KeptFrom(IReadOnlyList<PersonId> people, SlotOffer slot, DateTime now) =>
        slot.KeptForVillage == 0 || slot.StartsAt <= now + Slot.OpensToAll || people.Any(person => homes.IsNear(person, slot.PlaceCode))
            ? 0
            : slot.KeptForVillage;

    /// <summary>From here to the end of the turn nobody else can let this hold go, nor free it as run out.</summary>
    private bool KeepInHand(Guid id, DateTime now) => sql.Execute(
        $"UPDATE reservations SET booked_at = @p1 WHERE id = @p0 AND state IN {ReservationLife.Choosing} AND held_until > @p1", id, now) == 1;

    /// <summary>The evening does not take place any more, or they have found a seat in it by another way.</summary>
    private bool CannotBe(Appointment hold) => hold.SessionState is SessionState.CalledOff or SessionState.Closed
        || OwnActive(hold.PersonId).Exists(mine => mine.State.IsTheirEvening() && mine.SessionId == hold.SessionId && mine.Id != hold.Replaces);

    /// <summary>Where the police have confirmed the evening already, the hour is firm at once.</summary>
    private ReservationState Book(PersonId person, Appointment seat, DateTime now)
    {
        changes.Change(seat.Id, ReservationState.Booked, Doing.Of(person, StepReason.Agreed), now);
        if (seat.SessionState != SessionState.Confirmed || StaysAway(seat.PersonId, now))
        {
            return ReservationState.Booked;
        }

        changes.Change(seat.Id, ReservationState.Confirmed, Doing.OfService(StepReason.EveningConfirmed), now);
        return ReservationState.Confirmed;
    }

    private void ForgetWhoNeverAgreed(Guid id)
    {
        foreach (var (chat, name) in sql.All(
            "SELECT c.channel, c.address, p.name FROM reservations r JOIN people p ON p.id = r.person_id "
            + "JOIN contact_routes c ON c.person_id = p.id WHERE r.id = @p0 AND p.consented_at IS NULL AND p.name IS NOT NULL",
            row => (new ChannelAddress(row.GetString(0), row.GetString(1)), row.GetString(2)),
            id))
        {
            past.TakeOutName(chat, name);
        }

        sql.Execute(
            "UPDATE people SET name = NULL WHERE consented_at IS NULL AND id = (SELECT person_id FROM reservations WHERE id = @p0)", id);
    }

    private static Appointment Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        Enum.Parse<ReservationState>(row.GetString(2)),
        row.GetInt64(3),
        row.GetInt64(4),
        UtcTime.Read(row.GetDateTime(5)),
        row.GetString(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : UtcTime.Read(row.GetDateTime(8)),
        row.IsDBNull(9) ? null : UtcTime.Read(row.GetDateTime(9)),
        row.IsDBNull(10) ? null : row.GetGuid(10))
    {
        PersonId = new PersonId(row.GetGuid(11)),
        For = row.IsDBNull(12) ? null : row.GetString(12),
        PartyId = row.IsDBNull(13) ? null : row.GetGuid(13),
        Service = Enum.Parse<WishService>(row.GetString(14)),
        SessionState = Enum.Parse<SessionState>(row.GetString(15)),
        EveningDoes = EveningWork.Read(row.GetString(16)),
    };
}
