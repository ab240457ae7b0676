using CccdBot.Core.Booking.Cases;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>What people say is recorded wrongly about them, the oldest deadline first.</summary>
internal sealed class CasesModel(CccdDb db, WriteGate gate, CaseDesk cases, Postman postman, TimeProvider clock) : StaffPage
{
    private const int Shown = 200;

    private static readonly string[] Heads = ["Tên", "Bà con nói", "Báo ngày", "Trả lời trước", "Phụ trách"];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sought { get; set; }

    public IReadOnlyList<CaseView> Cases { get; private set; } = [];

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken ct) =>
        Cases = [.. (await OpenAsync(ct)).Where(one => Finds(Sought, one.Name, one.Claim, one.Officer)).Take(Shown)];

    public async Task<IActionResult> OnPostExportAsync(string? why, CancellationToken ct) => Export(why, "thong-tin-sai", Heads, (await OpenAsync(ct)).Select(
        IReadOnlyList<string> (one) =>
        [
            one.Name, one.Claim, VietnamTime.DayText(VietnamTime.DateOf(one.OpenedAt)), VietnamTime.DayText(VietnamTime.DateOf(one.DueAt)), one.Officer ?? "chưa ai nhận",
        ]));

    public async Task<IActionResult> OnPostTakeAsync(Guid id)
    {
        var officer = Officer;
        Told = await gate.RunAsync<CaseDesk, bool>(desk => desk.Take(id, officer)) ? "Cán bộ đã nhận việc này." : $"{WhoWasFirst(id)} đã nhận việc này trước.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, string? decision, string? answer)
    {
        var words = IdNumbers.Mask(CitizenText.Clean(answer));
        if (words.Length is < 3 or > DataCase.LongestAnswer)
        {
            Told = $"Bà con cần lời giải thích: ghi từ 3 đến {DataCase.LongestAnswer} chữ cái.";
            return RedirectToPage();
        }

        var (officer, now, state) = (Officer, Now, decision == "corrected" ? DataCaseState.Corrected : DataCaseState.Declined);
        Told = await gate.RunAsync<CaseDesk, bool>(desk => desk.Decide(id, state, words, officer, now))
            ? "Đã trả lời, bà con được báo ngay."
            : $"{WhoWasFirst(id)} phụ trách hoặc đã trả lời việc này trước.";
        postman.RingAll();
        return RedirectToPage();
    }

    private string WhoWasFirst(Guid id) => cases.OwnerOf(id) ?? "Cán bộ khác";

    private Task<List<CaseView>> OpenAsync(CancellationToken ct)
    {
        var (people, staff, me) = (db.People, db.StaffMembers, Officer);
        return db.DataCases.AsNoTracking().Where(c => c.State == DataCaseState.Open).OrderBy(c => c.DueAt).ThenBy(c => c.Id)
            .Select(c => new CaseView(
                c.Id,
                people.Where(p => p.Id == c.PersonId).Select(p => p.Name).FirstOrDefault() ?? "chưa cho biết tên",
                c.Claim,
                c.OpenedAt,
                c.DueAt,
                c.OfficerId == null ? null : staff.Where(s => s.Id == c.OfficerId).Select(s => s.Name).FirstOrDefault() ?? "một cán bộ",
                c.OfficerId == me))
            .ToListAsync(ct);
    }
}

internal sealed record CaseView(Guid Id, string Name, string Claim, DateTime OpenedAt, DateTime DueAt, string? Officer, bool IsMine);
