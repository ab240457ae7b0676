using CccdBot.Core.Conversation;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Makes out of bare cells a list: finds the heading, what each column is, and leaves out what may not be kept.</summary>
public static class ListStager
{
    /// <summary>Above the heading a list has the name of the commune and a title, seldom more.</summary>
    private const int MostTitleLines = 20;

    /// <summary>More is not one commune's list of people.</summary>
    public const int MostLines = 20_000;

    public const int MostColumns = 40;

    private const int ShortestIdNumber = 9;
    private const int LongestIdNumber = 12;

    /// <summary>So many of the filled cells with ID numbers make it a column of ID numbers, whatever its heading says: one in so many.</summary>
    private const int OneIn = 3;

    /// <summary>The list, or what is missing in words.</summary>
    public static (StagedList? List, string? Problem) Stage(IReadOnlyList<IReadOnlyList<string>> raw, IReadOnlyList<string> howRead)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(howRead);
        List<IReadOnlyList<string>> cells = [.. raw.Select(row => (IReadOnlyList<string>)[.. row.Take(MostColumns).Select(CitizenText.Clean)])];
        var heading = Enumerable.Range(0, Math.Min(MostTitleLines, cells.Count)).FirstOrDefault(at => IsHeading(cells[at]), -1);
        if (heading < 0)
        {
            return (null, "Chưa thấy dòng tiêu đề. Dòng ấy cần có ít nhất cột tên và cột buôn (hoặc làng, thôn), nằm trong 20 dòng đầu.");
        }

        if (cells.Count - heading - 1 > MostLines)
        {
            return (null, $"File có {cells.Count - heading - 1:N0} dòng, nhiều hơn {MostLines:N0}. Cán bộ chia thành nhiều file rồi nhập từng file.");
        }

        string[] headings = [.. cells[heading]];
        var rows = cells.Skip(heading + 1).Select((row, at) => (Number: heading + 2 + at, Cells: row)).Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        var columns = ColumnsOf(headings, [.. rows.Select(row => row.Cells)]);
        List<StagedLine> lines = [.. rows.Select(row => new StagedLine(row.Number, [.. headings.Select((_, at) => Kept(at < row.Cells.Count ? row.Cells[at] : "", columns[at]))]))];
        return (new StagedList([.. howRead, $"tiêu đề ở dòng {heading + 1}", $"{lines.Count} dòng có chữ"], [.. headings.Select(IdNumbers.Mask)], columns, lines), null);
    }

    /// <summary>The same line, without what these columns say that is not to be kept.</summary>
    internal static StagedLine Masked(StagedLine line, IReadOnlyList<ListColumn> columns) => line with { Cells = [.. line.Cells.Select((cell, at) => Kept(cell, columns[at]))] };

    /// <summary>One line that was typed and not brought in a file.</summary>
    internal static StagedLine LineOf(IReadOnlyList<ListColumn> columns, IReadOnlyList<string?> typed) => Masked(new StagedLine(1, [.. typed.Select(CitizenText.Clean)]), columns);

    private static bool IsHeading(IReadOnlyList<string> row)
    {
        var columns = row.Select(ListColumns.Of).ToList();
        return columns.Contains(ListColumn.Name) && columns.Contains(ListColumn.Village);
    }

    private static ListColumn[] ColumnsOf(string[] headings, List<IReadOnlyList<string>> rows)
    {
        var taken = new HashSet<ListColumn>();
        return [.. headings.Select((heading, at) =>
        {
            var column = ListColumns.Of(heading);
            var cells = rows.Select(row => at < row.Count ? row[at].Trim() : "").Where(cell => cell.Length > 0).ToList();
            var isOfIds = cells.Count > 0 && cells.Count(cell => IsIdNumber(cell, column)) * OneIn >= cells.Count;
            // "Căn cước" over a column of "có" and "chưa" tells who has one.
            column = isOfIds ? ListColumn.IdNumber
                : column == ListColumn.IdNumber && cells.Count > 0 && cells.TrueForAll(cell => ListWords.ReadKnown(cell) is not null) ? ListColumn.Card
                : column;
            return column is ListColumn.None or ListColumn.IdNumber || taken.Add(column) ? column : ListColumn.None;
        })];
    }

    /// <summary>A cell that is nothing but a number of this length; in a column of phones only what can be no phone.</summary>
    private static bool IsIdNumber(string cell, ListColumn column)
    {
        var isNumber = cell.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '.' or '-' or '\'');
        return (isNumber && cell.Count(char.IsAsciiDigit) is >= ShortestIdNumber and <= LongestIdNumber && !MayBePhone(cell, column))
            || (column != ListColumn.Phone && IdNumbers.AreIn(cell));
    }

    /// <summary>Of a column nobody knows yet only what is written in full: nine digits may be an old ID number as well.</summary>
    private static bool MayBePhone(string cell, ListColumn column) =>
        PhoneNumber.Read(cell) is { } phone && (column == ListColumn.Phone || (column == ListColumn.None && !phone.IsMended));

    /// <summary>What no column needs stays until the file is taken over, in case its heading was misread; ID numbers never do.</summary>
    private static string Kept(string cell, ListColumn column) => column switch
    {
        ListColumn.IdNumber => "",
        _ when IsIdNumber(cell.Trim(), column) => IdNumbers.Mask(cell) is var masked && masked != cell ? masked : IdNumbers.Masked,
        _ => cell,
    };
}
