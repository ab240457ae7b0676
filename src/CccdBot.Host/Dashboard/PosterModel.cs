using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Posters;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>A poster for the wall of a village's hall: a code that opens the chat, and the number to call.</summary>
internal sealed class PosterModel(CccdDb db, IEnumerable<IChannel> channels, ServiceSettings settings, CommuneProfile commune) : StaffPage
{
    /// <summary>The village, by the code of its hall; the visitor's first where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    public Place Village { get; private set; } = null!;

    public IReadOnlyList<Place> Villages { get; private set; } = [];

    public string? Hotline => commune.Hotline;

    public string Commune => commune.Name;

    /// <summary>What the code says: what one comes for and the village, and nobody's name.</summary>
    public string Link { get; private set; } = "";

    /// <summary>For who types it: "t.me/ia_rmok_bot".</summary>
    public string Typed => Link.Split('?')[0][(Link.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');

    /// <summary>The address is this very machine's: no telephone in a village opens it.</summary>
    public bool IsOnlyHere => new Uri(Link).IsLoopback;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Villages = await VillagesOfAsync(await WhoAsync(db, ct), db, ct);
        if (Villages.FirstOrDefault(place => Lang is null || place.Code == Lang) is not { } village)
        {
            return NotFound();
        }

        Village = village;
        var carried = PosterLink.Carries(village.Code);
        Link = channels.LinkWith(carried) ?? $"{settings.AddressSeenFrom(Request)}/?start={carried}";
        return Page();
    }
}
