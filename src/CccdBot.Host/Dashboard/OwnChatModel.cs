using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Printing;
using CccdBot.Host.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Where an officer links a chat of their own to the desk, and says what the others call them.</summary>
internal sealed class OwnChatModel(CccdDb db, WriteGate gate, IEnumerable<IChannel> channels, ServiceSettings settings, TimeProvider clock) : StaffPage
{
    public string? Name { get; private set; }

    /// <summary>Shown once: only its hash is kept.</summary>
    public string? Code { get; private set; }

    /// <summary>Opens the chat with the code in it; null while no channel has told its address.</summary>
    public string? Link { get; private set; }

    /// <summary>From here a phone's own calendar fetches the evenings; shown once, as the code.</summary>
    public string? Calendar { get; private set; }

    public IReadOnlyList<LinkedView> Linked { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => FillAsync(ct);

    public async Task<IActionResult> OnPostNameAsync(string? name)
    {
        var (officer, told) = (Officer, CitizenText.Clean(name));
        if (told.Length is 0 or > StaffMember.LongestName)
        {
            Told = $"Tên từ 1 đến {StaffMember.LongestName} chữ cái.";
            return RedirectToPage();
        }

        await gate.RunAsync<CccdDb, int>(pen => pen.StaffMembers.Where(s => s.Id == officer)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, told), CancellationToken.None));
        Told = "Đã ghi tên.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        var (officer, now) = (Officer, clock.GetUtcNow().UtcDateTime);
        Code = await gate.RunAsync<CccdDb, string>(pen => ChatCode.IssueAsync(pen, officer, now, CancellationToken.None));
        Link = channels.LinkWith(ChatCode.InLink(Code));
        await FillAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostCalendarAsync(CancellationToken ct)
    {
        var (officer, now) = (Officer, clock.GetUtcNow().UtcDateTime);
        var key = await gate.RunAsync<CccdDb, string>(pen => CalendarLink.RenewAsync(pen, officer, now, CancellationToken.None));
        Calendar = $"{settings.AddressSeenFrom(Request)}{PolicePlan.PathOf(key)}";
        await FillAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string channel, string address)
    {
        var chat = new ChannelAddress(channel, address);
        Told = await gate.RunAsync<StaffChats, bool>(pen => pen.UnlinkAsync(chat, CancellationToken.None))
            ? "Đã gỡ. Khung chat ấy không nhận câu hỏi nữa."
            : "Khung chat này đã được gỡ trước đó.";
        return RedirectToPage();
    }

    private async Task FillAsync(CancellationToken ct)
    {
        var (staff, officer) = (db.StaffMembers, Officer);
        Name = await staff.Where(s => s.Id == officer).Select(s => s.Name).FirstOrDefaultAsync(ct);
        Linked = await db.StaffChats.AsNoTracking().OrderBy(c => c.Since)
            .Select(c => new LinkedView(c.Channel, c.Address, c.Since, staff.Where(s => s.Id == c.StaffId).Select(s => s.Name).FirstOrDefault()))
            .ToListAsync(ct);
    }
}

internal sealed record LinkedView(string Channel, string Address, DateTime Since, string? Officer);
