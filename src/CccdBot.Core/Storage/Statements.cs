using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CccdBot.Core.Storage;

/// <summary>Plain SQL for the few statements every message passes, prepared once for each connection.</summary>
/// <remarks>Parameters are written @p0, @p1, ... in the order of the values. Everything else goes through the model.</remarks>
public sealed class Statements(CccdDb db, LedgerEngine engine) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>Runs the statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Filled(sql, values).ExecuteNonQuery();

    /// <summary>Runs the statement and returns the one number it yields, such as a new id; 0 where it yields none.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        Filled(sql, values).ExecuteScalar() is long number ? number : 0;

    /// <summary>The first row read by <paramref name="read"/>, or null where there is none.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) where T : class
    {
        using var rows = Filled(sql, values).ExecuteReader();
        return rows.Read() ? read(rows) : null;
    }

    /// <summary>All rows, each read by <paramref name="read"/>.</summary>
    public List<T> All<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var rows = Filled(sql, values).ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <summary>Waits until no other transaction works on this, and keeps the others waiting until this one ends.</summary>
    public void Alone(string on)
    {
        if (engine.Alone is { } sql)
        {
            Execute(sql, on);
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }

    private DbCommand Filled(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = New(sql, values.Length);
        }

        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Kept(values[i]);
        }

        return command;
    }

    private DbCommand New(string sql, int parameters)
    {
        if (_prepared.Count == 0)
        {
            // Held open until the context goes: laid down after each transaction, the connection might be taken up by someone
            // else or cleared away, and the prepared statements would go on writing there, outside our transaction.
            db.Database.OpenConnection();
        }

        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // every text handed in is a constant of ours; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static object Kept(object? value) => value switch
    {
        null => DBNull.Value,
        DateTime moment => UtcTime.Stored(moment),
        Enum state => state.ToString(),
        _ => value,
    };
}
