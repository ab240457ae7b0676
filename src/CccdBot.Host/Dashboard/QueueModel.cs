using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The line in the hall: who is called, who waits, who came without a booking, and what was done for each.</summary>
internal sealed class QueueModel(CccdDb db, WriteGate gate, HallLine queue, HallDesk desk, Postman postman, TimeProvider clock) : HallPage(gate, clock)
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

    public Task<IActionResult> OnPostNextAsync(Guid tap) => OnceAsync<HallLine>((line, officer, now) => line.CallNext(Id, officer, tap, now) is { } next
        ? ActResult.Done($"Mời số {next.Number}: {NameOf(next)}.")
        : ActResult.Refused("Không còn ai chờ."));

    public Task<IActionResult> OnPostCallAsync(long who, Guid tap) =>
        ChangeAsync(who, "Đã mời.", (line, officer, now) => line.Call(Id, who, officer, tap, now));

    public async Task<IActionResult> OnPostLetInAsync(Guid key, string? name, WishService service, WhyFirst? first)
    {
        if (HallLine.ReadName(name) is not { } called)
        {
            return Answer(ActResult.Refused(
                $"Chưa ghi được: cần tên, nhiều nhất {Person.LongestName} chữ cái, không ghi số căn cước hay số điện thoại."));
        }

        return await OnceAsync<HallLine>((line, _, now) => line.LetIn(Id, called, service, first, key, now) is { } number
            ? ActResult.Done($"{called} là số {number}.")
            : ActResult.Refused($"Chưa ghi được {called}: buổi này chưa mở cửa, hoặc đã kết thúc."));
    }

    public Task<IActionResult> OnPostFirstAsync(long who, WhyFirst? why) =>
        ChangeAsync(who, why is null ? "Đã ghi: chờ theo số." : "Đã ghi: mời trước.", (line, _, _) => line.LetGoFirst(Id, who, why));

    public Task<IActionResult> OnPostPutBackAsync(long who) =>
        ChangeAsync(who, "Đã xếp lại sau những người đang chờ.", (line, _, _) => line.PutBack(Id, who));

    public Task<IActionResult> OnPostDoneAsync(long who, DeedKind[] deeds) =>
        SettleAsync(who, "Đã ghi: xong.", (table, officer, now) => table.Done(Id, who, [.. deeds.Where(ArrivalWords.CanBeDone).Distinct()], officer, now));

    public async Task<IActionResult> OnPostComeAgainAsync(long who, string? paper, string? other, DateOnly? day)
    {
        var papers = CitizenText.Clean(string.IsNullOrWhiteSpace(other) ? paper : other);
        if (papers.Length > HallDeed.LongestWords || day < Today)
        {
            return Answer(ActResult.Refused(
                $"Chưa ghi được: giấy thiếu ghi nhiều nhất {HallDeed.LongestWords} chữ cái, ngày hẹn phải ở phía trước."));
        }

        var answer = await SettleAsync(
            who, "Đã ghi: hẹn lại.", (table, officer, now) => table.ComeAgain(Id, who, papers.Length == 0 ? null : IdNumbers.Mask(papers), day, officer, now));
        postman.RingAll();
        return answer;
    }

    public Task<IActionResult> OnPostNotThereAsync(long who) =>
        SettleAsync(who, "Đã ghi: không có mặt.", (table, officer, now) => table.NotThere(Id, who, officer, now));

    public Task<IActionResult> OnPostTakeBackAsync(long who) =>
        SettleAsync(who, "Đã bỏ ghi nhầm.", (table, officer, now) => table.TakeBack(Id, who, officer, now));

    /// <summary>The card of someone called while the line is down: the script fills in who.</summary>
    public static InHall NotYetKnown(WishService service) =>
        new(0, 0, null, null, null, service, null, ArrivalState.Called, 0, null, null, null, null);

    public static string NameOf(InHall who) => who.Name ?? "chưa cho biết tên";

    private Task<IActionResult> ChangeAsync(long who, string done, Func<HallLine, Guid, DateTime, bool> change) =>
        OnceAsync<HallLine>((line, officer, now) => change(line, officer, now) ? ActResult.Done(done) : FirstWas(line, who));

    private Task<IActionResult> SettleAsync(long who, string done, Func<HallDesk, Guid, DateTime, bool> settle) =>
        OnceAsync<HallDesk>((table, officer, now) => settle(table, officer, now) ? ActResult.Done(done) : FirstWas(table.Line, who));

    private ActResult FirstWas(HallLine line, long who) => ActResult.Refused(line.Find(Id, who) is { } now
        ? $"{now.LastHand ?? "Cán bộ khác"} vừa ghi trước: số {now.Number} {ArrivalWords.Of(now.State)}."
        : "Không thấy người này trong buổi.");
}
