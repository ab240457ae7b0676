using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Days on which nothing is opened, and what is open there already.</summary>
internal sealed class ClosedDaysModel(CccdDb db, WriteGate gate, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<ClosedView> Days { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (today, places) = (Today, db.Places);
        var closed = await db.ClosedDays.AsNoTracking().Where(d => d.Day >= today).OrderBy(d => d.Day).ToListAsync(ct);
        var days = closed.ConvertAll(one => one.Day);
        var still = await db.Sessions.AsNoTracking()
            .Where(s => days.Contains(s.Date) && (s.State == SessionState.Proposed || s.State == SessionState.Confirmed)).OrderBy(s => s.StartsAt)
            .Select(s => new StillOpen(s.Id, s.Date, s.StartsAt, places.First(place => place.Code == s.PlaceCode).Name, s.Slots.Sum(slot => slot.Taken)))
            .ToListAsync(ct);
        Days = [.. closed.Select(one => new ClosedView(one.Day, one.Why, [.. still.Where(evening => evening.Day == one.Day)]))];
    }

    public async Task<IActionResult> OnPostCloseAsync(DateOnly? day, string? why)
    {
        var words = IdNumbers.Mask(CitizenText.Clean(why));
        if (day is not { } closed || closed < Today || words.Length is < 2 or > ClosedDay.LongestWhy)
        {
            Told = $"Chưa ghi được: chọn ngày từ hôm nay, ghi lý do từ 2 đến {ClosedDay.LongestWhy} chữ cái.";
            return RedirectToPage();
        }

        var (officer, now) = (Officer, clock.GetUtcNow().UtcDateTime);
        await gate.RunAsync<CccdDb>(async pen =>
        {
            await pen.ClosedDays.Where(d => d.Day == closed).ExecuteDeleteAsync(CancellationToken.None);
            pen.Add(new ClosedDay { Day = closed, Why = words, SetBy = officer, SetAt = now });
            await pen.SaveChangesAsync(CancellationToken.None);
        });
        Told = $"Đã ghi: {VietnamTime.DayText(closed)} không mở buổi nào.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOpenAsync(DateOnly day)
    {
        await gate.RunAsync<CccdDb, int>(pen => pen.ClosedDays.Where(d => d.Day == day).ExecuteDeleteAsync(CancellationToken.None));
        Told = $"{VietnamTime.DayText(day)} mở lại được. Vào Mở thêm buổi nếu cần.";
        return RedirectToPage();
    }
}

internal sealed record ClosedView(DateOnly Day, string Why, IReadOnlyList<StillOpen> Evenings);

internal sealed record StillOpen(long Id, DateOnly Day, DateTime StartsAt, string Place, int Taken);
