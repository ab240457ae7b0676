using System.IO.Compression;
using System.Text;
using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;
using CccdBot.Host.Lists;
using CccdBot.Host.Tests.Support;
using MiniExcelLibs;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>Lists of people as villages keep them, and a ledger to bring them to.</summary>
internal static class Lists
{
    public const string Heading = "STT;Họ và tên;Buôn;Điện thoại;Năm sinh;Rẫy;Người báo giúp;Ngày về;Đã có thẻ;VNeID;Lý do;Ưu tiên;Ghi chú";

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    public static byte[] Xlsx(IEnumerable<IDictionary<string, object?>> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows);
        return file.ToArray();
    }

    public static (StagedList? List, string? Problem) Stage(byte[] file)
    {
        try
        {
            var sheet = SheetReader.Read(file);
            return ListStager.Stage(sheet.Cells, sheet.HowRead);
        }
        catch (UnreadableSheetException unreadable)
        {
            return (null, unreadable.Message);
        }
    }

    /// <summary>A file that unpacks to far more than it weighs.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < megabytes; written++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }

    /// <summary>A ledger with the two villages in it.</summary>
    public static async Task<Ledger> OpenAsync()
    {
        var ledger = await Ledger.OpenAsync();
        await ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            foreach (var (at, place) in Ledger.Pattern.Places.Index())
            {
                db.Add(new Place { Code = place.Code, Name = place.Name, ShortName = place.ShortName, Position = at });
            }

            await db.SaveChangesAsync();
        });
        return ledger;
    }

    public static async Task<(Guid Id, ImportCount Count)> BringAsync(this Ledger ledger, byte[] file, DateTime now)
    {
        var (list, problem) = Stage(file);
        Assert.True(list is not null, problem);
        var id = await ledger.Gate.RunAsync<ImportDesk, Guid>(desk => desk.Show(list, Guid.NewGuid(), now));
        return (id, (await ledger.Gate.RunAsync<ImportDesk, ImportCount?>(desk => desk.TakeOver(id, now, _ => { })))!);
    }
}
