using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Opens one evening or a series: a school on Saturdays, the commune's hall on three evenings.</summary>
internal sealed class SeriesModel(CccdDb db, WriteGate gate, Crew crew, EveningPattern pattern, TimeProvider clock) : StaffPage
{
    public static readonly IReadOnlyList<(DayOfWeek Day, string Name)> Week =
    [
        (DayOfWeek.Monday, "Thứ Hai"), (DayOfWeek.Tuesday, "Thứ Ba"), (DayOfWeek.Wednesday, "Thứ Tư"), (DayOfWeek.Thursday, "Thứ Năm"),
        (DayOfWeek.Friday, "Thứ Sáu"), (DayOfWeek.Saturday, "Thứ Bảy"), (DayOfWeek.Sunday, "Chủ Nhật"),
    ];

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow().UtcDateTime);

    public CrewChoice Choice { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Places = await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(ct);
        Choice = await CrewChoice.OfAsync(db, pattern, [], [], ct);
    }

    public async Task<IActionResult> OnPostAsync(
        string? place, string? first, string? last, DayOfWeek[] days, string? from, string? to, int seats, int kept, int? stations,
        WishService[] services, Guid[] officers, string[] kits, CancellationToken ct)
    {
        var chosen = (await CrewChoice.OfAsync(db, pattern, [], [], ct)).Known(officers, kits);
        var series = services.Length > 0 && Day(first) is { } firstDay && Day(last) is { } lastDay && Hour(from) is { } starts && Hour(to) is { } ends
            ? new EveningSeries(place ?? "", firstDay, lastDay, days, starts, ends, seats, stations)
            {
                KeptForVillage = kept, Services = EveningWork.Only(services), Officers = chosen.Officers, Kits = chosen.Kits,
            }
            : null;
        if (series is null || !series.IsSound(Today) || !await db.Places.AnyAsync(p => p.Code == place, ct))
        {
            Told = $"Chưa mở được. Xem lại: ngày trong {EveningSeries.MostDays} ngày tới và có thứ được chọn, có việc được chọn, giờ cách nhau từ 30 phút, đủ bàn cho số chỗ.";
            return RedirectToPage();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return Tell(await gate.RunAsync<SeriesDesk, SeriesOutcome>(desk => desk.OpenAsync(series, now, CancellationToken.None)));
    }

    public async Task<IActionResult> OnPostRepeatAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Tell(await gate.RunAsync<SeriesDesk, SeriesOutcome>(desk => desk.RepeatWeekAsync(now, CancellationToken.None)));
    }

    private RedirectToPageResult Tell(SeriesOutcome outcome)
    {
        var moons = outcome.Opened.Distinct().Where(day => EveningsModel.LunarWarning(day) is not null).ToList();
        var clashes = outcome.Ids.SelectMany(crew.ClashesOf).Select(clash => $"{clash.Who} ({VietnamTime.MomentText(clash.StartsAt)}, {clash.Place})").Distinct().ToList();
        Told = $"Đã mở {outcome.Opened.Count} buổi."
            + Unless(outcome.InTheWay.Count == 0, $" Không mở vì nơi ấy giờ ấy đã có buổi: {Words(outcome.InTheWay)}.")
            + Unless(outcome.Closed.Count == 0, $" Không mở vì là ngày nghỉ: {Words(outcome.Closed)}.")
            + Unless(clashes.Count == 0, $" Trùng phân công, cần đổi: {string.Join("; ", clashes)}.")
            + Unless(moons.Count == 0, $" Nên cân nhắc: {string.Join(", ", moons.Select(day => $"{VietnamTime.DayText(day)} là {EveningsModel.LunarWarning(day)}"))}.");
        return RedirectToPage("/Truc/Buoi");
    }

    private static string Unless(bool isNothing, string words) => isNothing ? "" : words;

    private static string Words(IEnumerable<DateOnly> days) => string.Join(", ", days.Distinct().Select(VietnamTime.DayText));

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? Hour(string? written) =>
        TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
