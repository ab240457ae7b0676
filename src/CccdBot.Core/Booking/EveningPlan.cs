using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

/// <summary>The commune file's pattern of evenings, kept open for the days ahead.</summary>
public sealed class EveningPlan(CccdDb db, EveningPattern pattern, TimeProvider clock)
{
    /// <summary>Adds what is missing: places, and an evening at each for every coming day. What is there already stays untouched.</summary>
    /// <returns>How many evenings were added.</returns>
    public async Task<int> KeepOpenAsync(CancellationToken ct)
    {
        await WritePlacesAsync(ct);
        var today = VietnamTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var days = Enumerable.Range(0, pattern.DaysAhead).Select(today.AddDays).ToList();
        var last = days[^1];
        var there = await db.Sessions.Where(s => s.Date >= today && s.Date <= last)
            .Select(s => new { s.PlaceCode, s.Date }).ToListAsync(ct);
        var closed = await db.ClosedDays.Where(c => c.Day >= today && c.Day <= last).Select(c => c.Day).ToListAsync(ct);
        var missing = from day in days.Except(closed)
                      from place in pattern.Places
                      where !there.Contains(new { PlaceCode = place.Code, Date = day })
                      select SessionAt(place, day);
        var added = missing.ToList();
        db.AddRange(added);
        await db.SaveChangesAsync(ct);
        return added.Count;
    }

    private async Task WritePlacesAsync(CancellationToken ct)
    {
        var known = await db.Places.Select(p => p.Code).ToListAsync(ct);
        db.AddRange(pattern.Places
            .Select((place, position) => new Place { Code = place.Code, Name = place.Name, ShortName = place.ShortName, Position = position })
            .Where(place => !known.Contains(place.Code)));
        await db.SaveChangesAsync(ct);
    }

    private Session SessionAt(PlaceEntry place, DateOnly day) => Session.Planned(
        place.Code, day, pattern.From, pattern.To, pattern.SlotLasts, pattern.SeatsPerSlot, pattern.Stations, place.KeptSeats);
}

/// <summary>Where and when evenings are held, as the commune's file says.</summary>
public sealed record EveningPattern(
    IReadOnlyList<PlaceEntry> Places, TimeOnly From, TimeOnly To, TimeSpan SlotLasts, int SeatsPerSlot, int DaysAhead)
{
    /// <summary>Tables that work side by side; null where only the seats count.</summary>
    public int? Stations { get; init; }

    /// <summary>The cases with camera, reader and computer that the police take along, as they call them.</summary>
    public IReadOnlyList<string> Kits { get; init; } = [];
}

/// <summary>A place as the commune's file names it.</summary>
/// <param name="Aliases">What else people call it, and how they misspell it.</param>
/// <param name="KeptSeats">So many seats of each half hour are for the people of this village, and for those booked for by others, until a day before.</param>
/// <param name="Alone">Names that are everyday words too, and mean the place only where they stand by themselves: "t4 7h, dan".</param>
public sealed record PlaceEntry(
    string Code, string Name, string ShortName, IReadOnlyList<string>? Aliases = null, IReadOnlyList<string>? Alone = null, int KeptSeats = 0);
