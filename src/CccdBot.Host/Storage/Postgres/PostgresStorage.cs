using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CccdBot.Host.Storage.Postgres;

/// <summary>The ledger on a server, where several nodes of the service work on it side by side.</summary>
internal sealed class PostgresStorage(string connectionString) : LedgerStorage
{
    /// <summary>A piece waits for the server most of its time; more pens than this wait for each other.</summary>
    private const int Pens = 8;

    /// <summary>The statements of a turn; each is prepared once for a connection.</summary>
    private const int StatementsPrepared = 200;

    /// <summary>A server that does not answer in this time is as good as away.</summary>
    private const int SecondsToConnect = 5;

    private const string TypeLoading = "Server Compatibility Mode";

    private readonly string _connection = WithDefaults(connectionString);

    public override LedgerEngine Engine { get; } = new(
        Pens, PiecesTogether: 1, SkipLocked: "FOR UPDATE SKIP LOCKED", Alone: "SELECT pg_advisory_xact_lock(hashtextextended(@p0, 0))");

    public override void Use(DbContextOptionsBuilder options) =>
        options.UseNpgsql(_connection, npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly));

    public override (IDisposable? Held, string? Problem) Take() => (null, null);

    /// <summary>The lock that comes with migrations ends with each of them: between two, another node would begin where we have not ended.</summary>
    protected override async Task<IAsyncDisposable?> BeAloneAsync(CccdDb db, CancellationToken ct)
    {
        var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection) { Pooling = false }.ConnectionString);
        try
        {
            await holder.OpenAsync(ct);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await MakeDatabaseAsync(db, ct);
            await holder.OpenAsync(ct);
        }

        await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('cccdbot migrations', 0))", holder) { CommandTimeout = 0 };
        await wait.ExecuteNonQueryAsync(ct);
        return holder;
    }

    public override string? Explain(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "cơ sở dữ liệu đang có chương trình khác ghi. Tắt chương trình đó, hoặc chờ lát nữa rồi chạy lại.",
        PostgresException refused => $"máy chủ PostgreSQL không cho vào hoặc không cho tạo bảng (mã {refused.SqlState}). "
            + "Xem lại tên, mật khẩu, tên cơ sở dữ liệu trong Database__ConnectionString.",
        NpgsqlException => "không nối được máy chủ PostgreSQL. Xem máy chủ đã chạy chưa, và xem lại Database__ConnectionString.",
        OperationCanceledException => "chờ quá lâu mà máy chủ PostgreSQL chưa cập nhật bảng xong. Xem nút khác có đang khởi động không, rồi chạy lại.",
        InvalidOperationException { InnerException: NpgsqlException inner } => Explain(inner),
        _ => null,
    };

    protected override void AddLedger(IServiceCollection house)
    {
        // A pen waits for the server on its thread; on a small machine the pool would grow to so many only by and by.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * Pens), ports);
        house.AddDbContext<CccdDb, PostgresDb>(Use)
            .AddHostedService(services => new PostgresCalls(
                _connection, services.GetRequiredService<Calls>(), services.GetRequiredService<Node>(), services.GetRequiredService<ILogger<PostgresCalls>>()));
    }

    private static async Task MakeDatabaseAsync(CccdDb db, CancellationToken ct)
    {
        var server = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await server.ExistsAsync(ct))
            {
                await server.CreateAsync(ct);
            }
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // A node that started with us has just made it.
        }
    }

    /// <summary>What is set in the connection string itself wins.</summary>
    private static string WithDefaults(string connectionString)
    {
        var set = new NpgsqlConnectionStringBuilder(connectionString);
        set.ApplicationName ??= "CccdBot";
        if (!set.ShouldSerialize(TypeLoading))
        {
            // The ledger has no types of its own; to read all the server's types is the slowest query of a start.
            set[TypeLoading] = "NoTypeLoading";
        }

        set.MaxAutoPrepare = set.MaxAutoPrepare > 0 ? set.MaxAutoPrepare : StatementsPrepared;
        set.Timeout = Math.Min(set.Timeout, SecondsToConnect);
        return set.ConnectionString;
    }
}
