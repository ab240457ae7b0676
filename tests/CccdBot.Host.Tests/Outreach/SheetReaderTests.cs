using System.IO.Compression;
using System.Text;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Host.Lists;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>Whatever is brought is read as a table or refused in plain words; nothing brings the service down.</summary>
[Trait("Engine", "sqlite")]
public sealed class SheetReaderTests
{
    private const string Name = "Siu H'Bia Nguyễn Thị Được";

    private static readonly string[] Encodings = ["utf-8", "utf-8 bom", "utf-16", "utf-16 bom", "utf-16be", "utf-16be bom", "windows-1258"];
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly string[] LineEnds = ["\n", "\r\n"];

    public static TheoryData<string, char, string> Shapes()
    {
        var shapes = new TheoryData<string, char, string>();
        foreach (var (encoding, separator, end) in from e in Encodings from s in Separators from l in LineEnds select (e, s, l))
        {
            shapes.Add(encoding, separator, end);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_table_saved_as_text_is_read_whatever_its_encoding_separator_and_line_ends(string encoding, char separator, string end)
    {
        string[] rows = [Row("DANH SÁCH BUÔN SUI", "", ""), Row("Họ và tên", "Buôn", "Điện thoại"), Row(Name, "Sui", "0912345678"), Row($"\"Ama {separator}Thin\"", "Sui", "")];
        var (list, problem) = Lists.Stage(Encode(encoding, string.Join(end, rows) + end));

        Assert.True(list is not null, problem);
        Assert.Equal([ListColumn.Name, ListColumn.Village, ListColumn.Phone], list.Columns);
        Assert.Equal([Name, "Sui", "0912345678"], list.Lines[0].Cells);
        Assert.Contains("Thin", list.Lines[1].Cells[0], StringComparison.Ordinal);
        Assert.Equal(3, list.Lines[0].Number);
        Assert.Equal(2, list.Lines.Count);

        string Row(params string[] cells) => string.Join(separator, cells);
    }

    [Fact]
    public void Ten_thousand_times_random_bytes_are_refused_in_words()
    {
        var random = new Random(20261130);
        byte[][] heads = [[], [0x50, 0x4B, 0x03, 0x04], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xD0, 0xCF, 0x11, 0xE0]];
        for (var times = 0; times < 10_000; times++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);

            var (list, problem) = Lists.Stage([.. heads[times % heads.Length], .. bytes]);

            Assert.Null(list);
            Assert.EndsWith(".", problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_good_file_with_bytes_changed_or_cut_off_is_read_or_refused_and_never_worse()
    {
        var random = new Random(7);
        byte[][] good = [Lists.Csv(Lists.Heading, $"1;{Name};Sui;0912345678", "2;Ama Thin;Sui"), Xlsx()];
        for (var times = 0; times < 2_000; times++)
        {
            var file = (byte[])good[times % 2].Clone();
            for (var change = 0; change < 1 + times % 5; change++)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            var (list, problem) = Lists.Stage(times % 3 == 0 ? file[..random.Next(1, file.Length)] : file);

            Assert.True(list is null != problem is null);
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Lists.Bomb(megabytes: 700);
        Assert.InRange(bomb.Length, 1, SheetReader.MostBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (list, problem) = Lists.Stage(bomb);

        Assert.Null(list);
        Assert.Contains("quá nhiều dữ liệu", problem, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
    }

    [Fact]
    public void A_file_with_too_many_lines_or_bytes_is_refused_and_says_what_to_do()
    {
        var (tooLong, why) = Lists.Stage(Lists.Csv([Lists.Heading, .. Enumerable.Range(0, ListStager.MostLines + 1).Select(at => $"{at};Siu Lan;Sui")]));
        var (tooLarge, andWhy) = Lists.Stage(new byte[SheetReader.MostBytes + 1]);

        Assert.Null(tooLong ?? tooLarge);
        Assert.Contains("chia thành nhiều file", why, StringComparison.Ordinal);
        Assert.Contains("8 MB", andWhy, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_spreadsheet_merged_cells_count_for_every_line_and_that_is_said()
    {
        var (list, problem) = Lists.Stage(Merged(Xlsx(), "B2:B3"));

        Assert.True(list is not null, problem);
        Assert.Equal(["Sui", "Sui"], list.Lines.Select(line => line.Cells[1]));
        Assert.Contains(list.Working, how => how.Contains("ô gộp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phone_that_a_spreadsheet_took_for_a_number_is_read_as_it_was_written()
    {
        var (list, _) = Lists.Stage(Xlsx());

        Assert.Equal("912345678", list!.Lines[0].Cells[2]);
    }

    [Theory]
    [InlineData("Ten\nSiu Lan", "tiêu đề")]
    [InlineData("", "File trống")]
    [InlineData("Họ tên,Làng\n\"Siu Lan,Sui", "")]
    public void What_is_no_list_is_refused_with_what_is_missing(string text, string words)
    {
        var (list, problem) = Lists.Stage(Encoding.UTF8.GetBytes(text));

        Assert.True(list is null || list.Lines.Count <= 1);
        Assert.Contains(words, problem ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_or_locked_excel_file_is_refused_with_the_way_to_save_it() =>
        Assert.Contains(".xlsx", Lists.Stage([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Problem, StringComparison.Ordinal);

    private static byte[] Xlsx() => Lists.Xlsx(
    [
        new Dictionary<string, object?> { ["Họ và tên"] = Name, ["Buôn"] = "Sui", ["Điện thoại"] = 912345678 },
        new Dictionary<string, object?> { ["Họ và tên"] = "Ama Thin", ["Buôn"] = null, ["Điện thoại"] = null },
    ]);

    private static byte[] Merged(byte[] file, string cells)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string xml;
            using (var reader = new StreamReader(part.Open()))
            {
                xml = reader.ReadToEnd();
            }

            part.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(System.Text.RegularExpressions.Regex.Replace(
                xml, "(</(?:x:)?sheetData>)", match => $"{match.Value}<{Prefix(match.Value)}mergeCells count=\"1\"><{Prefix(match.Value)}mergeCell ref=\"{cells}\"/></{Prefix(match.Value)}mergeCells>"));
        }

        return stream.ToArray();

        static string Prefix(string tag) => tag.StartsWith("</x:", StringComparison.Ordinal) ? "x:" : "";
    }

    private static byte[] Encode(string encoding, string text) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => Encoding.Unicode.GetBytes(text),
        "utf-16 bom" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf-16be bom" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes(AsTypedOnWindows(text)),
    };

    /// <summary>Windows-1258 has the letters ă â đ ê ô ơ ư, and the five tones as marks of their own after the letter.</summary>
    private static string AsTypedOnWindows(string text)
    {
        const string Tones = "\u0300\u0301\u0303\u0309\u0323";
        var typed = new StringBuilder();
        foreach (var letter in text)
        {
            var pieces = letter.ToString().Normalize(NormalizationForm.FormD);
            var tone = string.Concat(pieces.Where(piece => Tones.Contains(piece, StringComparison.Ordinal)));
            typed.Append(string.Concat(pieces.Where(piece => !Tones.Contains(piece, StringComparison.Ordinal))).Normalize(NormalizationForm.FormC)).Append(tone);
        }

        return typed.ToString();
    }
}
