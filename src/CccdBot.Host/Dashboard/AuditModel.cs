using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The newest lines of the book of what staff did.</summary>
internal sealed class AuditModel(CccdDb db) : StaffPage
{
    private const int Shown = 200;

    public IReadOnlyList<AuditView> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var staff = db.StaffMembers;
        Lines = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).Take(Shown)
            .Select(e => new AuditView(e, staff.Where(s => s.Id == e.StaffId).Select(s => s.Name).FirstOrDefault())).ToListAsync(ct);
    }
}

internal sealed record AuditView(AuditEntry Line, string? Who);
