using System.Data.Common;
using CccdBot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CccdBot.Host.Storage.Moving;

/// <summary>Opens the ledger in its file and the one on the server as their services would, and moves the first into the second.</summary>
internal sealed class LedgerMove(LedgerStorage from, LedgerStorage to)
{
    public async Task<MoveOutcome> RunAsync()
    {
        await using var oldHouse = House(from);
        await using var newHouse = House(to);
        await using var oldDesk = oldHouse.CreateAsyncScope();
        await using var newDesk = newHouse.CreateAsyncScope();
        var (oldLedger, newLedger) = (oldDesk.ServiceProvider.GetRequiredService<CccdDb>(), newDesk.ServiceProvider.GetRequiredService<CccdDb>());
        var file = (SqliteConnection)await OpenAsync(oldLedger);
        if (!await IsLedgerAsync(oldLedger))
        {
            return new MoveOutcome.NoLedger();
        }

        await MigrateAsync(from, oldLedger);
        oldDesk.ServiceProvider.GetRequiredService<Neighbours>().BuryAllOthers();
        await MigrateAsync(to, newLedger);
        var server = (NpgsqlConnection)await OpenAsync(newLedger);
        using var progress = new MoveProgress(Console.Out, !Console.IsOutputRedirected);
        return new Move(file, server, MovedTable.AllOf(newLedger.Model), progress).Run();
    }

    private static ServiceProvider House(LedgerStorage ledger) => ledger
        .AddTo(new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddRooms()).BuildServiceProvider();

    private static async Task<bool> IsLedgerAsync(CccdDb ledger)
    {
        var applied = (await ledger.Database.GetAppliedMigrationsAsync()).ToList();
        return applied.Count > 0 && !applied.Except(ledger.Database.GetMigrations()).Any();
    }

    private static async Task MigrateAsync(LedgerStorage storage, CccdDb ledger)
    {
        using var patience = new CancellationTokenSource(LedgerStorage.MigrationPatience);
        await storage.MigrateAsync(ledger, patience.Token);
    }

    private static async Task<DbConnection> OpenAsync(CccdDb ledger)
    {
        await ledger.Database.OpenConnectionAsync();
        return ledger.Database.GetDbConnection();
    }
}
