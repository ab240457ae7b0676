using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Recordings: those a second person is to hear, and those that are played.</summary>
internal sealed class ClipsModel(CccdDb db, WriteGate gate, ClipDesk desk, Postman postman, TimeProvider clock) : StaffPage
{
    private const int Shown = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<ClipLine> Waiting { get; private set; } = [];

    public IReadOnlyList<ClipLine> Played { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var names = await db.StaffMembers.Where(s => s.Name != null).ToDictionaryAsync(s => s.Id, s => s.Name!, ct);
        Waiting = Lines(ClipState.Waiting);
        Played = Lines(ClipState.Approved);

        List<ClipLine> Lines(ClipState state) => desk.In(state, Shown)
            .ConvertAll(clip => new ClipLine(clip, names.GetValueOrDefault(clip.RecordedBy, Named.NotTold), clip.RecordedBy == Officer));
    }

    public Task<IActionResult> OnPostApproveAsync(long clip) => DecideAsync(clip, approves: true);

    public Task<IActionResult> OnPostDropAsync(long clip) => DecideAsync(clip, approves: false);

    private async Task<IActionResult> DecideAsync(long clip, bool approves)
    {
        var (officer, now) = (Officer, Now);
        Told = await gate.RunAsync<ClipJudge, string>(judge => judge.Decide(clip, approves, officer, now));
        postman.RingAll();
        return RedirectToPage();
    }
}

internal sealed record ClipLine(Clip Clip, string Speaker, bool IsOwn);
