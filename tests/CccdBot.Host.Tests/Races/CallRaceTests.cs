using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Races;

/// <summary>Two officers, one line: nobody is called twice, and nobody is left out.</summary>
public sealed class CallRaceTests
{
    private const int InLine = 6;

    private static readonly int Rounds = Long.IsAsked ? 1000 : 60;

    private static readonly DateTime Evening = new(2026, 11, 26, 11, 30, 0, DateTimeKind.Utc);

    /// <summary>Looks first, then writes: the way that calls one person to two tables.</summary>
    private static readonly Func<Ledger, long, Guid, Task<long?>> NaiveCall = async (ledger, session, officer) =>
    {
        var next = await ledger.Gate.RunAsync<HallLine, InHall?>(queue => queue.Of(session).Find(one => one.State == ArrivalState.Waiting));
        await ledger.Gate.RunAsync<Core.Storage.CccdDb>(db => db.Arrivals.Where(a => a.Id == (next == null ? 0 : next.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, ArrivalState.Called).SetProperty(a => a.CalledBy, officer)));
        return next?.Id;
    };

    private static readonly Func<Ledger, long, Guid, Task<long?>> Call = async (ledger, session, officer) =>
        (await ledger.Gate.RunAsync<HallLine, InHall?>(queue => queue.CallNext(session, officer, Guid.NewGuid(), Evening)))?.Id;

    [Fact]
    public async Task Two_officers_empty_one_line_and_everyone_is_called_to_one_table()
    {
        await using var ledger = await Ledger.OpenAsync();
        // A second desk on the same ledger, as the other officer's phone may speak to another node.
        await using var other = Ground.IsPostgres ? await Ledger.OpenAsync(ground: ledger.Ground) : null;
        var session = (await ledger.SlotsAsync(1, capacity: 1, Evening.AddDays(-1)))[0].SessionId;
        for (var round = 0; round < Rounds; round++)
        {
            var came = await ComeInAsync(ledger, session);
            var called = await EmptyAsync(ledger, other ?? ledger, session, Call);

            Assert.Equal(came, called.Order());
            await ledger.SqlAsync("UPDATE arrivals SET state = 'Done'");
        }
    }

    [Fact]
    public async Task Calling_by_looking_first_calls_one_person_to_two_tables_and_is_caught()
    {
        await using var ledger = await Ledger.OpenAsync();
        var session = (await ledger.SlotsAsync(1, capacity: 1, Evening.AddDays(-1)))[0].SessionId;
        var calledTwice = 0;
        for (var round = 0; round < 20 && calledTwice == 0; round++)
        {
            await ComeInAsync(ledger, session);
            var called = await EmptyAsync(ledger, ledger, session, NaiveCall);
            calledTwice += called.Count - called.Distinct().Count();
            await ledger.SqlAsync("UPDATE arrivals SET state = 'Done'");
        }

        Assert.True(calledTwice > 0);
    }

    private static async Task<List<long>> ComeInAsync(Ledger ledger, long session)
    {
        for (var i = 0; i < InLine; i++)
        {
            await ledger.Gate.RunAsync<HallLine, int?>(queue => queue.LetIn(
                session, "Ama Thin", WishService.Card, i % 3 == 1 ? WhyFirst.Old : null, Guid.NewGuid(), Evening));
        }

        return await ledger.ReadAsync(db => db.Arrivals.Where(a => a.State == ArrivalState.Waiting).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
    }

    private static async Task<List<long>> EmptyAsync(Ledger one, Ledger other, long session, Func<Ledger, long, Guid, Task<long?>> call)
    {
        var both = await Task.WhenAll(AllOfAsync(one), AllOfAsync(other));
        return [.. both.SelectMany(called => called)];

        async Task<List<long>> AllOfAsync(Ledger desk)
        {
            var (officer, called) = (Guid.NewGuid(), new List<long>());
            while (await call(desk, session, officer) is { } next)
            {
                called.Add(next);
            }

            return called;
        }
    }
}
