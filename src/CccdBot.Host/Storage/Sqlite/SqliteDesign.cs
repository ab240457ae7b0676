using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace CccdBot.Host.Storage.Sqlite;

/// <summary>For the tool that writes migrations: the model with every room, and no file behind it.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<CccdDb>
{
    public CccdDb CreateDbContext(string[] args) => new SqliteStorage("Data Source=:memory:")
        .AddTo(new ServiceCollection().AddRooms()).BuildServiceProvider().GetRequiredService<CccdDb>();
}
