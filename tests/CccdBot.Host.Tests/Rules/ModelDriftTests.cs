using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Rules;

/// <summary>What the rooms map is what the migrations make.</summary>
public sealed class ModelDriftTests
{
    [Fact]
    public void The_last_migration_makes_the_tables_the_rooms_map() => Assert.False(HasDrifted());

    [Fact]
    public void Canary_a_table_without_a_migration_is_seen() => Assert.True(HasDrifted(new Attic()));

    private static bool HasDrifted(params ITables[] more)
    {
        var house = new ServiceCollection().AddSingleton(new CommuneProfile { Name = "xã Ia Rmok" }).AddRooms();
        foreach (var room in more)
        {
            house.AddSingleton(room);
        }

        // Each with a model of its own: a cached one would be that of whoever asked first.
        house.AddDbContext<CccdDb>(options => options.EnableServiceProviderCaching(false)
            .UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(typeof(SqliteDesign).Assembly)));
        using var desk = house.BuildServiceProvider().CreateScope();
        return desk.ServiceProvider.GetRequiredService<CccdDb>().Database.HasPendingModelChanges();
    }

    private sealed class Attic : ITables
    {
        public void Map(ModelBuilder model) => model.Entity<Chest>().ToTable("chests");
    }

    private sealed class Chest
    {
        public long Id { get; init; }
    }
}
