using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>The sheet for whoever goes from house to house: by village, who is to be told, where they are and who brings them word.</summary>
internal sealed class VillageSheetModel(CccdDb db, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<(string Village, IReadOnlyList<VillageSheetLine> Lines)> Villages { get; private set; } = [];

    public async Task OnGetAsync(string? lang, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var places = (await VillagesOfAsync(await WhoAsync(db, ct), db, ct)).FindAll(place => lang is null || place.Code == lang);
        var (codes, reservations) = (places.ConvertAll(place => place.Code), db.Reservations);
        var lines = await db.Villagers.AsNoTracking()
            .Where(v => v.LeftAt == null && codes.Contains(v.PlaceCode) && (v.HasCard != Known.Yes || v.HasVneid != Known.Yes))
            .OrderBy(v => v.NameFolded).ThenBy(v => v.Id)
            .Select(v => new VillageSheetLine(
                v.PlaceCode, v.Name, v.BirthYear, v.Phone, v.FieldArea, v.Carrier, v.Back,
                reservations.Where(r => r.PersonId == v.PersonId && (r.State == ReservationState.Booked || r.State == ReservationState.Confirmed) && r.Slot!.StartsAt > now)
                    .Select(r => (DateTime?)r.Slot!.StartsAt).Min()))
            .ToListAsync(ct);
        Villages = [.. places.Select(place => (place.ShortName, (IReadOnlyList<VillageSheetLine>)lines.FindAll(line => line.PlaceCode == place.Code))).Where(village => village.Item2.Count > 0)];
    }
}

/// <summary>One person on the sheet.</summary>
/// <param name="Seat">When they have a seat; null when they have none.</param>
internal sealed record VillageSheetLine(
    string PlaceCode, string Name, int? BirthYear, string? Phone, string? FieldArea, string? Carrier, string? Back, DateTime? Seat);
