using System.Collections.Concurrent;
using System.Data.Common;
using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace CccdBot.Host.Tests.Support;

/// <summary>A database of one test's own, with the tables made: a file in a folder, or one on the server this run was given.</summary>
/// <remarks>CCCDBOT_TEST_POSTGRES says which server, such as "Host=127.0.0.1;Port=54321;Username=postgres"; without it files are used.</remarks>
public sealed class Ground : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("CCCDBOT_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    private static readonly Lazy<Task<Ground>> ServerTemplate = new(() => PlantAsync(onServer: true));
    private static readonly Lazy<Task<Ground>> FileTemplate = new(() => PlantAsync(onServer: false));

    /// <summary>All rows away, also such as the ledger's own triggers keep, and every number begins at one again.</summary>
    private const string Sweep =
        """
        BEGIN;
        SET LOCAL lock_timeout = '2s';
        SET LOCAL session_replication_role = replica;
        DO $$ DECLARE thing text; BEGIN
            FOR thing IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' LOOP
                EXECUTE format('DELETE FROM %I', thing);
            END LOOP;
            FOR thing IN SELECT quote_ident(sequencename) FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
                PERFORM setval(thing, 1, false);
            END LOOP;
        END $$;
        COMMIT
        """;

    /// <summary>The server copies a template for one caller at a time.</summary>
    private static readonly SemaphoreSlim OneCopy = new(1);

    /// <summary>Databases of tests that are over, empty again: their connections are open and know all tables, which takes a server a second to come by.</summary>
    private static readonly ConcurrentBag<string> Swept = [];

    private readonly string _database;
    private readonly bool _onServer;
    private List<string> _shape = [];

    private Ground(bool onServer, string? swept = null) => (_onServer, _database) = (onServer, swept ?? $"cccdbot_{Guid.NewGuid():N}");

    public static bool IsPostgres => Server is not null;

    /// <summary>Also where a service that is started on this ground works.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("cccdbot-").FullName;

    public string ConnectionString => _onServer ? $"{Server};Database={_database};Maximum Pool Size=40;GSS Encryption Mode=Disable" : $"Data Source={File}";

    /// <summary>What the service is told about its database.</summary>
    public IReadOnlyList<string> Arguments => [$"--Database:Provider={Settings.Provider}", $"--Database:ConnectionString={ConnectionString}"];

    internal DatabaseSettings Settings => new(_onServer ? LedgerStorage.Postgres : LedgerStorage.Sqlite, ConnectionString);

    private string File => Path.Combine(Folder, "cccdbot.db");

    public static Task<Ground> NewAsync() => IsPostgres ? NewOnServerAsync() : NewFileAsync();

    /// <summary>A database on the server that is not there yet.</summary>
    internal static Ground Unmade() => new(onServer: true);

    /// <summary>A file, whatever this run is on; a copy of <paramref name="like"/>, which nobody may be writing.</summary>
    public static async Task<Ground> NewFileAsync(Ground? like = null)
    {
        var (ground, template) = (new Ground(onServer: false), like ?? await FileTemplate.Value);
        System.IO.File.Copy(template.File, ground.File);
        return ground;
    }

    /// <summary>A new connection to it, in no pool: when it is closed nothing of it is left.</summary>
    public Task<DbConnection> ConnectAsync() => ConnectAsync(isPooled: false);

    /// <summary>Keeps everyone else from writing until it is closed.</summary>
    public async Task<DbConnection> HoldAsync()
    {
        var holder = await ConnectAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = _onServer
            ? "BEGIN; LOCK TABLE incoming_messages, outgoing_messages, places IN EXCLUSIVE MODE"
            : "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();
        return holder;
    }

    /// <summary>Such a statement fails from now on, as on a full disk: "INSERT ON incoming_messages".</summary>
    public Task BreakAsync(string statement, string when = "1 = 1") => SqlAsync(IsPostgres
        ? "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$; "
            + $"CREATE TRIGGER disk_full BEFORE {statement} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION full_disk()"
        : $"CREATE TRIGGER disk_full BEFORE {statement} WHEN {when} BEGIN SELECT RAISE(ABORT, 'disk full'); END");

    public Task MendAsync() => SqlAsync(IsPostgres ? "DROP FUNCTION full_disk CASCADE" : "DROP TRIGGER disk_full");

    public async Task SqlAsync(string sql)
    {
        await using var connection = await ConnectAsync(isPooled: true);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All rows a query yields.</summary>
    public async Task<List<T>> RowsAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var connection = await ConnectAsync(isPooled: true);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync())
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <summary>The one number a query yields.</summary>
    public async Task<long> NumberAsync(string sql) => (await RowsAsync(sql, row => row.GetInt64(0))).Single();

    public async ValueTask DisposeAsync()
    {
        if (!_onServer)
        {
            // Only the own pool: to clear all would close the connections of the tests beside this one.
            using var own = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(own);
        }
        else if (await IsSweptAsync())
        {
            Swept.Add(_database);
        }
        else
        {
            using var own = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(own);
            await OnServerAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<Ground> NewOnServerAsync()
    {
        var template = await ServerTemplate.Value;
        if (Swept.TryTake(out var swept))
        {
            return new Ground(onServer: true, swept);
        }

        var ground = new Ground(onServer: true);
        await OneCopy.WaitAsync();
        try
        {
            await OnServerAsync($"CREATE DATABASE {ground._database} TEMPLATE {template._database}");
        }
        finally
        {
            OneCopy.Release();
        }

        return ground;
    }

    private async Task<DbConnection> ConnectAsync(bool isPooled)
    {
        DbConnection connection = _onServer
            ? new NpgsqlConnection($"{ConnectionString};Pooling={isPooled};Server Compatibility Mode=NoTypeLoading")
            : new SqliteConnection($"{ConnectionString};Pooling={isPooled}");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Empties the database for another test; false when this one has changed more than rows, or still has someone at work there.</summary>
    private async Task<bool> IsSweptAsync()
    {
        try
        {
            await SqlAsync(Sweep);
        }
        catch (NpgsqlException)
        {
            return false;
        }

        return (await ShapeAsync()).SequenceEqual((await ServerTemplate.Value)._shape);
    }

    /// <summary>Everything that was defined here, as the server writes it.</summary>
    private async Task<List<string>> ShapeAsync() => await RowsAsync(
        """
        SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attcollation) AS shape
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0
        UNION ALL SELECT concat_ws(' ', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT concat_ws(' ', tgname, tgenabled) FROM pg_trigger
        UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        ORDER BY shape
        """,
        row => row.GetString(0));

    /// <summary>Made once for all tests: a copy takes milliseconds, the migrations some hundred.</summary>
    private static async Task<Ground> PlantAsync(bool onServer)
    {
        var template = new Ground(onServer);
        await using var house = new ServiceCollection().AddLogging().AddRooms().AddLedger(template).BuildServiceProvider();
        await using var desk = house.CreateAsyncScope();
        var db = desk.ServiceProvider.GetRequiredService<CccdDb>();
        await db.Database.MigrateAsync();
        if (onServer)
        {
            await template.SqlAsync(QuartzTables());
            template._shape = await template.ShapeAsync();

            // A template is copied only while nobody is connected with it.
            NpgsqlConnection.ClearAllPools();
        }
        else
        {
            // All of it into the one file that is copied.
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return template;
    }

    private static string QuartzTables()
    {
        using var text = new StreamReader(
            typeof(IJob).Assembly.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema.create_postgres.sql")
            ?? throw new InvalidOperationException("Quartz carries no table definitions any more."));
        return text.ReadToEnd().Replace("{0}", "qrtz_", StringComparison.Ordinal).Replace("{1}", "qrtz_", StringComparison.Ordinal);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false;Server Compatibility Mode=NoTypeLoading");
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}

internal static class GroundRegistration
{
    public static IServiceCollection AddLedger(this IServiceCollection house, Ground ground) => LedgerStorage.For(ground.Settings).AddTo(house);
}
