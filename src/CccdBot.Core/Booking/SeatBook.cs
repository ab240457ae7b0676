using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

/// <summary>The book of seats: holds, books, moves and frees them, each step a compare-and-swap inside the turn's transaction.</summary>
public sealed class SeatBook(CccdDb db, Outbox outbox)
{
    /// <summary>Keeps the lowest free seat of a half hour for a few minutes; an older hold of the same person is let go.</summary>
    /// <param name="replaces">The booking that will end when this one is confirmed; it may be of the same evening.</param>
    public async Task<HoldOutcome> HoldAsync(PersonId person, long slotId, DateTime now, CancellationToken ct, Guid? replaces = null)
    {
        var slot = await db.Slots.AsNoTracking().FirstOrDefaultAsync(s => s.Id == slotId, ct);
        if (slot is null)
        {
            return new HoldOutcome.NoSuchSlot();
        }

        if (slot.IsTooLate(now))
        {
            return new HoldOutcome.TooLate(slot);
        }

        var mine = await ActiveOf(person).ToListAsync(ct);
        if (mine.FirstOrDefault(b => b.State == ReservationState.Booked && b.SessionId == slot.SessionId && b.Id != replaces) is { } already)
        {
            return new HoldOutcome.AlreadyYours(already);
        }

        foreach (var older in mine.Where(b => b.State == ReservationState.Held))
        {
            await EndAsync(older.Id, ReservationState.Held, ReservationState.Lapsed, now, ct);
        }

        return await TakeSeatAsync(slot.Id, ct)
            ? new HoldOutcome.Held(await WriteHoldAsync(person, slot, now, replaces, ct))
            : new HoldOutcome.Full(slot);
    }

    /// <summary>Makes a hold a booking, and ends the one it replaces; null when the hold has run out.</summary>
    public async Task<Reservation?> ConfirmAsync(PersonId person, Guid id, DateTime now, CancellationToken ct)
    {
        var hold = await Whole().FirstOrDefaultAsync(
            b => b.Id == id && b.PersonId == person && b.State == ReservationState.Held && b.HeldUntil > now, ct);
        if (hold is null)
        {
            return null;
        }

        if (hold.Replaces is { } old && !await EndAsync(old, ReservationState.Booked, ReservationState.Moved, now, ct))
        {
            await EndAsync(id, ReservationState.Held, ReservationState.Lapsed, now, ct);
            return null;
        }

        await db.Reservations.Where(b => b.Id == id && b.State == ReservationState.Held).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, ReservationState.Booked).SetProperty(b => b.BookedAt, now), ct);
        (hold.State, hold.BookedAt) = (ReservationState.Booked, now);
        return hold;
    }

    /// <summary>Gives a booked seat back; false when there was none to give back.</summary>
    public Task<bool> CancelAsync(Guid id, DateTime now, CancellationToken ct) =>
        EndAsync(id, ReservationState.Booked, ReservationState.Cancelled, now, ct);

    /// <summary>Lets a held seat go; false when it was no longer held.</summary>
    public Task<bool> LetGoAsync(Guid id, DateTime now, CancellationToken ct) =>
        EndAsync(id, ReservationState.Held, ReservationState.Lapsed, now, ct);

    /// <summary>Frees the seats whose five minutes are over, and returns how many.</summary>
    public async Task<int> FreeLapsedAsync(DateTime now, CancellationToken ct)
    {
        var lapsed = await db.Reservations.Where(b => b.State == ReservationState.Held && b.HeldUntil <= now)
            .Select(b => b.Id).ToListAsync(ct);
        foreach (var id in lapsed)
        {
            await LetGoAsync(id, now, ct);
        }

        return lapsed.Count;
    }

    /// <summary>A booking of this person with its half hour, whatever its state; null when it is not theirs.</summary>
    public Task<Reservation?> FindAsync(PersonId person, Guid id, CancellationToken ct) =>
        Whole().FirstOrDefaultAsync(b => b.Id == id && b.PersonId == person, ct);

    /// <summary>What this person has booked and not yet been to, soonest first.</summary>
    public Task<List<Reservation>> UpcomingAsync(PersonId person, DateTime now, CancellationToken ct) =>
        Whole().Where(b => b.PersonId == person && b.State == ReservationState.Booked && b.Slot!.StartsAt > now)
            .OrderBy(b => b.Slot!.StartsAt).ToListAsync(ct);

    private IQueryable<Reservation> ActiveOf(PersonId person) => Whole()
        .Where(b => b.PersonId == person && (b.State == ReservationState.Held || b.State == ReservationState.Booked));

    private IQueryable<Reservation> Whole() => db.Reservations.AsNoTracking().Include(b => b.Slot!.Session);

    /// <summary>The one statement that decides who gets the last seat.</summary>
    private async Task<bool> TakeSeatAsync(long slotId, CancellationToken ct) =>
        await db.Slots.Where(s => s.Id == slotId && s.Taken < s.Capacity)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken + 1), ct) == 1;

    private async Task<Reservation> WriteHoldAsync(PersonId person, Slot slot, DateTime now, Guid? replaces, CancellationToken ct)
    {
        var taken = await db.Reservations
            .Where(b => b.SlotId == slot.Id && (b.State == ReservationState.Held || b.State == ReservationState.Booked))
            .Select(b => b.Seat).ToListAsync(ct);
        var seat = Enumerable.Range(1, slot.Capacity).First(number => !taken.Contains(number));
        var hold = new Reservation
        {
            PersonId = person,
            SessionId = slot.SessionId,
            SlotId = slot.Id,
            Seat = seat,
            Code = $"{slot.Letter}{seat}",
            HeldUntil = now + Reservation.HoldLasts,
            Replaces = replaces,
        };
        db.Add(hold);
        await db.SaveChangesAsync(ct);
        return hold;
    }

    /// <summary>Ends a booking if it is still in the expected state, frees its seat and calls its reminders back.</summary>
    private async Task<bool> EndAsync(Guid id, ReservationState from, ReservationState to, DateTime now, CancellationToken ct)
    {
        var ended = await db.Reservations.Where(b => b.Id == id && b.State == from).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, to).SetProperty(b => b.EndedAt, now), ct);
        if (ended == 0)
        {
            return false;
        }

        var reservations = db.Reservations;
        await db.Slots.Where(s => reservations.Any(b => b.Id == id && b.SlotId == s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken - 1), ct);
        outbox.CallBack(Reservation.MarkOf(id), MessageKind.Reminder);
        return true;
    }
}
