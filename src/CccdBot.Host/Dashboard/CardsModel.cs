using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The cards of an evening that have come, ticked off by the list that came with them.</summary>
internal sealed class CardsModel(CccdDb db, WriteGate gate) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public IReadOnlyList<CardView> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (id, people) = (Id, db.People);
        Waiting = await db.Reservations.AsNoTracking()
            .Where(r => r.SessionId == id && r.State == ReservationState.Served && r.CardReadyAt == null && r.Service != WishService.Vneid)
            .OrderBy(r => r.Slot!.StartsAt).ThenBy(r => r.Seat)
            .Select(r => new CardView(r.Id, r.Code, people.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault() ?? "chưa cho biết tên"))
            .ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid[] seats, [FromServices] TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var told = await gate.RunAsync<EveningDesk, int>(desk => seats.Distinct().Count(seat => desk.CardIsReady(seat, now)));
        Told = told > 0 ? $"Đã ghi thẻ về của {told} người. Mỗi người được báo đến nhận thẻ." : "Chưa ghi: chưa chọn ai, hoặc đã ghi từ trước.";
        return RedirectToPage();
    }
}

internal sealed record CardView(Guid Id, string Code, string Name);
