using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Evenings, or mornings, that are to be opened at one place on certain days of the week.</summary>
public sealed record EveningSeries(
    string PlaceCode, DateOnly First, DateOnly Last, IReadOnlyCollection<DayOfWeek> Days, TimeOnly From, TimeOnly To, int SeatsPerSlot, int? Stations)
{
    /// <summary>Plans further ahead are not kept.</summary>
    public const int MostDays = 60;

    public static readonly TimeSpan SlotLasts = TimeSpan.FromMinutes(30);

    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays).Where(day => Days.Contains(day.DayOfWeek));

    /// <summary>It can be opened: some day, some half hour, some seat, within the days that are planned, and stations enough for the seats.</summary>
    public bool IsSound(DateOnly today) => First >= today && Last >= First && Last.DayNumber - today.DayNumber <= MostDays && Dates.Any()
        && To - From >= SlotLasts && From < To && (To - From) / SlotLasts <= Session.MostSlots && SeatsPerSlot is >= 1 and <= 500
        && (Stations is null || Stations * SlotLasts.TotalMinutes >= SeatsPerSlot * ServiceTimes.Of(Sentences.WishService.Card));
}

/// <summary>Opens series of evenings; where another one is held at that hour, nothing is opened and the day is named.</summary>
public sealed class SeriesDesk(CccdDb db)
{
    /// <returns>The days on which an evening was opened, and those on which another stands in its way.</returns>
    public async Task<(IReadOnlyList<DateOnly> Opened, IReadOnlyList<DateOnly> InTheWay)> OpenAsync(EveningSeries series, DateTime now, CancellationToken ct)
    {
        var (opened, inTheWay) = (new List<DateOnly>(), new List<DateOnly>());
        foreach (var day in series.Dates.Where(day => VietnamTime.ToUtc(day, series.From) > now + Slot.LastCall))
        {
            var (starts, ends) = (VietnamTime.ToUtc(day, series.From), VietnamTime.ToUtc(day, series.To));
            if (await db.Sessions.AnyAsync(
                s => s.PlaceCode == series.PlaceCode && ((s.StartsAt < ends && s.EndsAt > starts && s.State != SessionState.CalledOff) || s.StartsAt == starts), ct))
            {
                inTheWay.Add(day);
                continue;
            }

            db.Add(Session.Planned(
                series.PlaceCode, day, series.From, series.To, EveningSeries.SlotLasts, series.SeatsPerSlot, series.Stations));
            opened.Add(day);
        }

        await db.SaveChangesAsync(ct);
        return (opened, inTheWay);
    }
}
