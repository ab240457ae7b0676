using System.Text;
using CccdBot.Core.Booking;

namespace CccdBot.Host.Printing;

/// <summary>Bookings on paper and in the phone's calendar.</summary>
internal static class PrintingRegistration
{
    public static IServiceCollection AddPrinting(this IServiceCollection house) => house
        .AddSingleton<PrintPass>()
        .AddSingleton<PrintedBookings>(services => services.GetRequiredService<PrintPass>().LinkFor);

    public static void MapPrinting(this WebApplication app)
    {
        app.MapGet($"{PrintPass.PathOf("{token}")}/{CalendarFile.Name}", Download);
        app.MapGet(PolicePlan.Route, PolicePlan.DownloadAsync);
    }

    /// <summary>Whoever finds such an address somewhere must not find what is behind it too.</summary>
    public static void KeepFromSearch(HttpResponse response) => response.Headers["X-Robots-Tag"] = "noindex, nofollow";

    private static IResult Download(HttpContext visit, string token, PrintPass pass, SeatBook seats, EveningPattern pattern, TimeProvider clock)
    {
        KeepFromSearch(visit.Response);
        visit.Response.Headers.CacheControl = "no-store";
        var now = clock.GetUtcNow().UtcDateTime;
        // The page says in plain words that the address is old.
        return pass.Read(token, now) is { } person
            ? Results.File(Encoding.UTF8.GetBytes(CalendarFile.Of(seats.Upcoming(person, now), pattern.SlotLasts, now)), CalendarFile.MediaType, CalendarFile.Name)
            : Results.Redirect(PrintPass.PathOf(Uri.EscapeDataString(token)));
    }
}
