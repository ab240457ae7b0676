using System.Data.Common;
using System.Text;
using CccdBot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CccdBot.Host.Storage.Moving;

/// <summary>A column of the ledger, read so that both engines give the same value, whatever form it lies in.</summary>
internal abstract class Column(string name)
{
    public string Name { get; } = name;

    public virtual bool IsText => false;

    public static Column Of(IColumn column)
    {
        var type = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
        return type == typeof(string)
            ? new TextColumn(column.Name)
            : (Column)Activator.CreateInstance(typeof(ValueColumn<>).MakeGenericType(type), column.Name)!;
    }

    public object? Read(DbDataReader row, int at) => row.IsDBNull(at) ? null : Value(row, at);

    protected abstract object Value(DbDataReader row, int at);

    /// <summary>SQLite keeps '\0' in a text, and its driver reads only up to it; PostgreSQL refuses it. The rest of the words is kept.</summary>
    private sealed class TextColumn(string name) : Column(name)
    {
        public override bool IsText => true;

        protected override object Value(DbDataReader row, int at) => row is SqliteDataReader
            ? Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(at)).Replace("\0", "", StringComparison.Ordinal)
            : row.GetString(at);
    }

    private sealed class ValueColumn<T>(string name) : Column(name) where T : notnull
    {
        /// <summary>A moment lies in SQLite as a text without a zone; the ledger keeps UTC only.</summary>
        protected override object Value(DbDataReader row, int at) =>
            row.GetFieldValue<T>(at) is var value && value is DateTime moment ? UtcTime.Stored(UtcTime.Read(moment)) : value;
    }
}
