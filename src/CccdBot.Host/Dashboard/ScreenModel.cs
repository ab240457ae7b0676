using CccdBot.Core.Booking.Arrivals;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>What hangs on the wall of the hall: numbers alone, as everyone reads them.</summary>
internal sealed class ScreenModel(HallLine queue) : StaffPage
{
    /// <summary>A number that was just called must stand there before its owner has asked twice.</summary>
    private const int SecondsBetweenLooks = 5;

    /// <summary>More would be too small from ten metres.</summary>
    private const int MostNext = 5;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Whom the tables wait for, the last one called first.</summary>
    public int[] Called { get; private set; } = [];

    public IReadOnlyList<int> Next { get; private set; } = [];

    public void OnGet()
    {
        // As a header, since the page may run no script; time pressure there is none, as nothing is to be filled in.
        Response.Headers["Refresh"] = $"{SecondsBetweenLooks}";
        var all = queue.Of(Id);
        Called = [.. all.Where(one => one.State == ArrivalState.Called).OrderByDescending(one => one.CalledAt).Select(one => one.Number)];
        Next = [.. all.Where(one => one.State == ArrivalState.Waiting).Select(one => one.Number).Take(MostNext)];
    }
}
