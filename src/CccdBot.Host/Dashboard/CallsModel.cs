using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Whom no message reaches, or who did not answer: each by name, until a human being has told them.</summary>
internal sealed class CallsModel(CccdDb db, RelayBook relay, WriteGate gate, TimeProvider clock) : StaffPage
{
    private const int Shown = 200;

    private static readonly string[] Heads = ["Tên", "Điện thoại", "Nhắn qua", "Buổi", "Nơi", "Cần nói", "Báo trước"];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sought { get; set; }

    public IReadOnlyList<CallView> Calls { get; private set; } = [];

    /// <summary>Words that a volunteer carries, or that nobody carries yet, the latter first.</summary>
    public IReadOnlyList<Errand> Errands { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var errands = relay.Open(clock.GetUtcNow().UtcDateTime).Where(errand => Finds(Sought, errand.Name));
        Errands = [.. errands.OrderBy(errand => errand.AssignedTo is not null).Take(Shown)];
        Calls = [.. (await CallView.OpenAsync(db, ct)).Where(call => Finds(Sought, call.Name, call.Keeper, call.Place, call.Carrier, call.FieldArea)).Take(Shown)];
    }

    public async Task<IActionResult> OnPostExportAsync(string? why, CancellationToken ct) => Export(why, "can-goi", Heads, (await CallView.OpenAsync(db, ct)).Select(
        IReadOnlyList<string> (call) =>
        [
            call.Name, call.Phone ?? "", call.Keeper ?? call.Carrier ?? "", VietnamTime.MomentText(call.StartsAt), call.Place, Words(call.Why), VietnamTime.MomentText(call.DueAt),
        ]));

    public async Task<IActionResult> OnPostToldAsync(long id)
    {
        var (officer, now) = (Officer, clock.GetUtcNow().UtcDateTime);
        Told = await gate.RunAsync<Displaced, bool>(displaced => displaced.Told(id, officer, now)) ? "Đã ghi là đã báo." : "Cán bộ khác đã báo người này rồi.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCarriedAsync(long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var who = await WhoAsync(db, ct);
        Told = await gate.RunAsync<RelayBook, bool>(book => book.Receipt(id, RelayState.Told, null, who, now)) ? "Đã ghi là đã báo." : "Đã có người báo bà con này rồi.";
        return RedirectToPage();
    }

    public static string Words(CallReason why) => why switch
    {
        CallReason.EveningCalledOff => "buổi này đã hoãn, mời chọn buổi khác",
        CallReason.DossierReturned => "hồ sơ làm ở buổi này cần bổ sung, mời đến lại",
        CallReason.ComesAgain => "đã đến mà chưa làm xong, mời đến lại",
        CallReason.EveningMoved => "buổi này đã đổi giờ hoặc nơi, như ghi ở đây",
        _ => "lịch đã xác nhận mà không có kênh nhắn tin",
    };
}

/// <summary>One person to be told something by a human being.</summary>
internal sealed record CallView(long Id, string Name, string? Keeper, CallReason Why, DateTime StartsAt, string Place, DateTime DueAt, string? Phone, string? Carrier, string? FieldArea)
{
    /// <summary>Whoever is not yet told, the most urgent first.</summary>
    public static Task<List<CallView>> OpenAsync(CccdDb db, CancellationToken ct)
    {
        var (people, reservations, places, villagers) = (db.People, db.Reservations, db.Places, db.Villagers);
        return (
            from task in db.CallTasks.AsNoTracking()
            join person in people on task.PersonId equals person.Id
            join mine in reservations on task.ReservationId equals mine.Id
            where task.DoneAt == null
            orderby task.DueAt, task.Id
            select new CallView(
                task.Id,
                person.Name ?? Errand.NoName,
                people.Where(keeper => keeper.Id == person.KeeperId).Select(keeper => keeper.Name).FirstOrDefault(),
                task.Reason,
                mine.Slot!.StartsAt,
                places.First(place => place.Code == mine.Slot.Session!.PlaceCode).Name,
                task.DueAt,
                villagers.Where(one => one.PersonId == person.Id).Select(one => one.Phone).FirstOrDefault(),
                villagers.Where(one => one.PersonId == person.Id).Select(one => one.Carrier).FirstOrDefault(),
                villagers.Where(one => one.PersonId == person.Id).Select(one => one.FieldArea).FirstOrDefault())).ToListAsync(ct);
    }
}
