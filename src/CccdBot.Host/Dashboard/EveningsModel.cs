using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The evenings to come: how full each is, and whether the police have confirmed it.</summary>
internal sealed class EveningsModel(CccdDb db, WriteGate gate, Crew crew, EveningDesk desk, Postman postman, TimeProvider clock) : StaffPage
{
    /// <summary>As far as evenings are planned in detail; the others follow day by day.</summary>
    private const int DaysShown = 7;

    public IReadOnlyList<IGrouping<DateOnly, EveningView>> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var who = await WhoAsync(db, ct);
        var today = VietnamTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var last = today.AddDays(DaysShown);
        var (places, reservations) = (db.Places, db.Reservations);
        var evenings = await db.Sessions.AsNoTracking().Where(s => s.Date >= today && s.Date < last)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.PlaceCode)
            .Select(s => new EveningView(
                s.Id,
                s.Date,
                s.StartsAt,
                s.PlaceCode,
                places.First(place => place.Code == s.PlaceCode).Name,
                s.State,
                s.Slots.Sum(slot => slot.Taken),
                s.Slots.Sum(slot => slot.Capacity),
                s.Services))
            .ToListAsync(ct);
        var clashing = crew.Clashing(clock.GetUtcNow().UtcDateTime);
        Days = [.. evenings.Where(evening => who.WorksFor(evening.PlaceCode)).Select(evening => evening with { IsClashing = clashing.Contains(evening.Id) }).GroupBy(evening => evening.Date)];
    }

    public async Task<IActionResult> OnPostConfirmAsync(long id)
    {
        var (officer, now) = (Officer, clock.GetUtcNow().UtcDateTime);
        Told = await gate.RunAsync<EveningDesk, int?>(pen => pen.Confirm(id, officer, now)) is { } told
            ? $"Đã xác nhận buổi này. {told} người được báo ngay."
            : WhoWasFirst(desk.LastHandOf(id), "Buổi này đã có cán bộ xác nhận, hoặc đã hoãn.");
        postman.RingAll();
        return RedirectToPage();
    }

    /// <summary>Many families keep these days, and some will not come.</summary>
    public static string? LunarWarning(DateOnly day) => LunarCalendar.Of(day) switch
    {
        { Month: 1, Day: <= 3, IsLeapMonth: false } => "Tết",
        { Day: LunarDate.FullMoon } moon => $"rằm tháng {moon.Month} âm lịch",
        { Day: 1 } moon => $"mùng 1 tháng {moon.Month} âm lịch",
        _ => null,
    };

    /// <summary>The officer who came second reads who was first, and what they did.</summary>
    public static string WhoWasFirst(EveningDesk.LastHand? first, string otherwise) =>
        first is null ? otherwise : $"{first.Name} vừa ghi trước: buổi này {Words(first.State)}.";

    public static string Words(SessionState state) => state switch
    {
        SessionState.Proposed => "chờ xác nhận",
        SessionState.Confirmed => "đã xác nhận",
        SessionState.CalledOff => "đã hoãn",
        _ => "đã xong",
    };
}

internal sealed record EveningView(long Id, DateOnly Date, DateTime StartsAt, string PlaceCode, string Place, SessionState State, int Taken, int Capacity, EveningWork Services)
{
    /// <summary>Someone, or a kit, is wanted elsewhere in the same hours.</summary>
    public bool IsClashing { get; init; }
}
