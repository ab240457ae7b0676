using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Who cannot come to the hall: new requests, those that need a day, and the days that are planned.</summary>
internal sealed class VisitsModel(CccdDb db, WriteGate gate, FamilyPost family, Postman postman, TimeProvider clock) : StaffPage
{
    /// <summary>So long a family that no message reached stays on the list after the end.</summary>
    private static readonly TimeSpan StaysUntold = TimeSpan.FromDays(30);

    private static readonly string[] Heads = ["Tên", "Vì sao", "Buôn", "Chỗ ở", "Tình trạng", "Ngày tới"];

    private IReadOnlyList<HomeVisit> _all = [];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sought { get; set; }

    public IReadOnlyList<HomeVisit> Untold { get; private set; } = [];

    /// <summary>By village, as neighbours are visited together.</summary>
    public IEnumerable<IGrouping<string, HomeVisit>> New => ByVillage(VisitState.Asked);

    public IEnumerable<IGrouping<string, HomeVisit>> WithoutDay => ByVillage(VisitState.Accepted, VisitState.SecondVisit);

    public IEnumerable<IGrouping<DateOnly, HomeVisit>> Planned => In(VisitState.Planned)
        .OrderBy(visit => visit.Day).ThenBy(visit => visit.Part).ThenBy(visit => visit.Village).GroupBy(visit => visit.Day!.Value);

    public DateOnly Today => VietnamTime.DateOf(Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken ct)
    {
        _all = [.. (await LatelyAsync(ct)).Where(visit => Finds(Sought, visit.Name, visit.Village, visit.Home))];
        Untold = [.. _all.Where(IsUntold)];
    }

    public async Task<IActionResult> OnPostExportAsync(string? why, CancellationToken ct) =>
        Export(why, "tai-nha", Heads, (await LatelyAsync(ct)).Where(visit => VisitChange.Open.Contains(visit.State)).Select(
            IReadOnlyList<string> (visit) =>
            [
                visit.Name!, VisitWords.Of(visit.Need), visit.Village ?? "", visit.Home ?? "", Words(visit.State),
                visit.State == VisitState.Planned ? VisitWords.Of(visit.Part!.Value, visit.Day!.Value) : "",
            ]));

    public Task<IActionResult> OnPostAcceptAsync(Guid id, int version) =>
        DecideAsync(id, version, VisitChange.Accept, "Đã nhận. Giờ xếp ngày ở mục Chờ xếp ngày.");

    public async Task<IActionResult> OnPostPlanAsync(Guid id, int version, DateOnly? day, VisitPart part)
    {
        if (day is { } set && set >= Today)
        {
            return await DecideAsync(id, version, VisitChange.Plan(set, part), $"Đã xếp {VisitWords.Of(part, set)}. Người nhà được báo.");
        }

        Told = "Chưa có ngày, hoặc ngày đã qua. Chọn lại ngày giúp.";
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostDoneAsync(Guid id, int version) => DecideAsync(id, version, VisitChange.Finish, "Đã ghi: làm xong.");

    public Task<IActionResult> OnPostAgainAsync(Guid id, int version) =>
        DecideAsync(id, version, VisitChange.ComeAgain, "Đã ghi: cần tới thêm một lần. Xếp ngày ở mục Chờ xếp ngày.");

    public Task<IActionResult> OnPostRefuseAsync(Guid id, int version, VisitReason why) => VisitChange.Refusals.Contains(why)
        ? DecideAsync(id, version, VisitChange.Refuse(why), "Đã báo người nhà, kèm việc bà con làm được thay vào đó.")
        : Task.FromResult<IActionResult>(BadRequest());

    public async Task<IActionResult> OnPostToldAsync(Guid id)
    {
        var now = Now;
        await gate.RunAsync<VisitBook>(pen => pen.NoteToldAsync(id, now, CancellationToken.None));
        Told = "Đã ghi: người nhà đã biết.";
        return RedirectToPage();
    }

    public static string Words(VisitReason why) => why switch
    {
        VisitReason.CanComeToHall => "đưa tới nhà cộng đồng được",
        VisitReason.TooIll => "đang ốm nặng, chờ khoẻ",
        VisitReason.LivesElsewhere => "ở xã khác",
        _ => "đợt này không có tổ đi nhà",
    };

    public static string Words(VisitState state) => state switch
    {
        VisitState.Asked => "mới xin",
        VisitState.Accepted => "đã nhận, chờ xếp ngày",
        VisitState.Planned => "đã xếp ngày",
        VisitState.SecondVisit => "cần tới thêm một lần",
        VisitState.Visited => "đã làm xong",
        VisitState.Withdrawn => "người nhà đã rút",
        _ => "không tới nhà lần này",
    };

    private async Task<IActionResult> DecideAsync(Guid id, int version, VisitChange change, string done)
    {
        var (officer, now) = (Officer, Now);
        var outcome = await gate.RunAsync<VisitBook, VisitOutcome>(pen => pen.DecideAsync(id, version, change, officer, now, CancellationToken.None));
        postman.RingAll();
        Told = outcome switch
        {
            VisitOutcome.Moved => done,
            VisitOutcome.DayFull(var day, var part) => $"{VisitWords.Of(part, day)} đã kín: mỗi nhà ít nhất {VisitDay.Lasts.TotalMinutes:0} phút, "
                + $"một buổi {VisitDay.MostIn(part)} nhà, một ngày {VisitDay.Most} nhà. Chọn buổi khác.",
            VisitOutcome.TooLate({ } by) => $"{by} đã quyết định trước. Trang này giờ là bản mới nhất.",
            _ => "Người nhà vừa đổi yêu cầu này. Trang này giờ là bản mới nhất.",
        };
        return RedirectToPage();
    }

    private Task<List<HomeVisit>> LatelyAsync(CancellationToken ct)
    {
        var since = Now - StaysUntold;
        return db.HomeVisits.AsNoTracking().Where(v => v.Name != null && (VisitChange.Open.Contains(v.State) || v.ChangedAt >= since))
            .OrderBy(v => v.AskedAt).ToListAsync(ct);
    }

    private bool IsUntold(HomeVisit visit) => visit.State is not (VisitState.Asked or VisitState.Withdrawn)
        && !(visit.ToldAt >= visit.ChangedAt) && family.IsUnreached(visit.About, visit.ChangedAt);

    private IEnumerable<IGrouping<string, HomeVisit>> ByVillage(params VisitState[] states) =>
        In(states).OrderBy(visit => visit.Village is null).ThenBy(visit => visit.Village, StringComparer.Create(VietnamTime.Culture, ignoreCase: true))
            .ThenBy(visit => visit.GoodDays, StringComparer.Ordinal).GroupBy(visit => visit.Village ?? "Chưa rõ buôn nào");

    private IEnumerable<HomeVisit> In(params VisitState[] states) => _all.Where(visit => states.Contains(visit.State));
}
