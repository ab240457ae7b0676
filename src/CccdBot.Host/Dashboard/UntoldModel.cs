using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Whom a notice did not reach, by village, and who goes there.</summary>
internal sealed class UntoldModel(CccdDb db, NoticeDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Notice Notice { get; private set; } = null!;

    public IReadOnlyList<IGrouping<string, UntoldLine>> Villages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var who = await WhoAsync(db, ct);
        if (desk.Find(Id) is not { } notice || !NoticesModel.MaySee(who, notice))
        {
            return NotFound();
        }

        Notice = notice;
        Villages = [.. (await LinesAsync(ct)).OrderBy(one => one.Name, StringComparer.Ordinal)
            .GroupBy(one => one.Village ?? "Chưa rõ làng").OrderBy(village => village.Key, StringComparer.Ordinal)];
        return Page();
    }

    private Task<List<UntoldLine>> LinesAsync(CancellationToken ct)
    {
        var (id, people, places, villagers, errands, staff) = (Id, db.People, db.Places, db.Villagers, db.RelayTasks, db.StaffMembers);
        return (
            from receipt in db.NoticeReceipts.AsNoTracking()
            where receipt.NoticeId == id
                && (receipt.State == ReceiptState.Blocked || receipt.State == ReceiptState.NoChannel || receipt.State == ReceiptState.Unknown)
            let person = people.FirstOrDefault(p => p.Id == receipt.PersonId)
            let line = villagers.FirstOrDefault(v => v.Id == receipt.VillagerId || (receipt.PersonId != null && v.PersonId == receipt.PersonId))
            let errand = errands.FirstOrDefault(e => e.Id == receipt.ErrandId)
            where person != null || line != null
            select new UntoldLine(
                line!.Name ?? person!.Name ?? Errand.NoName,
                places.Where(place => place.Code == (line!.PlaceCode ?? person!.HomePlace)).Select(place => place.ShortName).FirstOrDefault(),
                errand == null ? null : errand.State,
                errand == null || errand.AssignedTo == null ? null
                    : staff.Where(member => member.Id == errand.AssignedTo).Select(member => member.Name).FirstOrDefault() ?? "đoàn viên chưa ghi tên")).ToListAsync(ct);
    }
}

/// <summary>One whom it did not reach.</summary>
/// <param name="By">Who carries the word; null while nobody does.</param>
internal sealed record UntoldLine(string Name, string? Village, RelayState? Errand, string? By)
{
    public string How => Errand switch
    {
        RelayState.Refused => "từ chối",
        RelayState.MovedAway => "đã chuyển đi",
        RelayState.Died => "đã mất",
        RelayState.TooLate => "quá hạn, chưa báo được",
        _ when By is not null => $"{By} đi báo",
        _ => "chưa ai nhận",
    };
}
