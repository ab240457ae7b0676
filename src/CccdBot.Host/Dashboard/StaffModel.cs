using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Who works with us: the chief invites, knows the name behind an invitation, and takes people off the list.</summary>
internal sealed class StaffModel(CccdDb db, Invites invites, WriteGate gate, Postman postman, IEnumerable<IChannel> channels, TimeProvider clock) : StaffPage
{
    public static readonly Role[] Roles = [Role.Volunteer, Role.Officer, Role.Leader, Role.Chief];

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<StaffInvite> Waiting { get; private set; } = [];

    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>Shown once: only its hash is kept.</summary>
    public string? Code { get; private set; }

    /// <summary>Opens the chat with the invitation in it; null while no channel has told its address.</summary>
    public string? Link { get; private set; }

    public Guid Me => Officer;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync(CancellationToken ct) => FillAsync(ct);

    public async Task<IActionResult> OnPostInviteAsync(Role role, string[] villages, CancellationToken ct)
    {
        var (officer, now) = (Officer, Now);
        var known = await db.Places.Select(p => p.Code).ToListAsync(ct);
        var hers = villages.Where(known.Contains).ToList();
        if (!Roles.Contains(role) || (role == Role.Volunteer && hers.Count == 0))
        {
            Told = "Đoàn viên cần ít nhất một buôn. Chọn buôn rồi bấm lại.";
            return RedirectToPage();
        }

        Code = await gate.RunAsync<Invites, string>(pen => pen.MakeAsync(officer, role, hers, now, CancellationToken.None));
        Link = channels.LinkWith(Invites.InLink(Code));
        await FillAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id) => EndAsync(
        pen => pen.AcceptAsync(id, Now, CancellationToken.None), "Đã xác nhận. Người này vào được ngay.", "Lời mời này đã xong, hoặc chưa có tên.");

    public Task<IActionResult> OnPostRefuseAsync(Guid id) => EndAsync(
        pen => pen.RefuseAsync(id, Now, CancellationToken.None), "Đã bỏ lời mời.", "Lời mời này đã xong trước đó.");

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        var now = Now;
        Told = await gate.RunAsync<StaffList, bool>(pen => pen.RemoveAsync(id, now, CancellationToken.None))
            ? "Đã cho thôi. Trang và khung chat của người này đóng ngay."
            : "Chưa cho thôi được: người này đã thôi, hoặc là trưởng công an xã cuối cùng.";
        return RedirectToPage();
    }

    private async Task<IActionResult> EndAsync(Func<Invites, Task<bool>> end, string done, string tooLate)
    {
        Told = await gate.RunAsync(end) ? done : tooLate;
        postman.RingAll();
        return RedirectToPage();
    }

    private async Task FillAsync(CancellationToken ct)
    {
        Staff = await db.StaffMembers.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Role).ThenBy(s => s.Since).ToListAsync(ct);
        Waiting = await invites.OpenOnesAsync(Now, ct);
        Places = await db.Places.AsNoTracking().OrderBy(p => p.Position).ToListAsync(ct);
    }
}
