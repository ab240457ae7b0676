using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Outreach.Loudspeaker;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The list of an evening on paper, to be signed.</summary>
internal sealed class RosterModel(CccdDb db, HallLine queue, LoudspeakerBook loudspeaker) : StaffPage
{
    /// <summary>For those who come without a booking: a pen writes faster than a phone.</summary>
    public const int EmptyLines = 5;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Session Evening { get; private set; } = null!;

    public string PlaceName { get; private set; } = "";

    public IReadOnlyList<RosterLine> Booked { get; private set; } = [];

    /// <summary>When the evening was called out over the villages' loudspeakers.</summary>
    public IReadOnlyList<Played> CalledOut { get; private set; } = [];

    public IReadOnlyList<InHall> WalkedIn { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = Id;
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } evening)
        {
            return RedirectToPage("/Truc/Buoi");
        }

        Evening = evening;
        PlaceName = await db.Places.Where(place => place.Code == evening.PlaceCode).Select(place => place.Name).FirstAsync(ct);
        Booked = await RosterLine.OfAsync(db, id, ct);
        WalkedIn = [.. queue.Of(id).Where(one => one.ReservationId is null).OrderBy(one => one.Number)];
        CalledOut = loudspeaker.Of(id);
        return Page();
    }
}

/// <summary>One booking on the list of an evening.</summary>
internal sealed record RosterLine(string Code, string Name, DateTime StartsAt, WishService Service, ReservationState State)
{
    /// <summary>By the hour, as they come in.</summary>
    public static Task<List<RosterLine>> OfAsync(CccdDb db, long sessionId, CancellationToken ct)
    {
        var people = db.People;
        return db.Reservations.AsNoTracking()
            .Where(r => r.SessionId == sessionId && (r.State == ReservationState.Booked || r.State == ReservationState.Confirmed
                || r.State == ReservationState.CheckedIn || r.State == ReservationState.Served || r.State == ReservationState.Missed))
            .OrderBy(r => r.Slot!.StartsAt).ThenBy(r => r.Seat)
            .Select(r => new RosterLine(
                r.Code, people.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault() ?? "chưa cho biết tên", r.Slot!.StartsAt, r.Service, r.State))
            .ToListAsync(ct);
    }
}
