using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>A list that was brought: how it was read, what of it is good, and what became of it.</summary>
internal sealed class ListPreviewModel(CccdDb db, ImportDesk desk, Importing importing, WriteGate gate, TimeProvider clock) : StaffPage
{
    public const int Shown = 20;

    /// <summary>What a column can be, as it is offered.</summary>
    public static readonly ListColumn[] Kinds = [.. Enum.GetValues<ListColumn>().OrderBy(column => column.Words(), StringComparer.Create(VietnamTime.Culture, ignoreCase: false))];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ListImport Import { get; private set; } = null!;

    /// <summary>Null when its lines are gone.</summary>
    public StagedList? List { get; private set; }

    public IReadOnlyList<ReadLine> Lines { get; private set; } = [];

    public IEnumerable<ReadLine> Refused => Lines.Where(line => line.Form is null);

    public int Mended => Lines.Count(line => line.Mended.Count > 0);

    public bool CanUndo => Import.State == ImportState.Done && Import.DoneAt > Now - ListImport.Kept;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (importing.Of(Id) is not null)
        {
            return RedirectToPage("/Truc/NhapToiDau", new { id = Id });
        }

        if (!await FindAsync(ct))
        {
            Told = "File này đã hết hạn xem. Cán bộ nhập lại file nhé.";
            return RedirectToPage("/Truc/Nhap");
        }

        return Page();
    }

    public async Task<IActionResult> OnGetRefusedAsync(CancellationToken ct) => await FindAsync(ct) && List is not null
        ? File(RefusedLines.Write(List, Lines), Spreadsheet.MediaType, "can-sua.xlsx")
        : RedirectToPage();

    public async Task<IActionResult> OnPostColumnsAsync(ListColumn[] columns)
    {
        var id = Id;
        Told = await gate.RunAsync<ImportDesk, bool>(pen => pen.Choose(id, columns))
            ? "Đã đọc lại theo cột cán bộ chọn."
            : "Chưa đổi: cần đúng một cột tên, một cột buôn, và không có hai cột cùng một thứ.";
        return RedirectToPage(new { id });
    }

    /// <param name="dropIds">Said that the columns with ID numbers are left out.</param>
    public async Task<IActionResult> OnPostTakeOverAsync(bool dropIds, CancellationToken ct)
    {
        if (!await FindAsync(ct) || List is null)
        {
            return RedirectToPage();
        }

        if (List.IdColumns.Count > 0 && !dropIds)
        {
            Told = "File có cột số giấy tờ. Đánh dấu Bỏ cột ấy rồi bấm Nhập lại nhé.";
            return RedirectToPage(new { id = Id });
        }

        // A list of a few hundred is done before the page is there again; a longer one is looked at while it goes on.
        await Task.WhenAny(importing.Begin(Id, Lines.Count), Task.Delay(TimeSpan.FromMilliseconds(500), clock, ct));
        return RedirectToPage("/Truc/NhapToiDau", new { id = Id });
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        var (id, now) = (Id, Now);
        Told = await gate.RunAsync<ImportDesk, (int Gone, int Stay)?>(pen => pen.Undo(id, now)) switch
        {
            null => "Đã quá 24 giờ, hoặc đã hoàn tác trước đó.",
            (var gone, 0) => $"Đã hoàn tác: bỏ {gone} người khỏi danh sách.",
            var (gone, stay) => $"Đã hoàn tác: bỏ {gone} người. Giữ lại {stay} người vì đã đặt lịch hoặc đã được báo tin.",
        };
        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var id = Id;
        if (await db.ListImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } import)
        {
            return false;
        }

        (Import, List) = (import, desk.Find(id));
        Lines = List is null ? [] : [.. desk.Read(List, Now)];
        return true;
    }
}
