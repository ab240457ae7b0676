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
        var due = (await CandidatesAsync(kind, now, ct)).Where(c => c.To is not null && IsDue(kind, c.Appointment, now)).Take(AtOnce).ToList();
        foreach (var (appointment, to) in due)
        {
            Write(kind, appointment, to!, now);
        }

        await db.SaveChangesAsync(ct);
        return (due.Count, due.Count == AtOnce);
    }

    private async Task<List<Candidate>> CandidatesAsync(IReminderKind kind, DateTime now, CancellationToken ct)
    {
        var latest = now + kind.LooksAhead(now);
        var (reminders, people, routes, closed, places, name) =
            (db.Reminders, db.People, db.ContactRoutes, db.ClosedAddresses, db.Places, kind.Name);
        return await db.Reservations.AsNoTracking()
            .Where(r => r.State == ReservationState.Booked && r.Slot!.StartsAt > now && r.Slot.StartsAt <= latest)
            .Where(r => people.Any(p => p.Id == r.PersonId && p.StoppedAt == null))
            .Where(r => !reminders.Any(written => written.ReservationId == r.Id && written.Kind == name))
            .OrderBy(r => r.Slot!.StartsAt)
            .Select(r => new Candidate(
                new Appointment(
                    r.Id, r.Code, r.State, r.SlotId, r.SessionId, r.Slot!.StartsAt, r.Slot.Session!.PlaceCode,
                    places.First(place => place.Code == r.Slot.Session.PlaceCode).Name, r.BookedAt, null, null),
                routes.FirstOrDefault(route => route.PersonId == r.PersonId
                    && !closed.Any(c => c.Channel == route.Channel && c.Address == route.Address))))
            .ToListAsync(ct);
    }

    /// <summary>Who booked after the reminder's hour was told everything in that minute and needs no second message.</summary>
    private static bool IsDue(IReminderKind kind, Appointment mine, DateTime now)
    {
        var due = kind.DueAt(mine.StartsAt);
        return due <= now && now < kind.UsefulUntil(mine.StartsAt) && mine.BookedAt < due;
    }

    private void Write(IReminderKind kind, Appointment mine, ContactRoute to, DateTime now)
    {
        db.Add(new Reminder { Kind = kind.Name, ReservationId = mine.Id, DueAt = kind.DueAt(mine.StartsAt), WrittenAt = now });
        var message = OutgoingMessage.For(
            new ChannelAddress(to.Channel, to.Address), MessageKind.Reminder, RemindersTexts.Reminder(mine, now), now);
        message.KeepFor(mine.Mark);
        message.ExpiresAt = kind.UsefulUntil(mine.StartsAt);
        outbox.Add(message);
    }

    private sealed record Candidate(Appointment Appointment, ContactRoute? To);
}
