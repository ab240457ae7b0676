using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The officers and kits one can choose from for an evening, and those that are chosen.</summary>
internal sealed record CrewChoice(
    IReadOnlyList<Named> Officers, IReadOnlyList<string> Kits, IReadOnlyCollection<Guid> ChosenOfficers, IReadOnlyCollection<string> ChosenKits)
{
    public static async Task<CrewChoice> OfAsync(
        CccdDb db, EveningPattern pattern, IReadOnlyCollection<Guid> officers, IReadOnlyCollection<string> kits, CancellationToken ct)
    {
        var police = await db.StaffMembers.AsNoTracking().Where(s => s.EndedAt == null && (s.Role == Role.Chief || s.Role == Role.Officer))
            .OrderBy(s => s.Since).ThenBy(s => s.Id).Select(s => new Named(s.Id, s.Name ?? Named.NotTold)).ToListAsync(ct);
        return new CrewChoice(police, [.. pattern.Kits.Union(kits)], officers, kits);
    }

    /// <summary>Of what a form sent, those that there are.</summary>
    public (IReadOnlyList<Guid> Officers, IReadOnlyList<string> Kits) Known(IEnumerable<Guid> officers, IEnumerable<string> kits) =>
        ([.. officers.Where(id => Officers.Any(one => one.Id == id))], [.. kits.Where(Kits.Contains)]);
}
