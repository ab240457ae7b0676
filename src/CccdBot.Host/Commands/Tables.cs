using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace CccdBot.Host.Commands;

/// <summary>Tables of commas and lines, the way spreadsheets save them.</summary>
internal static class Tables
{
    private static readonly CsvConfiguration Columns = new(CultureInfo.InvariantCulture)
    {
        // as_of is AsOf; a column that is not needed may be missing.
        PrepareHeaderForMatch = column => column.Header.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(),
        HeaderValidated = null,
        MissingFieldFound = null,
    };

    /// <summary>The rows, or null when there is no such file, which is said.</summary>
    public static List<T>? Read<T>(string? file)
    {
        if (!File.Exists(file))
        {
            FirstStart.Say($"Không thấy tệp {file}");
            return null;
        }

        using var reader = new CsvReader(new StreamReader(file), Columns);
        return [.. reader.GetRecords<T>()];
    }

    /// <summary>One line a row; without a file nothing is written.</summary>
    public static void Write(string? file, IEnumerable<object> rows)
    {
        if (file is not null)
        {
            using var writer = new CsvWriter(new StreamWriter(file), CultureInfo.InvariantCulture);
            writer.WriteRecords(rows);
        }
    }
}
