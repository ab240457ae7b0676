using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The sheet a team takes along for one day: whom to visit, in order.</summary>
internal sealed class DaySheetModel(CccdDb db) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly Day { get; set; }

    public IReadOnlyList<HomeVisit> Visits { get; private set; } = [];

    public IReadOnlyList<Trip> Trips { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var day = Day;
        var visits = await db.HomeVisits.AsNoTracking().Where(v => v.Day == day && v.State == VisitState.Planned && v.Name != null).ToListAsync(ct);
        var names = StringComparer.Create(VietnamTime.Culture, ignoreCase: true);
        Visits = [.. visits.OrderBy(v => v.Part).ThenBy(v => v.Village is null).ThenBy(v => v.Village, names).ThenBy(v => v.Home, names)];
        Trips = await db.Trips.AsNoTracking().Where(t => t.Day == day && t.State == TripState.Planned).ToListAsync(ct);
    }

    public static string HoursOf(VisitPart part)
    {
        var (from, to) = VisitDay.HoursOf(part);
        return string.Create(VietnamTime.Culture, $"Từ {from:HH'h'mm} đến {to:HH'h'mm}, {VisitWords.Of(part)}");
    }
}
