using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Opens evenings, one or many; where another is held at that hour, or the day is closed, none is opened and the day is named.</summary>
public sealed class SeriesDesk(CccdDb db, Crew crew)
{
    private const int Week = 7;

    public async Task<SeriesOutcome> OpenAsync(EveningSeries series, DateTime now, CancellationToken ct)
    {
        var outcome = new SeriesOutcome();
        foreach (var day in series.Dates)
        {
            await OpenAsync(series.On(day), series.Officers, series.Kits, outcome, now, ct);
        }

        return outcome;
    }

    /// <summary>What was held in the last seven days, each a week later: same place, hours, seats, kinds of work, officers and kits.</summary>
    public async Task<SeriesOutcome> RepeatWeekAsync(DateTime now, CancellationToken ct)
    {
        var (outcome, today) = (new SeriesOutcome(), VietnamTime.DateOf(now));
        var since = today.AddDays(-Week);
        var held = await db.Sessions.AsNoTracking().Include(s => s.Slots)
            .Where(s => s.Date > since && s.Date <= today && s.State != SessionState.CalledOff).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(ct);
        foreach (var evening in held)
        {
            var officers = crew.OfficersOf(evening.Id).ConvertAll(one => one.Id);
            await OpenAsync(evening.Again(TimeSpan.FromDays(Week)), officers, crew.KitsOf(evening.Id), outcome, now, ct);
        }

        return outcome;
    }

    private async Task OpenAsync(
        Session evening, IEnumerable<Guid> officers, IEnumerable<string> kits, SeriesOutcome outcome, DateTime now, CancellationToken ct)
    {
        var (day, place, starts, ends) = (evening.Date, evening.PlaceCode, evening.StartsAt, evening.EndsAt);
        if (starts <= now + Slot.LastCall)
        {
            return;
        }

        if (await db.ClosedDays.AnyAsync(closed => closed.Day == day, ct))
        {
            outcome.Closed.Add(day);
        }
        else if (await db.Sessions.AnyAsync(
            s => s.PlaceCode == place && ((s.StartsAt < ends && s.EndsAt > starts && s.State != SessionState.CalledOff) || s.StartsAt == starts), ct))
        {
            outcome.InTheWay.Add(day);
        }
        else
        {
            db.Add(evening);
            await db.SaveChangesAsync(ct);
            crew.Set(evening.Id, officers, kits);
            outcome.Opened.Add(day);
            outcome.Ids.Add(evening.Id);
        }
    }
}
