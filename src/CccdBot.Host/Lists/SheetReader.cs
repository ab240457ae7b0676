using CsvHelper;

namespace CccdBot.Host.Lists;

/// <summary>Reads a table, whatever program has saved it: its first bytes tell, its name does not.</summary>
internal static class SheetReader
{
    /// <summary>Twenty thousand people in a spreadsheet take less than two; more is pictures, or meant to harm.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>What Excel wrote until 2003, and writes still when a password is set.</summary>
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="UnreadableSheetException">It is no table; says what to do.</exception>
    public static Sheet Read(byte[] file)
    {
        if (file.Length == 0)
        {
            throw new UnreadableSheetException("File trống. Cán bộ chọn lại file có danh sách.");
        }

        if (file.Length > MostBytes)
        {
            throw new UnreadableSheetException(TooLarge);
        }

        if (file.AsSpan().StartsWith(Compound))
        {
            throw new UnreadableSheetException("File kiểu Excel cũ (.xls) hoặc có mật khẩu. Cán bộ mở bằng Excel, bỏ mật khẩu, lưu lại kiểu .xlsx rồi nhập lại.");
        }

        try
        {
            return file.AsSpan().StartsWith(Zip) ? Workbook.Read(file) : TextSheet.Read(file);
        }
        catch (CsvHelperException)
        {
            throw new UnreadableSheetException("Có ô quá dài, hoặc dấu ngoặc kép mở mà chưa đóng. Cán bộ xem lại file rồi nhập lại.");
        }
    }

    public static string TooLarge => $"File lớn hơn {MostBytes / (1024 * 1024)} MB. Cán bộ bỏ hình ảnh và các trang khác trong file, hoặc chia nhỏ, rồi nhập lại.";
}
