namespace CccdBot.Core.Outreach.Registry;

/// <summary>A file as it was read: which column is what, how that was found out, and its lines.</summary>
/// <param name="Working">How the file was read, in words for whoever brought it.</param>
/// <param name="Headings">As they stand in the file.</param>
public sealed record StagedList(
    IReadOnlyList<string> Working, IReadOnlyList<string> Headings, IReadOnlyList<ListColumn> Columns, IReadOnlyList<StagedLine> Lines)
{
    /// <summary>Columns that hold ID numbers: their cells were left out when the file was read.</summary>
    public IReadOnlyList<int> IdColumns => [.. Columns.Index().Where(column => column.Item == ListColumn.IdNumber).Select(column => column.Index)];
}

/// <summary>One line of it.</summary>
/// <param name="Number">As the spreadsheet counts.</param>
public sealed record StagedLine(int Number, IReadOnlyList<string> Cells);

/// <summary>What became of one line.</summary>
/// <param name="Problems">Why it is not taken; empty for a good one.</param>
/// <param name="Mended">What was put right by itself, which is said.</param>
public sealed record ReadLine(StagedLine Line, VillagerForm? Form, IReadOnlyList<string> Problems, IReadOnlyList<string> Mended);
