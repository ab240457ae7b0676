using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Races;

/// <summary>R3: the last seat goes to one person. Each race has a twin without the guard, which must be caught.</summary>
public sealed class LastSeatTests(ITestOutputHelper output)
{
    private const int TwinRounds = 20;
    private const long FullSync = 2;

    private static readonly DateTime Now = new(2026, 11, 25, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Of_64_who_reach_for_the_last_seat_one_gets_it_a_thousand_times_over()
    {
        await using var ledger = await Ledger.OpenAsync();
        Assert.Equal(FullSync, await ledger.Gate.RunAsync<Statements, long>(sql => sql.Number("PRAGMA synchronous")));

        var report = await LastSeatRace.RunAsync(ledger, 1000, LastSeatRace.ByTheBook);

        output.WriteLine($"{report}");
        Assert.Equal(1000, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.Equal(0, report.Refused);
    }

    [Fact]
    public async Task Without_guard_index_and_check_the_same_race_oversells_and_is_caught()
    {
        await using var ledger = await Ledger.OpenAsync();
        await WithoutConstraintsAsync(ledger);

        var report = await LastSeatRace.RunAsync(ledger, TwinRounds, CheckThenWrite(ignoreChecks: true));

        output.WriteLine($"{report}");
        Assert.NotEqual(TwinRounds, report.RoundsWithOneWinner);
        Assert.True(report.MostWinners > 1);
        Assert.True(report.OversoldSlots > 0);
    }

    [Fact]
    public async Task Without_the_guard_alone_the_ledger_itself_still_refuses_the_second_winner()
    {
        await using var ledger = await Ledger.OpenAsync();

        var report = await LastSeatRace.RunAsync(ledger, TwinRounds, CheckThenWrite(ignoreChecks: false));

        output.WriteLine($"{report}");
        Assert.Equal(TwinRounds, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.True(report.Refused > 0);
    }

    /// <summary>How it is done by those who trust their luck: look whether a seat is free, then take it.</summary>
    private static Booker CheckThenWrite(bool ignoreChecks) => async (ledger, person, slot) =>
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
        await db.Database.ExecuteSqlRawAsync(ignoreChecks ? "PRAGMA ignore_check_constraints = ON" : "SELECT 1");
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

    private static async Task WithoutConstraintsAsync(Ledger ledger)
    {
        await ledger.SqlAsync("DROP INDEX ux_reservations_seat");
        await ledger.SqlAsync("DROP INDEX ux_reservations_person_session");
        await ledger.SqlAsync("DROP INDEX ux_reservations_one_hold");
    }
}
