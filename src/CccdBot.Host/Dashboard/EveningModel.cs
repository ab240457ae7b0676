using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>One evening: who comes, what has become of each, and what can be done with the evening itself.</summary>
internal sealed class EveningModel(CccdDb db, WriteGate gate, HallLine queue, EveningDesk desk, Crew crew, EveningRounds rounds, TimeProvider clock) : HallPage(gate, clock)
{
    /// <summary>Of those who still wait when the evening closes.</summary>
    public const string Again = "again";
    public const string Served = "served";

    private const string SomeoneWasFirst = "Cán bộ khác vừa ghi trước. Bảng dưới đây là mới nhất.";

    private static readonly string[] Heads = ["Mã", "Giờ", "Tên", "Làm gì", "Tình trạng"];

    private List<InHall> _line = [];

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>A code, what a phone read off the paper, or a piece of a name typed without its marks.</summary>
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sought { get; set; }

    public Session Evening { get; private set; } = null!;

    public string PlaceName { get; private set; } = "";

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public IReadOnlyList<SeatView> Seats { get; private set; } = [];

    /// <summary>What has become of those whose evening was called off or moved; the sum is everyone who had a seat.</summary>
    public IReadOnlyList<(string Words, int Count)> Outcomes { get; private set; } = [];

    /// <summary>Who works there, and with which machines: "Rơ Châm Nam, Bộ 1".</summary>
    public string CrewWords { get; private set; } = "";

    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    /// <summary>What became of everyone so far.</summary>
    public EveningSum Sum { get; private set; } = null!;

    public int StillWaiting => _line.Count(one => one.State == ArrivalState.Waiting);

    public int AtTables => _line.Count(one => one.State == ArrivalState.Called);

    public bool HasBegun => Evening.StartsAt <= Now;

    public bool IsOpen => Evening.State is SessionState.Proposed or SessionState.Confirmed;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (id, now) = (Id, Now);
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } evening)
        {
            return RedirectToPage("/Truc/Buoi");
        }

        Evening = evening;
        Places = await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(ct);
        PlaceName = Places.First(place => place.Code == evening.PlaceCode).Name;
        var (people, reservations, lately) = (db.People, db.Reservations, now - SeatBook.Lately);
        var seats = await db.Reservations.AsNoTracking()
            .Where(r => r.SessionId == id && r.State != ReservationState.Lapsed && r.State != ReservationState.Held && r.State != ReservationState.Kept)
            .OrderBy(r => r.Slot!.StartsAt).ThenBy(r => r.Seat)
            .Select(r => new SeatView(
                r.Id,
                r.Code,
                people.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault() ?? "chưa cho biết tên",
                r.Slot!.StartsAt,
                r.Service,
                r.State,
                reservations.Count(other => other.PersonId == r.PersonId && other.State == ReservationState.Missed && other.EndedAt > lately)))
            .ToListAsync(ct);
        (_line, Sum) = (queue.Of(id), desk.SumOf(id));
        (CrewWords, Clashes) = (crew.WordsOf(id), crew.ClashesOf(id));
        Seats = [.. WithTwins(seats).Where(IsSought)];
        Outcomes = [.. (await db.DisplacedBookings.Where(d => d.SessionId == id).GroupBy(d => d.Outcome)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).OrderBy(o => o.Key).Select(o => (Words(o.Key), o.Count))];
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(string? why, CancellationToken ct) =>
        Export(why, string.Create(CultureInfo.InvariantCulture, $"buoi-{Id}"), Heads, (await RosterLine.OfAsync(db, Id, ct)).Select(
            IReadOnlyList<string> (line) => [line.Code, VietnamTime.HourText(line.StartsAt), line.Name, ArrivalWords.Of(line.Service), Words(line.State)]));

    public async Task<IActionResult> OnPostMarkAsync(Guid seat, string what)
    {
        var (to, why) = what switch
        {
            "confirm" => (ReservationState.Confirmed, StepReason.EveningConfirmed),
            "in" => (ReservationState.CheckedIn, StepReason.CameIn),
            "out" => (ReservationState.Confirmed, StepReason.SlipOfFinger),
            "served" => (ReservationState.Served, StepReason.Done),
            "again" => (ReservationState.CheckedIn, StepReason.SlipOfFinger),
            _ => (ReservationState.Missed, StepReason.NotThere),
        };
        var answer = to == ReservationState.Served
            ? await OnceAsync<HallDesk>((table, officer, now) => table.Served(Id, seat, ArrivalWords.Likely, officer, now)
                ? ActResult.Done("Đã ghi.")
                : ActResult.Refused(SomeoneWasFirst))
            : await OnceAsync<EveningDesk>((evening, officer, now) => Mark(evening, seat, to, why, officer, now));
        rounds.Ring();
        return answer;
    }

    public Task<IActionResult> OnPostCardReadyAsync(Guid seat) =>
        DoAsync<EveningDesk>((evening, _, now) => evening.CardIsReady(seat, now) ? "Đã ghi. Bà con được báo đến nhận thẻ." : SomeoneWasFirst);

    public async Task<IActionResult> OnPostCallBackAsync(Guid seat, string? why) => Reason(why) is { } reason
        ? await DoAsync<Displacing>((displacing, _, now) => displacing.CallBack(seat, reason, now)
            ? "Đã mời bà con đến bổ sung, có giữ sẵn một chỗ."
            : "Người này đã được mời lại, hoặc chưa làm ở buổi này.")
        : Refuse();

    public Task<IActionResult> OnPostMergeAsync(Guid stays, Guid goes) => DoAsync<EveningDesk>(
        (evening, officer, now) => evening.Merge(stays, goes, officer, now) ? "Đã gộp làm một, chỗ thừa được trả lại." : SomeoneWasFirst);

    /// <param name="waiting">What of those who still wait in the line: "again" or "served"; only an officer knows whether the line was used.</param>
    public async Task<IActionResult> OnPostCloseAsync(string? waiting)
    {
        var (officer, now) = (Officer, Now);
        Told = await Gate.RunAsync<IServiceProvider, string>(pen => CloseAsync(pen, waiting, officer, now));
        rounds.Ring();
        return RedirectToPage();
    }

    private async Task<string> CloseAsync(IServiceProvider pen, string? waiting, Guid officer, DateTime now)
    {
        if (waiting is not (Again or Served) && pen.GetRequiredService<HallLine>().Of(Id).Count(one => one.State == ArrivalState.Waiting) is > 0 and var still)
        {
            return $"Chưa kết thúc: hàng chờ còn {still} người. Chọn họ đã làm hay chưa, rồi bấm lại.";
        }

        var evening = pen.GetRequiredService<EveningDesk>();
        if (evening.Close(Id, officer, now, waitingComeAgain: waiting == Again) is not { } missed)
        {
            return EveningsModel.WhoWasFirst(evening.LastHandOf(Id), "Buổi này chưa bắt đầu, hoặc đã kết thúc.");
        }

        await pen.GetRequiredService<EveningReport>().TellChiefsAsync(Id, now, CancellationToken.None);
        return $"Đã kết thúc buổi này. {missed} người chưa đến sẽ được hỏi lại sáng mai.";
    }

    public async Task<IActionResult> OnPostCallOffAsync(string? why)
    {
        if (Reason(why) is not { } reason)
        {
            return Refuse();
        }

        await DoAsync<EveningDesk>((evening, officer, now) => evening.CallOff(Id, officer, reason, now)
            ? "Đã hoãn buổi này. Mọi người được báo lý do và được giữ chỗ khác; ai chưa trả lời sẽ vào danh sách cần gọi."
            : EveningsModel.WhoWasFirst(evening.LastHandOf(Id), "Buổi này đã bắt đầu, đã hoãn hoặc đã kết thúc."));
        await rounds.SeeToDisplacedAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostMoveAsync(long was, string? place, string? day, string? hour, string? why)
    {
        var isMoment = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            & TimeOnly.TryParseExact(hour, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (Reason(why) is not { } reason || !isMoment || !await db.Places.AnyAsync(p => p.Code == place))
        {
            return Refuse();
        }

        return await DoAsync<EveningDesk>((evening, officer, now) => evening.Move(Id, new DateTime(was, DateTimeKind.Utc), place!, VietnamTime.ToUtc(date, time), officer, reason, now)
            ? "Đã đổi buổi này. Chỗ của mọi người đi theo, ai cũng được báo và được hỏi lại."
            : "Chưa đổi được: giờ mới đã qua, là ngày nghỉ, nơi ấy giờ ấy đã có buổi khác, hoặc cán bộ khác vừa đổi buổi này. Xem lại rồi đổi.");
    }

    public int? NumberOf(SeatView seat) => _line.Find(one => one.ReservationId == seat.Id && one.State != ArrivalState.Left)?.Number;

    public static string Words(ReservationState state) => state switch
    {
        ReservationState.Booked => "đã đặt",
        ReservationState.Confirmed => "đã xác nhận",
        ReservationState.CheckedIn => "đã đến",
        ReservationState.Served => "đã làm xong",
        ReservationState.Deferred => "hẹn lại",
        ReservationState.Missed => "chưa đến",
        ReservationState.Moved => "đã đổi buổi",
        _ => "đã huỷ",
    };

    private static string Words(DisplacedOutcome outcome) => outcome switch
    {
        DisplacedOutcome.Asked => "đang chờ trả lời",
        DisplacedOutcome.Rebooked => "đã nhận chỗ khác",
        DisplacedOutcome.Stayed => "đồng ý giờ mới",
        DisplacedOutcome.GaveUp => "không đến nữa",
        DisplacedOutcome.ToCall => "cần gọi",
        _ => "cán bộ đã báo",
    };

    private ActResult Mark(EveningDesk evening, Guid seat, ReservationState to, StepReason why, Guid officer, DateTime now) =>
        !evening.Mark(seat, to, why, officer, now) ? ActResult.Refused(SomeoneWasFirst)
        : ActResult.Done(to == ReservationState.CheckedIn && evening.NumberInHall(Id, seat) is { } number ? $"Đã ghi. Số chờ: {number}." : "Đã ghi.");

    private static string? Reason(string? why) => CitizenText.Clean(why) is { Length: > 2 and <= EveningDesk.LongestWhy } words ? IdNumbers.Mask(words) : null;

    private RedirectToPageResult Refuse()
    {
        Told = $"Bà con cần biết lý do: ghi từ 3 đến {EveningDesk.LongestWhy} chữ cái, và chọn đủ nơi, ngày, giờ.";
        return RedirectToPage();
    }

    private async Task<IActionResult> DoAsync<TClerk>(Func<TClerk, Guid, DateTime, string> act) where TClerk : notnull
    {
        var (officer, now) = (Officer, Now);
        Told = await Gate.RunAsync<TClerk, string>(clerk => act(clerk, officer, now));
        rounds.Ring();
        return RedirectToPage();
    }

    private bool IsSought(SeatView seat)
    {
        var sought = VietnameseText.Fold(CitizenText.Clean(Sought));
        return sought.Length == 0 || sought == VietnameseText.Fold(seat.Code) || VietnameseText.Fold(seat.Name).Contains(sought, StringComparison.Ordinal)
            || string.Equals(CheckInCode.Of(seat.Id), Sought?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Two seats under one name are likely one person with two telephones.</summary>
    private static List<SeatView> WithTwins(List<SeatView> seats)
    {
        var first = new Dictionary<string, SeatView>();
        return seats.ConvertAll(seat =>
        {
            if (!seat.State.TakesSeat() || first.TryAdd(VietnameseText.Fold(seat.Name), seat) || !seat.State.IsAhead())
            {
                return seat;
            }

            return seat with { TwinOf = first[VietnameseText.Fold(seat.Name)] };
        });
    }
}

internal sealed record SeatView(
    Guid Id, string Code, string Name, DateTime StartsAt, CccdBot.Core.Booking.Sentences.WishService Service, ReservationState State, int Misses)
{
    public SeatView? TwinOf { get; init; }
}
