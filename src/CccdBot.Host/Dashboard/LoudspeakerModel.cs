using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Loudspeaker;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>What is read over a village's loudspeaker before an evening, and when that was done.</summary>
internal sealed class LoudspeakerModel(CccdDb db, WriteGate gate, LoudspeakerBook book, VoicedEvenings voiced, ClipDesk clips, CommuneProfile commune, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The village, by the code of its hall; the evening's own where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    public Announcement Evening { get; private set; } = null!;

    /// <summary>Null for what is not to be called out: not confirmed yet, called off, or over.</summary>
    public LoudspeakerScript? Script { get; private set; }

    /// <summary>The same said by someone of the village.</summary>
    public IReadOnlyList<Clip> Clips { get; private set; } = [];

    /// <summary>All villages that the visitor works for.</summary>
    public IReadOnlyList<Place> Villages { get; private set; } = [];

    public IReadOnlyList<Played> Log { get; private set; } = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } evening)
        {
            return NotFound();
        }

        Evening = evening;
        Script = evening.IsToBePlayed(Now) ? LoudspeakerScript.Of(evening, commune.Hotline) : null;
        Clips = voiced.Find(Id, Now) is { } said ? clips.PlayedFor(said) : [];
        Log = [.. book.Of(Id).Where(played => Villages.Any(village => village.Code == played.VillageCode))];
        return Page();
    }

    public async Task<IActionResult> OnPostPlayedAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } evening)
        {
            return NotFound();
        }

        var (officer, now) = (Officer, Now);
        Told = await gate.RunAsync<LoudspeakerBook, bool>(pen => pen.NotePlayed(evening.SessionId, evening.VillageCode, officer, now))
            ? $"Đã ghi: vừa phát ở {evening.Village}."
            : "Lần phát này đã ghi rồi, hoặc buổi không còn cần phát.";
        return RedirectToPage(new { Id, Lang });
    }

    /// <summary>Null also for a village that is not the visitor's.</summary>
    private async Task<Announcement?> FindAsync(CancellationToken ct)
    {
        var (id, who) = (Id, await WhoAsync(db, ct));
        Villages = await VillagesOfAsync(who, db, ct);
        var village = Lang ?? await db.Sessions.Where(s => s.Id == id).Select(s => s.PlaceCode).FirstOrDefaultAsync(ct) ?? "";
        return who.WorksFor(village) ? book.Find(id, village) : null;
    }
}
