using System.Diagnostics;
using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Host.Tests.Support;

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
        var people = await ledger.PeopleAsync(Bookers, Now);
        var slots = await ledger.SlotsAsync(rounds, capacity: 1, Now);
        var (oneWinner, most, refused) = (0, 0, 0);
        var started = Stopwatch.GetTimestamp();
        foreach (var slot in slots)
        {
            var tries = await Task.WhenAll(people.Select(person => TryAsync(ledger, person, slot, book)));
            var winners = tries.Count(won => won == true);
            refused += tries.Count(won => won is null);
            oneWinner += winners == 1 ? 1 : 0;
            most = Math.Max(most, winners);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var oversold = await ledger.CountAsync(
            "SELECT COUNT(*) FROM slots s WHERE s.taken <> 1 OR s.taken > s.capacity OR "
            + "(SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN ('Held', 'Booked')) <> s.taken");
        return new RaceReport(rounds, oneWinner, most, refused, oversold, seconds);
    }

    /// <summary>Hold and confirm, as the two taps of a citizen do, each its own turn.</summary>
    public static async Task<bool> ByTheBook(Ledger ledger, PersonId person, Slot slot)
    {
        var outcome = await ledger.Gate.RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(person, slot.Id, Now));
        return outcome is HoldOutcome.Held(var hold)
            && await ledger.Gate.RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(person, hold.Id, Now)) is not null;
    }

    /// <summary>Null: the ledger itself refused.</summary>
    private static async Task<bool?> TryAsync(Ledger ledger, PersonId person, Slot slot, Booker book)
    {
        try
        {
            return await book(ledger, person, slot);
        }
        catch (Exception refused) when (refused is Microsoft.Data.Sqlite.SqliteException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            return null;
        }
    }
}
