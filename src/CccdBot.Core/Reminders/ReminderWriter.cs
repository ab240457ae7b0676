using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Reminders;

/// <summary>Writes the reminders that are due now, each once, together with the message that carries it.</summary>
internal sealed class ReminderWriter(IEnumerable<IReminderKind> kinds, CccdDb db, Statements sql, Outbox outbox, VoicedEvenings voiced)
{
    /// <summary>So many in one transaction; more would keep those waiting who are talking with us.</summary>
    private const int AtOnce = 200;

    /// <summary>How many were written; as many as <see cref="AtOnce"/> means there may be more.</summary>
    public async Task<(int Written, bool MayBeMore)> WriteAsync(DateTime now, CancellationToken ct)
    {
        // Two nodes may look in the same moment; the second then finds that all is written.
        sql.Alone("reminders");
        var written = 0;
        foreach (var kind in kinds)
        {
            written += await WriteAsync(kind, now, AtOnce - written, ct);
        }

        await db.SaveChangesAsync(ct);
        return (written, written >= AtOnce);
    }

    /// <summary>A look was finished, on this node or another.</summary>
    public void NoteLook(DateTime now) => sql.Execute(
        "INSERT INTO reminder_looks (id, at) VALUES (1, @p0) ON CONFLICT (id) DO UPDATE SET at = excluded.at", now);

    private async Task<int> WriteAsync(IReminderKind kind, DateTime now, int most, CancellationToken ct)
    {
        if (most <= 0 || kind.WhoMayBeDue(db, now) is not { } candidates)
        {
            return 0;
        }

        var written = 0;
        foreach (var family in Families(kind, await ReadAsync(candidates, kind.Name, ct), now).TakeWhile(_ => written < most))
        {
            Write(kind, family, now);
            written += family.Count;
        }

        return written;
    }

    /// <summary>All of one chat who come in one evening, when one of them is due: three messages that say the same are read by nobody.</summary>
    private static IEnumerable<List<Candidate>> Families(IReminderKind kind, List<Candidate> candidates, DateTime now) => candidates
        .Where(one => one.To is not null && kind.DueAt(one.Mine) is not null && now < kind.UsefulUntil(one.Mine))
        .GroupBy(one => (one.Keeper, one.Mine.Appointment.SessionId))
        .Where(family => family.Any(one => kind.DueAt(one.Mine) <= now))
        .Select(family => family.OrderBy(one => one.Mine.Appointment.StartsAt).ThenBy(one => one.Mine.Appointment.For is not null).ToList());

    private Task<List<Candidate>> ReadAsync(IQueryable<Reservation> candidates, string name, CancellationToken ct)
    {
        var (reminders, people, routes, closed, places, steps) =
            (db.Reminders, db.People, db.ContactRoutes, db.ClosedAddresses, db.Places, db.ReservationSteps);
        var due =
            from r in candidates.AsNoTracking()
            join comes in people on r.PersonId equals comes.Id
            join reached in people on comes.KeeperId ?? comes.Id equals reached.Id
            where reached.StoppedAt == null && !reminders.Any(written => written.ReservationId == r.Id && written.Kind == name && written.Round == r.Round)
            orderby r.Slot!.StartsAt
            select new Candidate(
                new Reminded(
                    new Appointment(
                        r.Id, r.Code, r.State, r.SlotId, r.SessionId, r.Slot!.StartsAt, r.Slot.Session!.PlaceCode,
                        places.First(place => place.Code == r.Slot.Session.PlaceCode).Name, r.BookedAt, r.EndedAt, null)
                    {
                        PersonId = r.PersonId,
                        For = comes.KeeperId == null ? null : comes.Name,
                        Service = r.Service,
                    },
                    steps.Where(step => step.ReservationId == r.Id && step.To == ReservationState.Confirmed && step.Hand == Hand.Officer)
                        .Select(step => (DateTime?)step.At).FirstOrDefault(),
                    r.RecheckOn,
                    r.CardReadyAt,
                    r.Round),
                routes.FirstOrDefault(route => route.PersonId == reached.Id
                    && !closed.Any(c => c.Channel == route.Channel && c.Address == route.Address)),
                reached.Id);
        return due.ToListAsync(ct);
    }

    private void Write(IReminderKind kind, List<Candidate> family, DateTime now)
    {
        db.AddRange(family.Select(one => new Reminder
        {
            Kind = kind.Name,
            ReservationId = one.Mine.Appointment.Id,
            Round = one.Mine.Round,
            DueAt = kind.DueAt(one.Mine)!.Value,
            WrittenAt = now,
        }));
        var (first, to) = (family[0].Mine.Appointment, family[0].To!);
        var message = OutgoingMessage.For(
            new ChannelAddress(to.Channel, to.Address), MessageKind.Reminder, SayTo(family, kind, now), now);
        message.KeepFor(family.Count == 1 ? first.Mark : Reservation.MarkOf(first.SessionId, family[0].Keeper));
        message.ExpiresAt = family.Min(one => kind.UsefulUntil(one.Mine));
        outbox.Add(message);
    }

    private Reply SayTo(List<Candidate> family, IReminderKind kind, DateTime now) =>
        voiced.WithVoices(kind.Say(family.ConvertAll(one => one.Mine.Appointment), now), family[0].Mine.Appointment.SessionId, now);

    /// <param name="Keeper">Whose chat speaks for them.</param>
    private sealed record Candidate(Reminded Mine, ContactRoute? To, PersonId Keeper);
}
