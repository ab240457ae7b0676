using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>Those who work with us, each with a chat, and the people they are to reach.</summary>
internal static class Volunteers
{
    public static WriteGate Gate(this Village village) => village.Service.Services.GetServiceGate();

    public static DateTime Now(this Village village) => village.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Someone of this role with a linked chat.</summary>
    public static async Task<Citizen> StaffInChatAsync(this Village village, Role role, string villages = "", string? name = null)
    {
        name ??= $"{role}";
        var chat = await village.OfficerAsync(name);
        await village.Gate().RunAsync<CccdDb>(db => db.Set<StaffMember>().Where(s => s.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Role, role).SetProperty(s => s.VillageCodes, villages)));
        return chat;
    }

    public static Task<Guid> IdOfAsync(this Village village, string name) =>
        village.Service.InLedgerAsync(db => db.StaffMembers.Where(s => s.Name == name).Select(s => s.Id).SingleAsync());

    public static Task<long> WriteDownAsync(this Village village, string name, string place = "sui", string? phone = null, string? carrier = "con gái H'Lan") =>
        village.Gate().RunAsync<VillagerBook, long>(book =>
        {
            book.Open();
            return book.Add(new VillagerForm(name, place) { Phone = phone, Carrier = carrier, FieldArea = "rẫy suối Ea Rmok", Back = "tối thứ Bảy" }, null, village.Now())!.Value;
        });

    /// <summary>The evening of this place in so many days; the police say that it takes place.</summary>
    public static async Task<long> ConfirmedEveningAsync(this Village village, string place = "sui", int inDays = 2)
    {
        var now = village.Now();
        var evening = await village.Service.InLedgerAsync(db => db.Sessions.Where(s => s.PlaceCode == place && s.StartsAt > now).OrderBy(s => s.StartsAt).Skip(inDays).Select(s => s.Id).FirstAsync());
        Assert.NotNull(await village.Gate().RunAsync<EveningDesk, int?>(desk => desk.Confirm(evening, Guid.NewGuid(), now)));
        return evening;
    }

    public static Task LookAsync(this Village village) => ((RelayRounds)village.Service.Services.GetService(typeof(RelayRounds))!).LookAsync();

    public static Task<List<RelayTask>> ErrandsAsync(this Village village) => village.AllAsync(db => db.RelayTasks.AsNoTracking().OrderBy(task => task.Id));
}
