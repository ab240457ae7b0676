using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CccdBot.Host.Storage.Moving;

/// <summary>Copies a ledger from its file into an empty one on a server, and compares both.</summary>
/// <remarks>
/// One transaction from the first look to the last number: a move that is broken off, however it may be, leaves an empty ledger
/// behind, and the next one begins anew. No table is ever held in memory; both sides stream.
/// </remarks>
internal sealed class Move(SqliteConnection from, NpgsqlConnection to, IReadOnlyList<MovedTable> tables, MoveProgress progress)
{
    public MoveOutcome Run()
    {
        using var transaction = to.BeginTransaction();
        KeepOthersOut();
        var occupied = tables.FirstOrDefault(HasRows)?.Name;
        progress.Begin(2 * tables.Sum(RowsOf));
        var moved = new List<MovedRows>();
        foreach (var table in tables)
        {
            if (Bring(table, occupied, out var rows) is { } problem)
            {
                return problem;
            }

            moved.Add(new MovedRows(table.Name, rows));
        }

        if (occupied is not null)
        {
            return new MoveOutcome.WasThere(moved);
        }

        CountOn();
        transaction.Commit();
        return new MoveOutcome.Moved(moved);
    }

    /// <summary>A service that is started on the target meanwhile waits; one that works there has kept something already.</summary>
    private void KeepOthersOut() => Execute(
        "SET LOCAL lock_timeout = '15s'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; "
        + $"LOCK TABLE {string.Join(", ", tables.Select(table => MovedTable.Quoted(table.Name)))} IN EXCLUSIVE MODE");

    private bool HasRows(MovedTable table) => Number(to, $"SELECT COUNT(*) FROM (SELECT 1 FROM {MovedTable.Quoted(table.Name)} LIMIT 1) one") > 0;

    private long RowsOf(MovedTable table) => Number(from, $"SELECT COUNT(*) FROM {MovedTable.Quoted(table.Name)}");

    /// <summary>The table copied, unless it was there already, and compared; null when both sides are equal.</summary>
    private MoveOutcome? Bring(MovedTable table, string? occupied, out long rows)
    {
        rows = 0;
        try
        {
            var sent = occupied is null ? Copy(table) : Read(from, table);
            var arrived = Read(to, table);
            rows = arrived.Rows;
            if (sent == arrived)
            {
                return null;
            }

            return occupied is null ? new MoveOutcome.ArrivedOtherwise(table.Name) : new MoveOutcome.Occupied(occupied);
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23")
        {
            return new MoveOutcome.DoesNotFit(table.Name, refused.SqlState);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or OverflowException)
        {
            return new MoveOutcome.DoesNotFit(table.Name, unreadable.GetType().Name);
        }
    }

    private Tally Copy(MovedTable table)
    {
        using var writer = to.BeginBinaryImport(table.CopyIn);
        var sent = Read(from, table, row => writer.WriteRow(row));
        writer.Complete();
        return sent;
    }

    private Tally Read(DbConnection ledger, MovedTable table, Action<object?[]>? pass = null)
    {
        using var command = ledger.CreateCommand();
        command.CommandText = table.Select(onServer: ledger == to);
        using var rows = command.ExecuteReader();
        using var sum = new Checksum();
        var row = new object?[table.Columns.Count];
        while (rows.Read())
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = table.Columns[i].Read(rows, i);
            }

            sum.Add(row);
            pass?.Invoke(row);
            progress.Step(table.Name);
        }

        return sum.Close();
    }

    /// <summary>New rows get numbers that none ever had, also not one that was deleted: a page asks for the lines after the last it saw.</summary>
    private void CountOn()
    {
        foreach (var table in tables.Where(table => table.Numbered is not null))
        {
            var last = Number(
                from,
                $"SELECT MAX(COALESCE((SELECT MAX(seq) FROM sqlite_sequence WHERE name = '{table.Name}'), 0), "
                + $"COALESCE((SELECT MAX({table.Numbered}) FROM {MovedTable.Quoted(table.Name)}), 0))");
            Execute($"SELECT setval(pg_get_serial_sequence('{MovedTable.Quoted(table.Name)}', '{table.Numbered}'), {last + 1}, false)");
        }
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, to);
        command.ExecuteNonQuery();
    }

    private static long Number(DbConnection ledger, string sql)
    {
        using var command = ledger.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
