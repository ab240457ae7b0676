using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Host.Tests.Races.Model;
using CccdBot.Host.Tests.Support;
using CsCheck;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Races;

/// <summary>Whatever citizens, officers, the rain and the clock do in whatever order, the book does as a model without a database.</summary>
public sealed class SeatModelTests(ITestOutputHelper output)
{
    private const int Together = 200;

    /// <summary>The same for every run but the long ones, so that a build tells of the change and not of its luck.</summary>
    private const string Seed = "0000KcVzaW51";

    private static readonly Gen<int> Any = Gen.Int[0, 1000];

    /// <summary>Two are the busiest: only who does much comes to the limits.</summary>
    private static readonly Gen<int> Someone = Gen.Frequency((1, Gen.Int[0, 1]), (2, Any));
    private static readonly Gen<bool> Perhaps = Gen.Frequency((2, Gen.Const(true)), (1, Gen.Const(false)));

    private static readonly ReservationState[] Marks =
        [ReservationState.CheckedIn, ReservationState.CheckedIn, ReservationState.Served, ReservationState.Missed, ReservationState.Deferred, ReservationState.Confirmed];

    private static readonly int[] LongWhiles = [20, 60, 120, 180, 360, 1440];

    private static readonly Gen<Deed> Deeds = Gen.Frequency(
        (20, Gen.Select(Someone, Any, Gen.Enum<WishService>(), (who, at, service) => (Deed)new Ask(who, at, service))),
        (5, Gen.Select(Someone, Any, Perhaps, (who, at, comes) => (Deed)new AskForFamily(who, at, comes))),
        (6, Gen.Select(Any, Any, (which, at) => (Deed)new AskToMove(which, at))),
        (28, Any.Select(which => (Deed)new Agree(which))),
        (2, Any.Select(which => (Deed)new Refuse(which))),
        (8, Any.Select(which => (Deed)new Cancel(which))),
        (6, Any.Select(which => (Deed)new TakeBack(which))),
        (1, Any.Select(which => (Deed)new PutOff(which))),
        (2, Gen.Const((Deed)new LookForLapsed())),
        (3, Gen.Select(Someone, Any, Perhaps, Gen.Enum<WaitingPriority>(), (who, at, any, priority) => (Deed)new StandInLine(who, at, any, priority))),
        (1, Any.Select(which => (Deed)new LeaveLine(which))),
        (4, Any.Select(which => (Deed)new TakeOffer(which))),
        (1, Any.Select(which => (Deed)new DeclineOffer(which))),
        (7, Gen.Const((Deed)new HandOn())),
        (3, Gen.Select(Any, Gen.Int[0, 4], (at, capacity) => (Deed)new SetCapacity(at, capacity))),
        (1, Any.Select(which => (Deed)new ConfirmEvening(which))),
        (1, Gen.Select(Any, Perhaps, (which, isSeenTo) => (Deed)new CallOff(which, isSeenTo))),
        (3, Gen.Const((Deed)new SeeToDisplaced())),
        (1, Gen.Select(Any, Perhaps, Gen.Int[-30, 30], (which, hall, hours) => (Deed)new MoveEvening(which, hall, hours))),
        (1, Any.Select(which => (Deed)new CloseEvening(which))),
        (4, Gen.Select(Any, Gen.Int[0, Marks.Length - 1], (which, to) => (Deed)new Mark(which, Marks[to]))),
        (1, Any.Select(which => (Deed)new SendBackDossier(which))),
        (3, Any.Select(which => (Deed)new TakeKept(which))),
        (2, Gen.Select(Any, Gen.Bool, (which, stays) => (Deed)new Answer(which, stays))),
        (3, Gen.Const((Deed)new SettleQuestions())),
        (1, Any.Select(which => (Deed)new Tell(which))),
        (10, Gen.Int[1, 7].Select(minutes => (Deed)new Pass(minutes))),
        (3, Gen.Int[0, LongWhiles.Length - 1].Select(which => (Deed)new Pass(LongWhiles[which]))),
        (4, Gen.Const((Deed)new Remind())),
        (1, Gen.Frequency((1, Any.Select(who => (Deed)new CloseChat(who))), (5, Gen.Const((Deed)new Remind())))));

    [Fact]
    public async Task Whatever_anyone_does_the_book_does_as_the_model_and_what_must_hold_holds()
    {
        await using var ledger = await Ledger.OpenAsync();
        var village = await ModelVillage.OpenAsync(ledger);
        var samples = (Long.IsAsked ? 200_000 : Ground.IsPostgres ? 3_000 : 10_000) / Together;
        Deeds.List[Together].Sample(
            deeds => village.Play(deeds) is null,
            output.WriteLine,
            Long.IsAsked ? null : Seed,
            samples,
            threads: 1,
            print: deeds => village.Play(village.Shrink(deeds))!);
        output.WriteLine(village.Tally());
        Assert.True(Long.IsAsked || village.Kinds > 60, "Not everything was tried.");
    }
}
