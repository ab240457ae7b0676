using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Who works at an evening and which machines go there.</summary>
internal sealed class CrewModel(CccdDb db, WriteGate gate, Crew crew, EveningPattern pattern) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Session Evening { get; private set; } = null!;

    public CrewChoice Choice { get; private set; } = null!;

    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = Id;
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } evening)
        {
            return RedirectToPage("/Truc/Buoi");
        }

        Evening = evening;
        Choice = await ChoiceAsync(ct);
        Clashes = crew.ClashesOf(id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] officers, string[] kits, CancellationToken ct)
    {
        var id = Id;
        var known = (await ChoiceAsync(ct)).Known(officers, kits);
        var clashes = await gate.RunAsync<Crew, List<Clash>>(pen =>
        {
            pen.Set(id, known.Officers, known.Kits);
            return pen.ClashesOf(id);
        });
        Told = clashes.Count == 0 ? "Đã phân công." : "Đã phân công, nhưng có trùng: xem ở dưới.";
        return clashes.Count == 0 ? RedirectToPage("/Truc/MotBuoi", new { id }) : RedirectToPage();
    }

    private Task<CrewChoice> ChoiceAsync(CancellationToken ct) =>
        CrewChoice.OfAsync(db, pattern, crew.OfficersOf(Id).ConvertAll(one => one.Id), crew.KitsOf(Id), ct);
}
