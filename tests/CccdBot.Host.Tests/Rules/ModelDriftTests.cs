using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage;
using CccdBot.Host.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Rules;

/// <summary>What the rooms map is what the migrations make, on either engine the same.</summary>
public sealed class ModelDriftTests
{
    private static readonly DatabaseSettings File = new(LedgerStorage.Sqlite, "Data Source=:memory:");
    private static readonly DatabaseSettings Server = new(LedgerStorage.Postgres, "Host=127.0.0.1;Database=none");

    [Theory]
    [InlineData(LedgerStorage.Sqlite)]
    [InlineData(LedgerStorage.Postgres)]
    public void The_last_migration_makes_the_tables_the_rooms_map(string engine) => Assert.False(HasDrifted(engine));

    [Theory]
    [InlineData(LedgerStorage.Sqlite)]
    [InlineData(LedgerStorage.Postgres)]
    public void Canary_a_table_without_a_migration_is_seen(string engine) => Assert.True(HasDrifted(engine, new Attic()));

    [Fact]
    public void Both_engines_have_the_same_tables_columns_keys_indexes_and_checks()
    {
        var (onFile, onServer) = (Plan(File), Plan(Server));

        Assert.True(onFile.Count > 100, "The plan of the ledger was not read.");
        Assert.Equal(onFile, onServer);
    }

    /// <summary>The last snapshot of an engine's migrations, one line for each thing in it.</summary>
    private static List<string> Plan(DatabaseSettings settings)
    {
        using var desk = House(settings).BuildServiceProvider().CreateScope();
        var snapshot = desk.ServiceProvider.GetRequiredService<CccdDb>().GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        return [.. snapshot.GetEntityTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Lines(IEntityType table) =>
    [
        $"{table.GetTableName()}: key {Names(table.FindPrimaryKey()!.Properties)}",
        .. table.GetProperties().Select(column => $"{table.GetTableName()}.{column.GetColumnName()}: null {column.IsNullable}, longest {column.GetMaxLength()}"),
        .. table.GetIndexes().Select(index =>
            $"{table.GetTableName()}: index {index.GetDatabaseName()} on {Names(index.Properties)}, unique {index.IsUnique}, where {index.GetFilter()}"),
        .. table.GetForeignKeys().Select(key => $"{table.GetTableName()}: {Names(key.Properties)} to {key.PrincipalEntityType.GetTableName()}, {key.DeleteBehavior}"),
        .. table.GetCheckConstraints().Select(check => $"{table.GetTableName()}: check {check.Sql}"),
    ];

    private static string Names(IReadOnlyList<IReadOnlyProperty> columns) => string.Join(", ", columns.Select(column => column.GetColumnName()));

    private static bool HasDrifted(string engine, params ITables[] more)
    {
        var house = House(engine == LedgerStorage.Sqlite ? File : Server);
        foreach (var room in more)
        {
            house.AddSingleton(room);
        }

        // Each with a model of its own: a cached one would be that of whoever asked first.
        house.ConfigureDbContext<CccdDb>(options => options.EnableServiceProviderCaching(false))
            .ConfigureDbContext<PostgresDb>(options => options.EnableServiceProviderCaching(false));
        using var desk = house.BuildServiceProvider().CreateScope();
        return desk.ServiceProvider.GetRequiredService<CccdDb>().Database.HasPendingModelChanges();
    }

    private static IServiceCollection House(DatabaseSettings settings) => LedgerStorage.For(settings)
        .AddTo(new ServiceCollection().AddLogging().AddSingleton(new CommuneProfile { Name = "xã Ia Rmok" }).AddRooms());

    private sealed class Attic : ITables
    {
        public void Map(ModelBuilder model) => model.Entity<Chest>().ToTable("chests");
    }

    private sealed class Chest
    {
        public long Id { get; init; }
    }
}
