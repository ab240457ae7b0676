using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage.Postgres;
using CccdBot.Host.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Storage;

/// <summary>The engine the ledger lies on, and what is particular about opening it.</summary>
internal abstract class LedgerStorage
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary>So long the migrations may take, waiting for another node's included.</summary>
    public static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(2);

    public abstract LedgerEngine Engine { get; }

    /// <summary>The folder its file lies in; null where it lies on a server.</summary>
    public virtual string? Folder => null;

    public static LedgerStorage For(DatabaseSettings settings) => settings.Provider == Postgres
        ? new PostgresStorage(settings.ConnectionString)
        : new SqliteStorage(settings.ConnectionString);

    /// <summary>Brings the ledger into the house, with the keys of cookies and forms in it: neither a restart nor another node throws anyone out.</summary>
    public IServiceCollection AddTo(IServiceCollection house)
    {
        house.AddSingleton(this).AddSingleton(Engine).AddDbContext<KeysDb>(Use);
        house.AddDataProtection().SetApplicationName("CccdBot").PersistKeysToDbContext<KeysDb>();
        AddLedger(house);
        return house;
    }

    public abstract void Use(DbContextOptionsBuilder options);

    /// <summary>What stands in the way of opening it, in Vietnamese; else whatever must be held while the service runs.</summary>
    public abstract (IDisposable? Held, string? Problem) Take();

    /// <summary>Brings the ledger up to this program's last migration.</summary>
    public async Task MigrateAsync(CccdDb db, CancellationToken ct)
    {
        await using var alone = await BeAloneAsync(db, ct);

        // At most starts nothing is to be done; to find that out the other way, the whole model is compared first.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }
    }

    /// <summary>Why it cannot be opened, in Vietnamese; null when the failure is not of this engine.</summary>
    public abstract string? Explain(Exception failure);

    /// <summary>Waits until nobody else applies migrations; what is returned is held until all of them are applied.</summary>
    protected abstract Task<IAsyncDisposable?> BeAloneAsync(CccdDb db, CancellationToken ct);

    protected abstract void AddLedger(IServiceCollection house);
}
