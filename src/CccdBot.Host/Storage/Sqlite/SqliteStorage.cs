using CccdBot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Storage.Sqlite;

/// <summary>The embedded ledger: one file, one process, one pen.</summary>
internal sealed class SqliteStorage(string connectionString) : LedgerStorage
{
    private const string NotWritable = "không ghi được vào thư mục dữ liệu. Cấp quyền ghi, hoặc đổi Database__ConnectionString.";

    private static readonly SqlitePragmas Pragmas = new();

    /// <summary>More together would keep the first of a batch waiting for the last; fewer would flush the disk too often.</summary>
    public override LedgerEngine Engine { get; } = new(Pens: 1, PiecesTogether: 64);

    public override string Folder => Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource))!;

    public override void Use(DbContextOptionsBuilder options) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly))
        .AddInterceptors(Pragmas);

    public override (IDisposable? Held, string? Problem) Take()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            return OnlyOne.Take(connectionString) is { } only
                ? (only, null)
                : (null, "một dịch vụ khác đang dùng tệp dữ liệu này. Tắt dịch vụ đó trước.");
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return (null, NotWritable);
        }
    }

    /// <summary>A service killed while migrating leaves its lock behind, and the next would wait for ever; we are the only one here.</summary>
    protected override async Task<IAsyncDisposable?> BeAloneAsync(CccdDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", ct);
        return null;
    }

    public override string? Explain(Exception failure) => failure is SqliteException broken
        ? $"không mở được tệp dữ liệu (SQLite {broken.SqliteErrorCode}). Xem lại Database__ConnectionString và quyền ghi thư mục."
        : null;

    protected override void AddLedger(IServiceCollection house) => house.AddDbContext<CccdDb>(Use);
}
