using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Whom a notice did not reach, by village: someone has to go there.</summary>
internal sealed class UntoldModel(CccdDb db, NoticeDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Notice Notice { get; private set; } = null!;

    public IReadOnlyList<IGrouping<string, string>> Villages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (id, people, places) = (Id, db.People, db.Places);
        var who = await WhoAsync(db, ct);
        if (desk.Find(Id) is not { } notice || !NoticesModel.MaySee(who, notice))
        {
            return NotFound();
        }

        Notice = notice;
        var untold = await (
            from receipt in db.NoticeReceipts.AsNoTracking()
            join person in people on receipt.PersonId equals person.Id
            where receipt.NoticeId == id && person.Name != null
                && (receipt.State == ReceiptState.Blocked || receipt.State == ReceiptState.NoChannel || receipt.State == ReceiptState.Unknown)
            orderby person.Name
            select new { person.Name, Village = places.Where(place => place.Code == person.HomePlace).Select(place => place.ShortName).FirstOrDefault() }).ToListAsync(ct);
        Villages = [.. untold.GroupBy(one => one.Village ?? "Chưa rõ làng", one => one.Name!).OrderBy(village => village.Key, StringComparer.Ordinal)];
        return Page();
    }
}
