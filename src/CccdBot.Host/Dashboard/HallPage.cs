using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>A page used in the hall, where the line drops: its script sends a tap again until it has an answer, and each tap counts once.</summary>
internal abstract class HallPage(WriteGate gate, TimeProvider clock) : StaffPage
{
    private const string OnceField = "once";

    protected WriteGate Gate => gate;

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Does it, unless this very tap did it before.</summary>
    protected async Task<IActionResult> OnceAsync<TClerk>(Func<TClerk, Guid, DateTime, ActResult> act) where TClerk : notnull
    {
        var (officer, now) = (Officer, Now);
        Guid? tap = Guid.TryParse(Request.Form[OnceField], out var given) ? given : null;
        return Answer(await gate.RunAsync<IServiceProvider, ActResult>(pen =>
            Once(pen.GetRequiredService<HallTaps>(), tap, now, () => act(pen.GetRequiredService<TClerk>(), officer, now))));
    }

    /// <summary>The script asks for the words alone; a plain form gets the page again with the words on it.</summary>
    protected IActionResult Answer(ActResult result)
    {
        if (Request.GetTypedHeaders().Accept.Any(wanted => wanted.MediaType == "application/json"))
        {
            return new JsonResult(result);
        }

        Told = result.Words;
        return RedirectToPage();
    }

    private static ActResult Once(HallTaps taps, Guid? tap, DateTime now, Func<ActResult> act)
    {
        if (tap is not { } key)
        {
            return act();
        }

        if (!taps.Take(key, now))
        {
            return ActResult.Done("Đã ghi từ lần gửi trước.");
        }

        var result = act();
        if (!result.IsDone)
        {
            taps.Leave(key);
        }

        return result;
    }
}

/// <summary>What became of a tap, and the words the officer reads.</summary>
internal sealed record ActResult(bool IsDone, string Words)
{
    public static ActResult Done(string words) => new(true, words);

    public static ActResult Refused(string words) => new(false, words);
}
