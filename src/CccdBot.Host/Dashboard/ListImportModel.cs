using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;
using CccdBot.Host.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>Takes in a file with a list of people to reach.</summary>
[RefuseBeforeReading(SheetReader.MostBytes)]
[RequestSizeLimit(SheetReader.MostBytes + 65536)]
internal sealed class ListImportModel(WriteGate gate, TimeProvider clock) : StaffPage
{
    public void OnGet(bool qualon) => Told ??= qualon ? SheetReader.TooLarge : null;

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        var (list, problem) = await ReadAsync(file, ct);
        if (list is null)
        {
            Told = problem;
            return RedirectToPage();
        }

        var (officer, now) = (Officer, clock.GetUtcNow().UtcDateTime);
        var id = await gate.RunAsync<ImportDesk, Guid>(desk => desk.Show(list, officer, now));
        return RedirectToPage("/Truc/NhapXem", new { id });
    }

    private static async Task<(StagedList? List, string? Problem)> ReadAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            return (null, "Chưa chọn file. Cán bộ bấm chọn file danh sách rồi bấm Xem trước.");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        try
        {
            var sheet = SheetReader.Read(bytes.ToArray());
            return ListStager.Stage(sheet.Cells, sheet.HowRead);
        }
        catch (UnreadableSheetException unreadable)
        {
            return (null, unreadable.Message);
        }
    }
}
