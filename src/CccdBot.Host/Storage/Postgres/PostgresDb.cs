using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CccdBot.Host.Storage.Postgres;

/// <summary>The same ledger on a PostgreSQL server; a type of its own, as migrations are found by it.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options, IEnumerable<ITables> rooms) : CccdDb(options, rooms);

/// <summary>For the tool that writes migrations: the model with every room, and no server behind it.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => (PostgresDb)new PostgresStorage("Host=127.0.0.1;Database=cccdbot")
        .AddTo(new ServiceCollection().AddRooms()).BuildServiceProvider().GetRequiredService<CccdDb>();
}
