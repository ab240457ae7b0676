using MiniExcelLibs;

namespace CccdBot.Host.Dashboard;

/// <summary>A list as a spreadsheet in which every cell is text: numbers keep their zeros, and nothing in it is a formula.</summary>
internal static class Spreadsheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What a program would read as the beginning of a formula, also after the file was saved as CSV (OWASP, CSV injection).</summary>
    private const string BeginsFormula = "=+-@\t\r";

    public static byte[] Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(row => heads.Zip(row).ToDictionary(cell => cell.First, object (cell) => Harmless(cell.Second))));
        return file.ToArray();
    }

    /// <summary>Whoever opens the file and touches the cell must not run what a stranger wrote there.</summary>
    public static string Harmless(string cell) => cell.Length > 0 && BeginsFormula.Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;
}
