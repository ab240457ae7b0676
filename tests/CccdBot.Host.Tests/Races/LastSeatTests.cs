using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Races;

/// <summary>R3: the last seat goes to one person. Each race has a twin without the guard, which must be caught.</summary>
public sealed class LastSeatTests(ITestOutputHelper output)
{
    private const int TwinRounds = 20;

    private static readonly int Rounds = Long.IsAsked ? 1000 : Ground.IsPostgres ? 50 : 300;

    private static readonly int MixedRounds = Long.IsAsked ? 1000 : 30;

    private const long FullSync = 2;

    [Fact]
    public async Task Of_64_who_reach_for_the_last_seat_one_gets_it_every_time()
    {
        await using var ledger = await Ledger.OpenAsync();
        Assert.True(Ground.IsPostgres || await ledger.Gate.RunAsync<Statements, long>(sql => sql.Number("PRAGMA synchronous")) == FullSync);

        var report = await LastSeatRace.RunAsync(ledger, Rounds, LastSeatRace.ByTheBook);

        output.WriteLine($"{report}");
        Assert.Equal(Rounds, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.Equal(0, report.Refused);
    }

    [Fact]
    public async Task By_whichever_way_they_reach_for_it_the_last_seat_goes_to_one()
    {
        await using var ledger = await Ledger.OpenAsync();

        var report = await LastSeatRace.RunAsync(ledger, MixedRounds, LastSeatRace.ByEveryPath(ledger));

        output.WriteLine($"{report}");
        Assert.Equal(MixedRounds, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.Equal(0, report.Refused);
    }

    [Fact]
    public async Task Without_guard_index_and_check_the_same_race_oversells_and_is_caught()
    {
        await using var ledger = await Ledger.OpenAsync();
        await LastSeatRace.WithoutConstraintsAsync(ledger);

        var report = await LastSeatRace.RunAsync(ledger, TwinRounds, LastSeatRace.CheckThenWrite(ignoreChecks: true));

        output.WriteLine($"{report}");
        Assert.NotEqual(TwinRounds, report.RoundsWithOneWinner);
        Assert.True(report.MostWinners > 1);
        Assert.True(report.OversoldSlots > 0);
    }

    [Fact]
    public async Task Without_the_guard_alone_the_ledger_itself_still_refuses_the_second_winner()
    {
        await using var ledger = await Ledger.OpenAsync();

        var report = await LastSeatRace.RunAsync(ledger, TwinRounds, LastSeatRace.CheckThenWrite(ignoreChecks: false));

        output.WriteLine($"{report}");
        Assert.Equal(TwinRounds, report.RoundsWithOneWinner);
        Assert.Equal(0, report.OversoldSlots);
        Assert.True(report.Refused > 0);
    }
}
