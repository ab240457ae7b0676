using System.Diagnostics;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Races;

/// <summary>How one citizen tries to get a seat; true when they were told it is theirs.</summary>
internal delegate Task<bool> Booker(Ledger ledger, PersonId person, Slot slot);

/// <summary>What came of the races for last seats.</summary>
internal sealed record RaceReport(int Rounds, int RoundsWithOneWinner, int MostWinners, int Refused, long OversoldSlots, double Seconds);

/// <summary>Many citizens reach for the last seat of a half hour in the same moment, round after round.</summary>
internal static class LastSeatRace
{
    public const int Bookers = 64;

    private static readonly DateTime Now = new(2026, 11, 25, 3, 0, 0, DateTimeKind.Utc);

    public static async Task<RaceReport> RunAsync(Ledger ledger, int rounds, Booker book)
    {
        // Who has won twice has seats enough and is let in no more: after two evenings others come.
        var people = (await ledger.PeopleAsync(Bookers * ((rounds + 1) / 2), Now)).Chunk(Bookers).ToList();
        var slots = await ledger.SlotsAsync(rounds, capacity: 1, Now);
        var (oneWinner, most, refused) = (0, 0, 0);
        var started = Stopwatch.GetTimestamp();
        foreach (var (round, slot) in slots.Index())
        {
            var tries = await Task.WhenAll(people[round / 2].Select(person => TryAsync(ledger, person, slot, book)));
            var winners = tries.Count(won => won == true);
            refused += tries.Count(won => won is null);
            oneWinner += winners == 1 ? 1 : 0;
            most = Math.Max(most, winners);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var oversold = await ledger.CountAsync(
            "SELECT COUNT(*) FROM slots s WHERE (s.capacity = 1 AND s.taken <> 1) OR s.taken > s.capacity OR "
            + $"(SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated}) <> s.taken");
        return new RaceReport(rounds, oneWinner, most, refused, oversold, seconds);
    }

    /// <summary>Hold and confirm, as the two taps of a citizen do, each its own turn.</summary>
    public static async Task<bool> ByTheBook(Ledger ledger, PersonId person, Slot slot)
    {
        var outcome = await ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(person, slot.Id, Now));
        return outcome is HoldOutcome.Held(var hold)
            && await ledger.Gate.RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(person, hold.Id, Now)) is not null;
    }

    /// <summary>A fifth each by every way to a seat: for oneself, for another, in exchange for a booking, kept by the police, and out of the waiting line.</summary>
    public static Booker ByEveryPath(Ledger at)
    {
        var elsewhere = new Lazy<Task<Slot>>(() => ElsewhereAsync(at));
        return async (ledger, person, slot) => (person.Value.ToByteArray()[^1] % 5) switch
        {
            0 => await ByTheBook(ledger, person, slot),
            1 => await ForAnotherAsync(ledger, person, slot),
            2 => await ByMovingAsync(ledger, person, slot, await elsewhere.Value),
            3 => await KeptAsync(ledger, person, slot),
            _ => await ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold([person], slot.Id, Now, offeredUntil: Now.AddMinutes(15))) is HoldOutcome.Held(var offer)
                && await ConfirmAsync(ledger, person, offer.Id),
        };
    }

    private static async Task<bool> ForAnotherAsync(Ledger ledger, PersonId person, Slot slot)
    {
        var outcome = await ledger.Gate.RunAsync<IServiceProvider, HoldOutcome>(desk =>
        {
            var mother = desk.GetRequiredService<Household>().Take(person, "Mẹ", Now)!;
            return desk.GetRequiredService<SeatBook>().Hold(mother.Id, slot.Id, Now);
        });
        return outcome is HoldOutcome.Held(var hold) && await ConfirmAsync(ledger, person, hold.Id);
    }

    private static async Task<bool> ByMovingAsync(Ledger ledger, PersonId person, Slot slot, Slot elsewhere)
    {
        var mine = (await ledger.Gate.RunAsync<SeatBook, List<Appointment>>(seats => seats.OwnActive(person))).Find(a => a.SlotId == elsewhere.Id && a.State.IsAhead())?.Id;
        if (mine is null && await ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(person, elsewhere.Id, Now)) is HoldOutcome.Held(var first))
        {
            await ConfirmAsync(ledger, person, first.Id);
            mine = first.Id;
        }

        return await ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(person, slot.Id, Now, mine)) is HoldOutcome.Held(var hold)
            && await ConfirmAsync(ledger, person, hold.Id);
    }

    private static async Task<bool> KeptAsync(Ledger ledger, PersonId person, Slot slot)
    {
        var kept = await ledger.Gate.RunAsync<IServiceProvider, Appointment?>(desk =>
        {
            var (seating, offer) = (desk.GetRequiredService<Seating>(), desk.GetRequiredService<Timetable>().Find(slot.Id)!);
            var wish = new SeatWish([person], offer, WishService.Card, Now, Now.AddDays(1)) { IsKept = true, IsOffer = true };
            return seating.Take(wish) is { } row ? seating.Write(wish, row)[0] : null;
        });
        return kept is not null && await ConfirmAsync(ledger, person, kept.Id);
    }

    private static async Task<bool> ConfirmAsync(Ledger ledger, PersonId person, Guid hold) =>
        await ledger.Gate.RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(person, hold, Now)) is not null;

    /// <summary>An evening with room for everyone, from which one may move.</summary>
    private static Task<Slot> ElsewhereAsync(Ledger ledger) => ledger.Gate.RunAsync<CccdDb, Slot>(async db =>
    {
        db.Add(new Place { Code = "far", Name = "Trường THCS", ShortName = "Trường", Position = 9 });
        var starts = Now.AddDays(3);
        var evening = new Session { PlaceCode = "far", Date = DateOnly.FromDateTime(starts), StartsAt = starts, EndsAt = starts.AddHours(1) };
        evening.Slots.Add(new Slot { Letter = "A", StartsAt = starts, Capacity = 100_000 });
        db.Add(evening);
        await db.SaveChangesAsync();
        return evening.Slots[0];
    });

    /// <summary>How it is done by those who trust their luck: look whether a seat is free, then take it.</summary>
    public static Booker CheckThenWrite(bool ignoreChecks) => async (ledger, person, slot) =>
    {
        var isFree = await ledger.Gate.RunAsync<CccdDb, bool>(
            db => db.Slots.AnyAsync(s => s.Id == slot.Id && s.Taken < s.Capacity));
        if (!isFree)
        {
            return false;
        }

        await ledger.Gate.RunAsync<CccdDb>(db => TakeAsync(db, person, slot, ignoreChecks));
        return true;
    };

    private static async Task TakeAsync(CccdDb db, PersonId person, Slot slot, bool ignoreChecks)
    {
        await db.Database.ExecuteSqlRawAsync(ignoreChecks && !Ground.IsPostgres ? "PRAGMA ignore_check_constraints = ON" : "SELECT 1");
        await db.Slots.Where(s => s.Id == slot.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken + 1));
        db.Add(new Reservation
        {
            PersonId = person,
            SessionId = slot.SessionId,
            SlotId = slot.Id,
            Seat = 1,
            Code = "A1",
            State = ReservationState.Booked,
            HeldUntil = Now,
            BookedAt = Now,
        });
        await db.SaveChangesAsync();
    }

    public static async Task WithoutConstraintsAsync(Ledger ledger)
    {
        await ledger.SqlAsync("DROP INDEX ux_reservations_seat");
        await ledger.SqlAsync("DROP INDEX ux_reservations_person_session");
        await ledger.SqlAsync("DROP INDEX ux_reservations_one_hold");
        if (Ground.IsPostgres)
        {
            await ledger.SqlAsync("ALTER TABLE slots DROP CONSTRAINT ck_slots_taken");
        }
    }

    /// <summary>Null: the ledger itself refused.</summary>
    private static async Task<bool?> TryAsync(Ledger ledger, PersonId person, Slot slot, Booker book)
    {
        try
        {
            return await book(ledger, person, slot);
        }
        catch (Exception refused) when (refused is System.Data.Common.DbException or DbUpdateException)
        {
            return null;
        }
    }
}
