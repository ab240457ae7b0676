using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Sees to everyone whose evening was called off or moved: each is told, is kept a seat, and is accounted for.</summary>
public sealed class Displacing(
    Statements sql, SeatBook seats, Timetable timetable, Seating seating, ReservationChanges changes, Reach reach, Outbox outbox, IRecallsReminders reminders)
{
    /// <summary>So many in one transaction; more would keep those waiting who are talking with us.</summary>
    private const int AtOnce = 25;

    /// <summary>So many are offered.</summary>
    private const int Alternatives = 3;

    /// <summary>A seat that is kept counts from when the one was booked for which it is kept.</summary>
    private const string FirstBooked = "COALESCE(r.booked_at, (SELECT o.booked_at FROM displaced_bookings d JOIN reservations o ON o.id = d.reservation_id WHERE d.kept_id = r.id))";

    /// <summary>Another hall is as far as two days later at the own one.</summary>
    private static readonly TimeSpan OtherHall = TimeSpan.FromDays(2);

    /// <summary>Offers other seats to those who still have one in an evening that was called off; when as many as one transaction takes there may be more.</summary>
    public (int Seen, bool MayBeMore) OfferOthers(DateTime now)
    {
        var families = sql.All(
                $"SELECT r.id FROM reservations r JOIN sessions e ON e.id = r.session_id WHERE e.state = 'CalledOff' AND e.ends_at > @p0 "
                + $"AND (r.state IN {ReservationLife.Choosing} OR r.state IN {ReservationLife.Ahead}) ORDER BY {FirstBooked}, r.id LIMIT {AtOnce}",
                row => row.GetGuid(0),
                now)
            .Select(id => seats.Find(id)).OfType<Appointment>().GroupBy(mine => mine.PartyId ?? mine.Id).ToList();
        foreach (var family in families)
        {
            // Together with those of the family that the limit cut off.
            OfferOthers(family.First().PartyId is { } party ? seats.WholeParty(party) : [.. family], now);
        }

        var seen = families.Sum(family => family.Count());
        return (seen, seen == AtOnce);
    }

    /// <summary>Everyone who has a seat in an evening that was moved is asked whether the new hour suits them; who was only choosing lets go.</summary>
    internal void AskAboutMove(long sessionId, string why, DateTime now)
    {
        var lost = KeptIn(sessionId);
        foreach (var mine in seats.OfSession(sessionId))
        {
            if (!mine.State.IsAhead())
            {
                seats.LetGo(mine.Id, now, StepReason.EveningMoved);
                continue;
            }

            reminders.Recall(mine.Id);
            sql.Execute("UPDATE reservations SET round = round + 1 WHERE id = @p0", mine.Id);
            Note(mine, EveningChange.Moved, null, Earlier(now + DisplacedBooking.MayThink, mine.StartsAt), now);
            Tell(mine.PersonId, mine.Mark, EveningTexts.Moved(mine, why), now, mine.StartsAt);
        }

        lost.ForEach(family => KeepOthers(family, EveningChange.Moved, now));
    }

    /// <summary>A dossier was sent back: its person is told why and what to bring, and a seat is kept for them before they are asked.</summary>
    /// <returns>False when they were not served here, or were called back already.</returns>
    public bool CallBack(Guid reservationId, string why, DateTime now)
    {
        if (seats.Find(reservationId) is not { State: ReservationState.Served } mine || IsAsked(reservationId))
        {
            return false;
        }

        var instead = Instead([mine], now);
        KeepAndAsk(mine, EveningChange.CalledBack, instead, kept => EveningTexts.CalledBack(mine, kept, instead, why), now);
        return true;
    }

    /// <summary>They were in the hall and nobody came to call them: they are told, and a seat is kept for them.</summary>
    internal void AskWhoWasNotReached(Guid reservationId, DateTime now)
    {
        var mine = seats.Find(reservationId)!;
        var instead = Instead([mine], now);
        KeepAndAsk(mine, EveningChange.ComesAgain, instead, kept => EveningTexts.NotReached(mine, kept, instead), now);
    }

    /// <summary>What an officer said to them at the table stands in their chat as well, and on the day that was named a seat is kept.</summary>
    internal void AskToComeAgain(Guid reservationId, string? papers, DateOnly? day, DateTime now)
    {
        var mine = seats.Find(reservationId)!;
        if (day is not { } named)
        {
            Tell(mine.PersonId, mine.Mark, EveningTexts.ComeAgain(mine, papers), now, now + DisplacedBooking.MayThink);
        }
        else if (reach.Of(mine.PersonId) is not null)
        {
            var instead = Instead([mine], now, named);
            KeepAndAsk(
                mine,
                EveningChange.ComesAgain,
                instead.FindAll(slot => slot.Day == named),
                kept => EveningTexts.ComeAgainOn(mine, papers, named, kept, instead),
                now);
        }
    }

    /// <summary>They were asked and have not answered.</summary>
    internal bool IsAsked(Guid reservationId) => sql.Number(
        "SELECT COUNT(*) FROM displaced_bookings WHERE reservation_id = @p0 AND outcome IN ('Asked', 'ToCall')", reservationId) > 0;

    /// <summary>Writes to the chat that speaks for this person; false where none is open.</summary>
    internal bool Tell(PersonId person, string about, Reply reply, DateTime now, DateTime until)
    {
        if (reach.Of(person) is not { } chat)
        {
            return false;
        }

        var message = OutgoingMessage.For(chat, MessageKind.Change, reply, now);
        message.KeepFor(about);
        message.ExpiresAt = Earlier(message.ExpiresAt, until);
        outbox.Add(message);
        return true;
    }

    internal DateOnly DayOf(long sessionId) =>
        sql.All("SELECT date FROM sessions WHERE id = @p0", row => row.GetFieldValue<DateOnly>(0), sessionId)[0];

    /// <summary>Free half hours that come nearest to the one that fell away, best first: the same hall and hour before all.</summary>
    /// <param name="day">What is free on this day comes before all.</param>
    internal List<SlotOffer> Instead(IReadOnlyList<Appointment> gone, DateTime now, DateOnly? day = null)
    {
        var (first, taken) = (gone[0], gone.SelectMany(mine => seats.OwnActive(mine.PersonId)).Concat(gone).Select(mine => mine.SessionId).ToHashSet());
        return [.. timetable.OpenAnywhere(now, first.Service)
            .Where(slot => !taken.Contains(slot.SessionId))
            .OrderBy(slot => day is not null && slot.Day != day)
            .ThenBy(slot => (slot.StartsAt - first.StartsAt).Duration() + (slot.PlaceCode == first.PlaceCode ? TimeSpan.Zero : OtherHall))
            .Take(Alternatives)];
    }

    /// <summary>The first of these half hours that can be kept is, and its person is asked.</summary>
    private void KeepAndAsk(
        Appointment mine, EveningChange change, IEnumerable<SlotOffer> free, Func<IReadOnlyList<Appointment>?, Reply> words, DateTime now)
    {
        var until = now + DisplacedBooking.MayThink;
        var kept = free.Select(slot => Keep([mine], slot, until, now)).FirstOrDefault(row => row is not null);
        Note(mine, change, kept?[0].Id, until, now);
        Tell(mine.PersonId, mine.Mark, words(kept), now, until);
    }

    private void OfferOthers(List<Appointment> family, DateTime now)
    {
        var gone = family.FindAll(mine => mine.State.IsAhead()
            && changes.Change(mine.Id, ReservationState.Cancelled, Doing.OfService(StepReason.EveningCalledOff), now) is not null);
        family.Except(gone).ToList().ForEach(mine => seats.LetGo(mine.Id, now, StepReason.EveningCalledOff));
        if (family.FindAll(mine => mine.State == ReservationState.Kept) is { Count: > 0 } lost)
        {
            KeepOthers(lost, EveningChange.CalledOff, now);
        }

        if (gone.Count == 0)
        {
            return;
        }

        var instead = Instead(gone, now);
        var until = now + DisplacedBooking.MayThink;
        var kept = instead.Select(slot => Keep(gone, slot, until, now)).FirstOrDefault(row => row is not null);
        foreach (var (at, mine) in gone.Index())
        {
            Note(mine, EveningChange.CalledOff, kept?[at].Id, kept is null ? until : Earlier(until, kept[0].StartsAt - Slot.LastCall), now);
        }

        Tell(gone[0].PersonId, gone[0].Mark, EveningTexts.CalledOff(gone, kept, instead, WhyOf(gone[0].SessionId)), now, gone[0].StartsAt);
    }

    /// <summary>Even the evening in which a seat was kept for them falls away: another is kept, and they hear so.</summary>
    private void KeepOthers(List<Appointment> lost, EveningChange change, DateTime now)
    {
        var instead = Instead(lost, now);
        var until = now + DisplacedBooking.MayThink;
        var kept = instead.Select(slot => Keep(lost, slot, until, now)).FirstOrDefault(row => row is not null);
        var answerBy = kept is null ? until : Earlier(until, kept[0].StartsAt - Slot.LastCall);
        List<Appointment> asked = [.. lost.Index().Select(seat => KeepFor(seat.Item, kept?[seat.Index], answerBy, now)).OfType<Appointment>()];
        if (asked is [var first, ..])
        {
            Tell(first.PersonId, first.Mark, EveningTexts.KeptFellAway(lost, first, kept, instead, WhyOf(lost[0].SessionId), isMoved: change == EveningChange.Moved), now, until);
        }
    }

    /// <summary>The booking for which the lost seat was kept, which now waits for another answer.</summary>
    private Appointment? KeepFor(Appointment lost, Appointment? kept, DateTime answerBy, DateTime now)
    {
        if (sql.First(
            "SELECT reservation_id, change FROM displaced_bookings WHERE kept_id = @p0",
            row => new Waiting(row.GetGuid(0), Enum.Parse<EveningChange>(row.GetString(1))),
            lost.Id) is not { } waiting)
        {
            return null;
        }

        var mine = seats.Find(waiting.For)!;
        Note(mine, waiting.Change, kept?.Id, answerBy, now);
        return mine;
    }

    /// <summary>The seats that are kept in this evening for people of another, family by family.</summary>
    private List<List<Appointment>> KeptIn(long sessionId) =>
        [.. sql.All($"SELECT r.id FROM reservations r WHERE r.session_id = @p0 AND r.state = 'Kept' ORDER BY {FirstBooked}, r.id", row => row.GetGuid(0), sessionId)
            .Select(id => seats.Find(id)!).DistinctBy(mine => mine.PartyId ?? mine.Id)
            .Select(mine => mine.PartyId is { } party ? seats.WholeParty(party).FindAll(seat => seat.State == ReservationState.Kept) : [mine])];

    private List<Appointment>? Keep(List<Appointment> gone, SlotOffer slot, DateTime until, DateTime now)
    {
        var wish = new SeatWish([.. gone.Select(mine => mine.PersonId)], slot, gone[0].Service, now, Earlier(until, slot.StartsAt - Slot.LastCall))
        {
            IsKept = true,
            IsUndo = true,
        };
        return seating.Take(wish) is { } row ? seating.Write(wish, row) : null;
    }

    private void Note(Appointment mine, EveningChange change, Guid? kept, DateTime answerBy, DateTime now) => sql.Execute(
        "INSERT INTO displaced_bookings (reservation_id, session_id, change, outcome, kept_id, asked_at, answer_by) VALUES (@p0, @p1, @p2, 'Asked', @p3, @p4, @p5) "
        + "ON CONFLICT (reservation_id) DO UPDATE SET change = excluded.change, outcome = 'Asked', kept_id = excluded.kept_id, "
        + "asked_at = excluded.asked_at, answer_by = excluded.answer_by, ended_at = NULL",
        mine.Id,
        mine.SessionId,
        change,
        kept,
        now,
        answerBy);

    private string WhyOf(long sessionId) => sql.First("SELECT COALESCE(why, '') FROM sessions WHERE id = @p0", row => row.GetString(0), sessionId)!;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private sealed record Waiting(Guid For, EveningChange Change);
}
