using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>One person is written on the list by hand, or what stands there is corrected.</summary>
internal sealed class WriteVillagerModel(CccdDb db, WriteGate gate, TimeProvider clock) : StaffPage
{
    /// <summary>The one to be corrected; null for someone new.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public long? Corrected { get; set; }

    public VillagerSlip Slip { get; private set; } = new();

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var who = await FillPlacesAsync(ct);
        if (Corrected is not { } id)
        {
            return Page();
        }

        if (await db.Villagers.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id && v.LeftAt == null, ct) is not { } one || !who.WorksFor(one.PlaceCode))
        {
            return NotFound();
        }

        Slip = VillagerSlip.Of(one);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(VillagerSlip slip, CancellationToken ct)
    {
        var (who, now) = (await FillPlacesAsync(ct), clock.GetUtcNow().UtcDateTime);
        Slip = slip;
        var (read, outcome) = await gate.RunAsync<VillagerDesk, (ReadLine, WriteOutcome?)>(desk =>
        {
            var line = desk.Read(slip.Typed, now);
            return line.Form is not { } typed ? (line, null)
                : (line, Corrected is { } id ? desk.Correct(id, slip.Chosen(typed), who.WorksFor, now) : desk.Add(slip.Chosen(typed), who.WorksFor, now));
        });
        if (outcome == WriteOutcome.Written)
        {
            Told = read.Mended.Count > 0 ? $"Đã ghi; {string.Join("; ", read.Mended)}." : "Đã ghi vào danh sách.";
            return RedirectToPage("/Truc/NguoiDan", new { lang = read.Form!.PlaceCode });
        }

        Problems = outcome switch
        {
            null => read.Problems,
            WriteOutcome.IsThere => ["Trong buôn này đã có người tên như vậy. Là người khác thì ghi thêm năm sinh hoặc số điện thoại."],
            _ => ["Người này không còn trong danh sách của các buôn cán bộ phụ trách."],
        };
        return Page();
    }

    private async Task<Core.People.Staff.StaffMember> FillPlacesAsync(CancellationToken ct)
    {
        var who = await WhoAsync(db, ct);
        Places = [.. (await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(ct)).Where(place => who.WorksFor(place.Code))];
        return who;
    }
}

/// <summary>One person as they stand in the form.</summary>
internal sealed class VillagerSlip
{
    public string? Name { get; init; }

    public string? Village { get; init; }

    public string? Phone { get; init; }

    public string? BirthYear { get; init; }

    public string? Household { get; init; }

    public string? FieldArea { get; init; }

    public string? Carrier { get; init; }

    public string? Back { get; init; }

    public string? Note { get; init; }

    public Known Card { get; init; }

    public Known Vneid { get; init; }

    public WhyNotYet? WhyNot { get; init; }

    public Frail? Frail { get; init; }

    public IReadOnlyDictionary<ListColumn, string?> Typed => new Dictionary<ListColumn, string?>
    {
        [ListColumn.Name] = Name,
        [ListColumn.Village] = Village,
        [ListColumn.Phone] = Phone,
        [ListColumn.BirthYear] = BirthYear,
        [ListColumn.Household] = Household,
        [ListColumn.FieldArea] = FieldArea,
        [ListColumn.Carrier] = Carrier,
        [ListColumn.Back] = Back,
        [ListColumn.Note] = Note,
    };

    public static VillagerSlip Of(Villager one) => new()
    {
        Name = one.Name,
        Village = one.PlaceCode,
        Phone = one.Phone,
        BirthYear = one.BirthYear?.ToString(CultureInfo.InvariantCulture),
        Household = one.Household,
        FieldArea = one.FieldArea,
        Carrier = one.Carrier,
        Back = one.Back,
        Note = one.Note,
        Card = one.HasCard,
        Vneid = one.HasVneid,
        WhyNot = one.WhyNot,
        Frail = one.Frail,
    };

    /// <summary>With what was chosen beside what was typed.</summary>
    public VillagerForm Chosen(VillagerForm typed) => typed with { HasCard = Card, HasVneid = Vneid, WhyNot = WhyNot, Frail = Frail };
}
