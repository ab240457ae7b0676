using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The notices, the newest first: those that wait for a second person, those under way, and what became of the others.</summary>
internal sealed class NoticesModel(CccdDb db) : StaffPage
{
    private const int Shown = 50;

    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (who, staff) = (await WhoAsync(db, ct), db.StaffMembers);
        var all = await db.Notices.AsNoTracking().OrderByDescending(n => n.Id).Take(Shown)
            .Select(n => new { Notice = n, Author = staff.Where(s => s.Id == n.AuthorId).Select(s => s.Name).FirstOrDefault() }).ToListAsync(ct);
        Notices = [.. all.Where(one => MaySee(who, one.Notice)).Select(one => new NoticeLine(one.Notice, one.Author ?? Named.NotTold))];
    }

    /// <summary>A volunteer sees the own, and those for the own villages alone.</summary>
    public static bool MaySee(StaffMember who, Notice notice) =>
        who.Role != Role.Volunteer || notice.AuthorId == who.Id || (notice.Draft.Villages.Count > 0 && notice.Draft.Villages.All(who.WorksFor));

    public static string Words(NoticeState state) => state switch
    {
        NoticeState.Draft => "đang viết",
        NoticeState.Asked => "chờ duyệt",
        NoticeState.Approved => "đã duyệt, chờ giờ gửi",
        NoticeState.Sending => "đang gửi",
        NoticeState.Stopped => "đã dừng",
        _ => "đã gửi xong",
    };
}

internal sealed record NoticeLine(Notice Notice, string Author);
