using CccdBot.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Storage.Sqlite;

/// <summary>The embedded ledger: one file, one process, one pen.</summary>
internal static class SqliteStorage
{
    public static IServiceCollection AddSqlite(this IServiceCollection house, string connectionString) => house
        .AddSingleton<SqlitePragmas>()
        .AddDbContext<CccdDb>((services, options) => options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly))
            .AddInterceptors(services.GetRequiredService<SqlitePragmas>()));

    /// <summary>The keys of cookies and forms lie beside the ledger: a restart must not throw anyone out.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection house, string connectionString)
    {
        house.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(FolderOf(connectionString), "keys")));
        return house;
    }

    /// <summary>Makes the folder of the ledger's file; false when it cannot be had.</summary>
    public static bool HasFolder(string connectionString)
    {
        try
        {
            Directory.CreateDirectory(FolderOf(connectionString));
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The folder of the ledger's file.</summary>
    public static string FolderOf(string connectionString) =>
        Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource))!;
}
