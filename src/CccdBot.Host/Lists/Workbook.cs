using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace CccdBot.Host.Lists;

/// <summary>A spreadsheet of Excel or LibreOffice (XLSX), read row by row.</summary>
internal static class Workbook
{
    /// <summary>A zip bomb of a few kilobytes would fill the memory of the whole service.</summary>
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const int MostParts = 500;

    private const int ReadAtOnce = 64 * 1024;

    private static readonly byte[] MergedMark = Encoding.ASCII.GetBytes("mergeCell ");

    /// <summary>The cells that are merged get the value of all of them; strings are kept in memory, not in a file beside us.</summary>
    private static readonly OpenXmlConfiguration Reading = new() { FillMergedCells = true, EnableSharedStringCache = false };

    public static Sheet Read(byte[] file)
    {
        try
        {
            var isMerged = Weigh(file);
            using var stream = new MemoryStream(file, writable: false);
            var rows = stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: Reading)
                .Cast<IDictionary<string, object?>>().Take(Sheet.MostRows).Select(row => (IReadOnlyList<string>)[.. row.Values.Select(Written)]).ToList();
            return new Sheet(rows, ["bảng tính Excel (.xlsx), trang đầu tiên", .. isMerged ? ["có ô gộp: từng dòng được ghi đủ giá trị của ô gộp"] : Array.Empty<string>()]);
        }
#pragma warning disable CA1031 // a damaged archive makes the library throw whatever it stumbles over; it is the file that is at fault
        catch (Exception broken) when (broken is not UnreadableSheetException and not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw new UnreadableSheetException("Chưa mở được bảng tính này. Cán bộ mở bằng Excel, lưu lại kiểu .xlsx rồi nhập lại.");
        }
    }

    /// <summary>Unpacks everything once into nothing: what an archive says of its size may be a lie.</summary>
    /// <returns>True when cells are merged.</returns>
    private static bool Weigh(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false));
        if (archive.Entries.Count > MostParts)
        {
            throw TooMuch();
        }

        var (unpacked, isMerged, buffer) = (0L, false, new byte[ReadAtOnce]);
        foreach (var part in archive.Entries)
        {
            using var stream = part.Open();
            var kept = 0;
            for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                unpacked += read;
                if (unpacked > MostUnpacked)
                {
                    throw TooMuch();
                }

                var seen = buffer.AsSpan(0, kept + read);
                isMerged = isMerged || seen.IndexOf(MergedMark) >= 0;
                // The mark may lie across two pieces.
                kept = Math.Min(seen.Length, MergedMark.Length - 1);
                seen[^kept..].CopyTo(buffer);
            }
        }

        return isMerged;
    }

    private static UnreadableSheetException TooMuch() =>
        new("File nén chứa quá nhiều dữ liệu so với một danh sách nên không mở. Cán bộ chép riêng danh sách sang file mới rồi nhập lại.");

    /// <summary>As a person would read the cell: no exponent, no time of day on a birthday.</summary>
    private static string Written(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool isSo => isSo ? "có" : "chưa",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
