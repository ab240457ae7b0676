using CccdBot.Core.Booking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CccdBot.Host.Printing;

/// <summary>What a citizen has booked, for themselves and those they speak for, on one sheet of paper.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PrintedModel(PrintPass pass, SeatBook seats, TimeProvider clock) : PageModel
{
    /// <summary>Null when the address opens nothing, or no longer does.</summary>
    public IReadOnlyList<Appointment>? Bookings { get; private set; }

    public string CalendarPath { get; private set; } = "";

    public void OnGet(string token)
    {
        PrintingRegistration.KeepFromSearch(Response);
        var now = clock.GetUtcNow().UtcDateTime;
        if (pass.Read(token, now) is not { } person)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Bookings = seats.Upcoming(person, now);
        CalendarPath = $"{PrintPass.PathOf(token)}/{CalendarFile.Name}";
    }
}
