using CccdBot.Core.Storage;
using CccdBot.Host.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>Nodes that find nothing yet: all start in the same moment, and each of them works afterwards.</summary>
[Trait("Engine", "postgres")]
public sealed class StartTogetherTests
{
    private const int Nodes = 4;

    [Fact]
    public async Task Nodes_that_start_together_make_the_database_and_its_tables_once()
    {
        await using var ground = Ground.Unmade();

        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(() => MigrateAsync(ground))));

        await using var house = HouseOn(ground);
        await using var desk = house.CreateAsyncScope();
        var db = desk.ServiceProvider.GetRequiredService<CccdDb>();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Set<CccdBot.Core.People.Person>().CountAsync());
    }

    private static async Task MigrateAsync(Ground ground)
    {
        await using var house = HouseOn(ground);
        await using var desk = house.CreateAsyncScope();
        await LedgerStorage.For(ground.Settings).MigrateAsync(desk.ServiceProvider.GetRequiredService<CccdDb>(), CancellationToken.None);
    }

    private static ServiceProvider HouseOn(Ground ground) => new ServiceCollection().AddLogging().AddRooms().AddLedger(ground).BuildServiceProvider();
}
