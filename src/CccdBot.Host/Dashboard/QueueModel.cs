using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The line in the hall: who is called, who waits, who came without a booking, and what was done for each.</summary>
internal sealed class QueueModel(CccdDb db, WriteGate gate, HallLine queue, HallDesk desk, TimeProvider clock) : StaffPage
{
    /// <summary>More days than this are not looked for on a phone in a hall.</summary>
    private const int DaysOffered = 3;

    /// <summary>The papers that are missing most often; any other is written.</summary>
    public static readonly IReadOnlyList<string> UsualPapers = ["Giấy khai sinh", "CMND, căn cước cũ", "Giấy tờ về nơi ở"];

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Session Evening { get; private set; } = null!;

    public string PlaceName { get; private set; } = "";

    /// <summary>Mine first: those I called sit before me.</summary>
    public IReadOnlyList<InHall> Called { get; private set; } = [];

    public IReadOnlyList<InHall> Waiting { get; private set; } = [];

    public IReadOnlyList<InHall> Over { get; private set; } = [];

    public IReadOnlyDictionary<DeedKind, int> Deeds { get; private set; } = new Dictionary<DeedKind, int>();

    public IReadOnlyList<DateOnly> NextDays { get; private set; } = [];

    public bool IsOpen => Evening.State is SessionState.Proposed or SessionState.Confirmed && Evening.StartsAt <= Now + HallLine.DoorsOpen;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => VietnamTime.DateOf(Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = Id;
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } evening)
        {
            return RedirectToPage("/Truc/Buoi");
        }

        Evening = evening;
        PlaceName = await db.Places.Where(place => place.Code == evening.PlaceCode).Select(place => place.Name).FirstAsync(ct);
        NextDays = await db.Sessions.Where(s => s.Date > evening.Date && (s.State == SessionState.Proposed || s.State == SessionState.Confirmed))
            .Select(s => s.Date).Distinct().OrderBy(day => day).Take(DaysOffered).ToListAsync(ct);
        var all = queue.Of(id);
        Called = [.. all.Where(one => one.State == ArrivalState.Called).OrderBy(one => one.CalledBy != Officer).ThenBy(one => one.CalledAt)];
        Waiting = all.FindAll(one => one.State == ArrivalState.Waiting);
        Over = [.. all.Where(one => one.State is ArrivalState.Done or ArrivalState.ToComeBack or ArrivalState.Left).OrderBy(one => one.Number)];
        Deeds = desk.DeedsOf(id);
        return Page();
    }

    public Task<IActionResult> OnPostNextAsync(Guid tap) => DoAsync<HallLine>((line, officer, now) => line.CallNext(Id, officer, tap, now) is { } next
        ? $"Mời số {next.Number}: {NameOf(next)}."
        : "Không còn ai chờ.");

    public Task<IActionResult> OnPostCallAsync(long who, Guid tap) =>
        DoAsync<HallLine>((line, officer, now) => line.Call(Id, who, officer, tap, now) ? "Đã mời." : FirstWas(line, who));

    public async Task<IActionResult> OnPostLetInAsync(Guid key, string? name, WishService service, WhyFirst? first)
    {
        if (HallLine.ReadName(name) is not { } called)
        {
            Told = $"Chưa ghi được: cần tên, nhiều nhất {Person.LongestName} chữ cái, không ghi số căn cước hay số điện thoại.";
            return RedirectToPage();
        }

        return await DoAsync<HallLine>((line, _, now) => line.LetIn(Id, called, service, first, key, now) is { } number
            ? $"{called} là số {number}."
            : "Buổi này chưa mở cửa, hoặc đã kết thúc.");
    }

    public Task<IActionResult> OnPostFirstAsync(long who, WhyFirst? why) =>
        DoAsync<HallLine>((line, _, _) => line.LetGoFirst(Id, who, why) ? why is null ? "Đã ghi: chờ theo số." : "Đã ghi: mời trước." : FirstWas(line, who));

    public Task<IActionResult> OnPostPutBackAsync(long who) =>
        DoAsync<HallLine>((line, _, _) => line.PutBack(Id, who) ? "Đã xếp lại sau những người đang chờ." : FirstWas(line, who));

    public Task<IActionResult> OnPostDoneAsync(long who, DeedKind[] deeds) =>
        SettleAsync(who, "Đã ghi: xong.", (table, officer, now) => table.Done(Id, who, [.. deeds.Where(ArrivalWords.CanBeDone).Distinct()], officer, now));

    public async Task<IActionResult> OnPostComeAgainAsync(long who, string? paper, string? other, DateOnly? day)
    {
        var papers = CitizenText.Clean(string.IsNullOrWhiteSpace(other) ? paper : other);
        if (papers.Length > HallDeed.LongestWords || day < Today)
        {
            Told = $"Chưa ghi được: giấy thiếu ghi nhiều nhất {HallDeed.LongestWords} chữ cái, ngày hẹn phải ở phía trước.";
            return RedirectToPage();
        }

        return await SettleAsync(
            who, "Đã ghi: hẹn lại.", (table, officer, now) => table.ComeAgain(Id, who, papers.Length == 0 ? null : IdNumbers.Mask(papers), day, officer, now));
    }

    public Task<IActionResult> OnPostNotThereAsync(long who) =>
        SettleAsync(who, "Đã ghi: không có mặt.", (table, officer, now) => table.NotThere(Id, who, officer, now));

    public Task<IActionResult> OnPostTakeBackAsync(long who) =>
        SettleAsync(who, "Đã bỏ ghi nhầm.", (table, officer, now) => table.TakeBack(Id, who, officer, now));

    public static string NameOf(InHall who) => who.Name ?? "chưa cho biết tên";

    private Task<IActionResult> SettleAsync(long who, string done, Func<HallDesk, Guid, DateTime, bool> settle)
    {
        var (officer, now) = (Officer, Now);
        return TellAsync(async () => await gate.RunAsync<HallDesk, bool>(table => settle(table, officer, now)) ? done : FirstWas(queue, who));
    }

    private Task<IActionResult> DoAsync<TClerk>(Func<TClerk, Guid, DateTime, string> act) where TClerk : notnull
    {
        var (officer, now) = (Officer, Now);
        return TellAsync(() => gate.RunAsync<TClerk, string>(clerk => act(clerk, officer, now)));
    }

    private async Task<IActionResult> TellAsync(Func<Task<string>> act)
    {
        Told = await act();
        return RedirectToPage();
    }

    private string FirstWas(HallLine line, long who) => line.Find(Id, who) is { } now
        ? $"{now.LastHand ?? "Cán bộ khác"} vừa ghi trước: số {now.Number} {ArrivalWords.Of(now.State)}."
        : "Không thấy người này trong buổi.";
}
