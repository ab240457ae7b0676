using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CccdBot.Host.Lists;

/// <summary>A table saved as text (CSV): nobody says in which encoding and with which separator, so both are guessed and said.</summary>
internal static class TextSheet
{
    private const int VietnameseWindows = 1258;
    private const int LinesToGuessBy = 20;
    private const int LongestCell = 2_000;

    private static readonly (char Sign, string Name)[] Separators = [(',', "dấu phẩy"), (';', "dấu chấm phẩy"), ('\t', "dấu tab"), ('|', "dấu gạch đứng")];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(VietnameseWindows)!;

    public static Sheet Read(byte[] file)
    {
        var (text, encoding) = Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new UnreadableSheetException("File này không phải bảng tính hay bảng chữ. Cán bộ chọn file .xlsx hoặc .csv.");
        }

        var separator = SeparatorOf(text);
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.Sign.ToString(),
            BadDataFound = null,
            // Lines are told by their number as the spreadsheet counts them.
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
        });
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count < Sheet.MostRows && parser.Read())
        {
            rows.Add(parser.Record ?? []);
        }

        return new Sheet(rows, [$"chữ {encoding}", $"cột ngăn bằng {separator.Name}"]);
    }

    private static (string Text, string Encoding) Decode(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8.GetString(file.AsSpan(3)), "UTF-8 có dấu đầu file"),
        [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(file.AsSpan(2)), "UTF-16"),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(file.AsSpan(2)), "UTF-16"),
        _ when Half(file, odd: true) => (Encoding.Unicode.GetString(file), "UTF-16"),
        _ when Half(file, odd: false) => (Encoding.BigEndianUnicode.GetString(file), "UTF-16"),
        _ => EightBit(file),
    };

    /// <summary>In Vietnamese most letters are Latin: every second byte of UTF-16 is nothing.</summary>
    private static bool Half(byte[] file, bool odd)
    {
        var (start, zeros, seen) = (odd ? 1 : 0, 0, 0);
        for (var at = start; at < file.Length; at += 2)
        {
            seen++;
            zeros += file[at] == 0 ? 1 : 0;
        }

        return file.Length % 2 == 0 && zeros * 2 > seen;
    }

    private static (string Text, string Encoding) EightBit(byte[] file)
    {
        try
        {
            return (StrictUtf8.GetString(file), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows.GetString(file), "Windows-1258");
        }
    }

    /// <summary>The sign that stands most often in most of the first lines.</summary>
    private static (char Sign, string Name) SeparatorOf(string text)
    {
        var lines = text.Split('\n', LinesToGuessBy + 1).Take(LinesToGuessBy).Where(line => line.Trim().Length > 0).Select(OutsideQuotes).ToList();
        return lines.Count == 0 ? Separators[0] : Separators.MaxBy(separator => Middle([.. lines.Select(line => line.Count(sign => sign == separator.Sign))]));
    }

    private static int Middle(int[] counts)
    {
        Array.Sort(counts);
        return counts[counts.Length / 2];
    }

    private static string OutsideQuotes(string line) => string.Concat(line.Split('"').Where((_, at) => at % 2 == 0));
}
