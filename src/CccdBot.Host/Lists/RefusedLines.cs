using CccdBot.Core.Outreach.Registry;
using CccdBot.Host.Dashboard;
using MiniExcelLibs;

namespace CccdBot.Host.Lists;

/// <summary>The lines that were not good, as a spreadsheet that can be mended and brought again.</summary>
internal static class RefusedLines
{
    private const string Why = "Lỗi";
    private const string Line = "Dòng";

    /// <summary>With their columns, without those that hold ID numbers, and at the end what is to be mended.</summary>
    public static byte[] Write(StagedList list, IEnumerable<ReadLine> lines)
    {
        int[] kept = [.. list.Headings.Select((_, at) => at).Where(at => list.Columns[at] is not (ListColumn.None or ListColumn.IdNumber))];
        using var file = new MemoryStream();
        file.SaveAs(lines.Where(line => line.Form is null).Select(line => RowOf(list, kept, line)), sheetName: "Can sua");
        return file.ToArray();
    }

    private static Dictionary<string, object> RowOf(StagedList list, int[] kept, ReadLine line)
    {
        var row = new Dictionary<string, object> { [Line] = line.Line.Number };
        foreach (var at in kept)
        {
            row.TryAdd(list.Headings[at], Harmless(line.Line.Cells[at]));
        }

        row[Why] = string.Join(' ', line.Problems);
        return row;
    }

    /// <summary>A single sign is no formula: "-" says that there is none, also when the file comes back.</summary>
    private static string Harmless(string cell) => cell.Length > 1 ? Spreadsheet.Harmless(cell) : cell;
}
