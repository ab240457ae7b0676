using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>How many seats an evening has: a table was brought, or broke.</summary>
internal sealed class SeatsModel(CccdDb db, WriteGate gate, FreedSeats freed, TimeProvider clock) : StaffPage
{
    /// <summary>As in a new series.</summary>
    public const int Most = 500;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Session Evening { get; private set; } = null!;

    public IReadOnlyList<Slot> HalfHours { get; private set; } = [];

    public int People => HalfHours.Sum(slot => slot.Taken);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = Id;
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } evening)
        {
            return RedirectToPage("/Truc/Buoi");
        }

        Evening = evening;
        HalfHours = await db.Slots.AsNoTracking().Where(slot => slot.SessionId == id).OrderBy(slot => slot.StartsAt).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seats)
    {
        if (seats is < 1 or > Most)
        {
            Told = $"Chưa đổi: số chỗ mỗi nửa giờ từ 1 đến {Most}.";
            return RedirectToPage();
        }

        var (id, now) = (Id, clock.GetUtcNow().UtcDateTime);
        Told = await gate.RunAsync<EveningDesk, int>(desk => desk.SetSeats(id, seats, now)) is > 0 and var changed
            ? $"Đã đổi {changed} nửa giờ. Ai đã có chỗ vẫn giữ chỗ; ai đang chờ được báo nếu có chỗ."
            : "Chưa đổi: buổi này đã bắt đầu, đã hoãn hoặc đã kết thúc.";
        await freed.HandOnAsync();
        return RedirectToPage();
    }
}
