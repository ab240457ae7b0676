namespace CccdBot.Core.Outreach.Registry;

/// <summary>A file as it was read: which column is what, how that was found out, and its lines.</summary>
/// <param name="Working">How the file was read, in words for whoever brought it.</param>
/// <param name="Headings">As they stand in the file.</param>
public sealed record StagedList(
    IReadOnlyList<string> Working, IReadOnlyList<string> Headings, IReadOnlyList<ListColumn> Columns, IReadOnlyList<StagedLine> Lines)
{
    /// <summary>Columns that hold ID numbers: their cells were left out when the file was read.</summary>
    public IReadOnlyList<int> IdColumns => [.. Columns.Index().Where(column => column.Item == ListColumn.IdNumber).Select(column => column.Index)];

    /// <summary>The same file with its columns as someone who knows it says; null where that is no list: without a name, without a village, or with two of a kind.</summary>
    public StagedList? With(IReadOnlyList<ListColumn> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        // What stood in a column of ID numbers is gone: it can become nothing else.
        ListColumn[] columns = [.. Columns.Select((column, at) => column == ListColumn.IdNumber || at >= chosen.Count ? column : chosen[at])];
        var used = columns.Where(column => column is not (ListColumn.None or ListColumn.IdNumber)).ToList();
        return used.Contains(ListColumn.Name) && used.Contains(ListColumn.Village) && used.Distinct().Count() == used.Count ? Without(ListColumn.IdNumber, columns) : null;
    }

    /// <summary>Who does not use a thing must not store it: what no column needs goes.</summary>
    internal StagedList Needed() => Without(ListColumn.None, Columns);

    private StagedList Without(ListColumn unwanted, IReadOnlyList<ListColumn> columns) => this with
    {
        Columns = columns,
        Lines = [.. Lines.Select(line => line with { Cells = [.. line.Cells.Select((cell, at) => columns[at] == unwanted ? "" : cell)] })],
    };
}

/// <summary>One line of it.</summary>
/// <param name="Number">As the spreadsheet counts.</param>
public sealed record StagedLine(int Number, IReadOnlyList<string> Cells);

/// <summary>What became of one line.</summary>
/// <param name="Problems">Why it is not taken; empty for a good one.</param>
/// <param name="Mended">What was put right by itself, which is said.</param>
public sealed record ReadLine(StagedLine Line, VillagerForm? Form, IReadOnlyList<string> Problems, IReadOnlyList<string> Mended);
