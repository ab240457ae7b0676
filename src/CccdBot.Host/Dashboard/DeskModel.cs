using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The officer's desk: what is to be decided now, how tonight stands, who asked for a human being, and what the machine could not handle.</summary>
internal sealed class DeskModel(CccdDb db, Today today, FrontDesk desk, TimeProvider clock) : StaffPage
{
    private const int Shown = 50;

    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    public IReadOnlyList<TonightView> Tonight { get; private set; } = [];

    public IReadOnlyList<RequestView> Requests { get; private set; } = [];

    public IReadOnlyList<IncomingMessage> SetAside { get; private set; } = [];

    public IReadOnlyList<SentView> Sent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Decisions = await today.DecisionsAsync(Officer, StaffDoor.May(User, "GET /truc/nguoi"), ct);
        Tonight = await today.TonightAsync(ct);
        Requests = await OpenRequestsAsync(ct);
        SetAside = await db.IncomingMessages.AsNoTracking().Where(m => m.State == IncomingState.SetAside)
            .OrderBy(m => m.Id).Take(Shown).ToListAsync(ct);
        var dayAgo = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        var counts = await db.OutgoingMessages.Where(m => m.CreatedAt >= dayAgo)
            .GroupBy(m => new { m.Channel, m.State }).Select(g => new { g.Key.Channel, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        Sent = [.. counts.OrderBy(c => c.Channel).ThenBy(c => c.State).Select(c => new SentView(c.Channel, Words(c.State), c.Count))];
    }

    public async Task<IActionResult> OnPostTryAgainAsync(long id)
    {
        Told = await desk.TryAgainAsync(id) ? $"Đang thử lại tin số {id}." : "Tin này đã được xử lý.";
        return RedirectToPage();
    }

    private async Task<List<RequestView>> OpenRequestsAsync(CancellationToken ct)
    {
        var (people, staff, now) = (db.People, db.StaffMembers, clock.GetUtcNow().UtcDateTime);
        return await db.HelpRequests.AsNoTracking().Where(r => r.EndedAt == null).OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Take(Shown)
            .Select(r => new RequestView(
                r.Id,
                r.AskedAt,
                people.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault() ?? "chưa cho biết tên",
                r.Text,
                r.HeldUntil != null && r.HeldUntil > now,
                staff.Where(s => s.Id == r.TakenBy).Select(s => s.Name).FirstOrDefault()))
            .ToListAsync(ct);
    }

    private static string Words(OutgoingState state) => state switch
    {
        OutgoingState.Queued => "đang chờ gửi",
        OutgoingState.Sending => "đang gửi",
        OutgoingState.Sent => "đã gửi",
        OutgoingState.Refused => "không gửi được",
        OutgoingState.Unknown => "chưa rõ đã tới chưa",
        OutgoingState.Expired => "quá giờ, không gửi nữa",
        _ => "đã rút lại",
    };
}

internal sealed record RequestView(long Id, DateTime AskedAt, string Name, string Text, bool IsHeld, string? Officer);

internal sealed record SentView(string Channel, string State, int Count);
