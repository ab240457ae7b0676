using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Reminders;

/// <summary>Writes the reminders that are due now, each once, together with the message that carries it.</summary>
internal sealed class ReminderWriter(CccdDb db, Outbox outbox)
{
    /// <summary>So many in one transaction; more would keep those waiting who are talking with us.</summary>
    private const int AtOnce = 200;

    /// <summary>How many were written; as many as <see cref="AtOnce"/> means there may be more.</summary>
    public async Task<(int Written, bool MayBeMore)> WriteAsync(IReminderKind kind, DateTime now, CancellationToken ct)
    {
        var due = (await CandidatesAsync(kind, now, ct)).Where(c => c.To is not null && IsDue(kind, c.Reservation, now)).Take(AtOnce).ToList();
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(place => place.Code, ct);
        foreach (var (reservation, to) in due)
        {
            Write(kind, reservation, places[reservation.Slot!.Session!.PlaceCode], to!, now);
        }

        await db.SaveChangesAsync(ct);
        return (due.Count, due.Count == AtOnce);
    }

    private async Task<List<Candidate>> CandidatesAsync(IReminderKind kind, DateTime now, CancellationToken ct)
    {
        var latest = now + kind.LooksAhead(now);
        var (reminders, people, routes, closed, name) = (db.Reminders, db.People, db.ContactRoutes, db.ClosedAddresses, kind.Name);
        return await db.Reservations.AsNoTracking().Include(r => r.Slot!.Session)
            .Where(r => r.State == ReservationState.Booked && r.Slot!.StartsAt > now && r.Slot.StartsAt <= latest)
            .Where(r => people.Any(p => p.Id == r.PersonId && p.StoppedAt == null))
            .Where(r => !reminders.Any(written => written.ReservationId == r.Id && written.Kind == name))
            .OrderBy(r => r.Slot!.StartsAt)
            .Select(r => new Candidate(r, routes.FirstOrDefault(
                route => route.PersonId == r.PersonId
                    && !closed.Any(c => c.Channel == route.Channel && c.Address == route.Address))))
            .ToListAsync(ct);
    }

    /// <summary>Who booked after the reminder's hour was told everything in that minute and needs no second message.</summary>
    private static bool IsDue(IReminderKind kind, Reservation reservation, DateTime now)
    {
        var startsAt = reservation.Slot!.StartsAt;
        var due = kind.DueAt(startsAt);
        return due <= now && now < kind.UsefulUntil(startsAt) && reservation.BookedAt < due;
    }

    private void Write(IReminderKind kind, Reservation reservation, Place place, ContactRoute to, DateTime now)
    {
        var startsAt = reservation.Slot!.StartsAt;
        db.Add(new Reminder { Kind = kind.Name, ReservationId = reservation.Id, DueAt = kind.DueAt(startsAt), WrittenAt = now });
        var message = OutgoingMessage.For(
            new ChannelAddress(to.Channel, to.Address), MessageKind.Reminder, RemindersTexts.Reminder(reservation, place, now), now);
        message.KeepFor(reservation.Mark);
        message.ExpiresAt = kind.UsefulUntil(startsAt);
        outbox.Add(message);
    }

    private sealed record Candidate(Reservation Reservation, ContactRoute? To);
}
