using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CccdBot.Host.Storage.Moving;

/// <summary>A table as the rooms map it, and the statements that read and fill it.</summary>
internal sealed class MovedTable
{
    private readonly ITable _table;

    private MovedTable(ITable table)
    {
        _table = table;
        Columns = [.. table.Columns.Select(Column.Of)];
    }

    public string Name => _table.Name;

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The key that the engine counts up; null where there is none.</summary>
    public string? Numbered => _table.PrimaryKey!.Columns
        .SingleOrDefault(column => column.PropertyMappings.Any(mapping => mapping.Property.ValueGenerated == ValueGenerated.OnAdd))?.Name;

    public string CopyIn => $"COPY {Quoted(Name)} ({Names}) FROM STDIN (FORMAT BINARY)";

    private string Names => string.Join(", ", Columns.Select(column => Quoted(column.Name)));

    /// <summary>All tables, each after those it refers to.</summary>
    public static IReadOnlyList<MovedTable> AllOf(IModel model)
    {
        var (inOrder, seen) = (new List<MovedTable>(), new HashSet<ITable>());
        foreach (var table in model.GetRelationalModel().Tables)
        {
            Take(table);
        }

        return inOrder;

        void Take(ITable table)
        {
            if (!seen.Add(table))
            {
                return;
            }

            foreach (var reference in table.ForeignKeyConstraints)
            {
                Take(reference.PrincipalTable);
            }

            inOrder.Add(new MovedTable(table));
        }
    }

    public static string Quoted(string name) => $"\"{name}\"";

    /// <summary>All rows by their key; SQLite orders a text by its bytes, a server by the habits of its language unless it is told.</summary>
    public string Select(bool onServer)
    {
        var key = _table.PrimaryKey!.Columns.Select(column => Columns.Single(one => one.Name == column.Name))
            .Select(column => Quoted(column.Name) + (onServer && column.IsText ? " COLLATE \"C\"" : ""));
        return $"SELECT {Names} FROM {Quoted(Name)} ORDER BY {string.Join(", ", key)}";
    }
}
