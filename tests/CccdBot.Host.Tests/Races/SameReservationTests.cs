using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Races;

/// <summary>R4: two at once on the same reservation (two taps, two phones, an officer and a citizen): one of them wins.</summary>
public sealed class SameReservationTests(ITestOutputHelper output)
{
    private static readonly int RoundsOfEach = Long.IsAsked ? 1000 : Ground.IsPostgres ? 40 : 200;

    private static readonly DateTime Now = new(2026, 11, 25, 3, 0, 0, DateTimeKind.Utc);

    private delegate Task<bool> Act(Ledger ledger, PersonId person, Guid id);

    private static readonly Act Confirm = async (ledger, person, id) =>
        await ledger.Gate.RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(person, id, Now)) is not null;

    private static readonly Act Cancel = (ledger, _, id) =>
        ledger.Gate.RunAsync<SeatBook, bool>(seats => seats.Cancel(id, Doing.OfService(StepReason.CannotCome), Now));

    private static readonly Act LetGo = (ledger, _, id) =>
        ledger.Gate.RunAsync<SeatBook, bool>(seats => seats.LetGo(id, Now));

    /// <summary>Looks first, then writes: the way that loses.</summary>
    private static readonly Act NaiveCancel = async (ledger, _, id) =>
    {
        var isBooked = await ledger.Gate.RunAsync<CccdDb, bool>(
            db => db.Reservations.AnyAsync(r => r.Id == id && r.State == ReservationState.Booked));
        if (isBooked)
        {
            await ledger.Gate.RunAsync<CccdDb>(db => db.Reservations.Where(r => r.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReservationState.Cancelled)));
        }

        return isBooked;
    };

    [Fact]
    public async Task Two_at_once_confirm_cancel_let_go_or_move_one_reservation_and_one_of_them_wins()
    {
        await using var ledger = await Ledger.OpenAsync();
        var slots = await ledger.SlotsAsync(2, capacity: 3, Now);
        var wins = new Dictionary<string, int>();
        foreach (var (name, isMove, one, other) in Pairs())
        {
            wins[name] = 0;
            for (var round = 0; round < RoundsOfEach; round++)
            {
                wins[name] += await RoundAsync(ledger, slots, isMove, name, one, other);
            }
        }

        output.WriteLine(string.Join(", ", wins.Select(pair => $"{pair.Key}: {pair.Value} of {RoundsOfEach}")));
        Assert.All(wins, pair => Assert.Equal(RoundsOfEach, pair.Value));
        Assert.Equal(0, await ledger.CountAsync("SELECT COUNT(*) FROM slots WHERE taken <> 0"));
    }

    [Fact]
    public async Task Cancelling_by_looking_first_lets_both_win_and_is_caught()
    {
        await using var ledger = await Ledger.OpenAsync();
        var slots = await ledger.SlotsAsync(2, capacity: 3, Now);
        var bothWon = 0;
        for (var round = 0; round < 20; round++)
        {
            var (person, booked, _) = await BookedAsync(ledger, slots, isMove: false);
            bothWon += await TogetherAsync(ledger, person, (NaiveCancel, booked), (NaiveCancel, booked)) == 2 ? 1 : 0;
            await ledger.SqlAsync("UPDATE slots SET taken = 0");
        }

        Assert.True(bothWon > 0);
    }

    private static IEnumerable<(string Name, bool IsMove, Act One, Act Other)> Pairs() =>
    [
        ("confirm+confirm", false, Confirm, Confirm),
        ("confirm+let go", false, Confirm, LetGo),
        ("cancel+cancel", false, Cancel, Cancel),
        ("cancel+move", true, Cancel, Confirm),
        ("move+move", true, Confirm, Confirm),
    ];

    /// <summary>1 when exactly one of the two won.</summary>
    private static async Task<int> RoundAsync(Ledger ledger, List<Slot> slots, bool isMove, string name, Act one, Act other)
    {
        int winners;
        PersonId person;
        if (name.StartsWith("confirm", StringComparison.Ordinal))
        {
            (person, var hold) = await HeldAsync(ledger, slots[0], null, null);
            winners = await TogetherAsync(ledger, person, (one, hold), (other, hold));
        }
        else
        {
            (person, var booked, var next) = await BookedAsync(ledger, slots, isMove);
            winners = await TogetherAsync(ledger, person, (one, name.StartsWith("move", StringComparison.Ordinal) ? next : booked), (other, isMove ? next : booked));
        }

        await ClearAsync(ledger, person);
        return winners == 1 ? 1 : 0;
    }

    private static async Task<int> TogetherAsync(Ledger ledger, PersonId person, (Act Do, Guid Id) one, (Act Do, Guid Id) other)
    {
        var results = await Task.WhenAll(one.Do(ledger, person, one.Id), other.Do(ledger, person, other.Id));
        return results.Count(won => won);
    }

    private static async Task<(PersonId Person, Guid Booked, Guid Next)> BookedAsync(Ledger ledger, List<Slot> slots, bool isMove)
    {
        var (person, booked) = await HeldAsync(ledger, slots[0], null, null);
        await Confirm(ledger, person, booked);
        return isMove ? (person, booked, (await HeldAsync(ledger, slots[1], person, booked)).Hold) : (person, booked, default);
    }

    private static async Task<(PersonId Person, Guid Hold)> HeldAsync(Ledger ledger, Slot slot, PersonId? known, Guid? replaces)
    {
        var person = known ?? (await ledger.PeopleAsync(1, Now))[0];
        var outcome = await ledger.Gate.RunAsync<SeatBook, HoldOutcome>(
            seats => seats.Hold(person, slot.Id, Now, replaces, isUndo: true));
        return (person, Assert.IsType<HoldOutcome.Held>(outcome).Appointment.Id);
    }

    /// <summary>Gives everything back through the book itself: were a seat counted twice or lost, the count would not come out at zero.</summary>
    private static Task ClearAsync(Ledger ledger, PersonId person) => ledger.Gate.RunAsync<IServiceProvider>(async desk =>
    {
        var db = (CccdDb)desk.GetService(typeof(CccdDb))!;
        var seats = (SeatBook)desk.GetService(typeof(SeatBook))!;
        foreach (var id in await db.Reservations.Where(r => r.PersonId == person).Select(r => r.Id).ToListAsync())
        {
            seats.Cancel(id, Doing.OfService(StepReason.CannotCome), Now);
            seats.LetGo(id, Now);
        }
    });
}
