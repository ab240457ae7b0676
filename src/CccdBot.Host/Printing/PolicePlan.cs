using System.Text;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Printing;

/// <summary>The evenings and the days of home visits, as an officer's own calendar fetches them: where, when and who works there, and no citizen's name.</summary>
internal static class PolicePlan
{
    public const string Route = "/lich-truc/{key}.ics";

    private const string FileName = "lich-truc.ics";

    /// <summary>What is over is looked up on the pages.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    public static string PathOf(string key) => Route.Replace("{key}", key, StringComparison.Ordinal);

    public static async Task<IResult> DownloadAsync(HttpContext visit, string key, CccdDb db, Crew crew, TimeProvider clock, CancellationToken ct)
    {
        PrintingRegistration.KeepFromSearch(visit.Response);
        visit.Response.Headers.CacheControl = "no-store";
        if (await CalendarLink.WhoseAsync(db, key, ct) is null)
        {
            return Results.NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var entries = await EveningsAsync(db, crew, now - LooksBack, ct);
        entries.AddRange(await VisitDaysAsync(db, VietnamTime.DateOf(now - LooksBack), ct));
        return Results.File(Encoding.UTF8.GetBytes(CalendarFile.OfPlan(entries, now)), CalendarFile.MediaType, FileName);
    }

    private static async Task<List<PlanEntry>> EveningsAsync(CccdDb db, Crew crew, DateTime since, CancellationToken ct)
    {
        var places = db.Places;
        var evenings = await db.Sessions.AsNoTracking()
            .Where(s => s.StartsAt > since && (s.State == SessionState.Confirmed || (s.State == SessionState.Proposed && s.Slots.Sum(slot => slot.Taken) > 0)))
            .OrderBy(s => s.StartsAt)
            .Select(s => new { s.Id, s.StartsAt, s.EndsAt, s.State, Place = places.First(place => place.Code == s.PlaceCode).Name, Taken = s.Slots.Sum(slot => slot.Taken) })
            .ToListAsync(ct);
        return evenings.ConvertAll(evening => new PlanEntry(
            $"buoi-{evening.Id}",
            evening.StartsAt,
            evening.EndsAt,
            evening.State == SessionState.Confirmed ? $"Làm căn cước: {evening.Taken} người" : $"Chờ xác nhận: {evening.Taken} người đã đặt",
            evening.Place,
            crew.WordsOf(evening.Id)));
    }

    private static async Task<IEnumerable<PlanEntry>> VisitDaysAsync(CccdDb db, DateOnly since, CancellationToken ct)
    {
        var planned = await db.HomeVisits.AsNoTracking().Where(v => v.State == VisitState.Planned && v.Day >= since).Select(v => new { v.Day, v.Part, v.Village }).ToListAsync(ct);
        return planned.GroupBy(v => (Day: v.Day!.Value, Part: v.Part!.Value)).OrderBy(half => half.Key.Day).Select(half => new PlanEntry(
            $"tai-nha-{half.Key.Day:yyyy-MM-dd}-{half.Key.Part}",
            VietnamTime.ToUtc(half.Key.Day, VisitDay.HoursOf(half.Key.Part).From),
            VietnamTime.ToUtc(half.Key.Day, VisitDay.HoursOf(half.Key.Part).To),
            $"Làm tại nhà: {half.Count()} nhà",
            string.Join(", ", half.Select(v => v.Village).OfType<string>().Distinct()),
            ""));
    }
}

/// <summary>One entry in an officer's calendar.</summary>
internal sealed record PlanEntry(string Id, DateTime StartsAt, DateTime EndsAt, string Summary, string Place, string Crew);
