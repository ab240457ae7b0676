using System.Net;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Duty;

/// <summary>Officers come on duty in a village: with a chat of their own, or at the page.</summary>
internal static class DutyRoster
{
    /// <summary>An officer with this name, who has linked a Telegram chat.</summary>
    public static async Task<Citizen> OfficerAsync(this Village village, string name)
    {
        var officer = village.NewCitizen();
        var linked = await officer.SaysAsync($"/truc {await village.CodeAsync(name)}");
        Assert.StartsWith("Đã nối khung này với bàn trực", linked.Text, StringComparison.Ordinal);
        return officer;
    }

    /// <summary>A code for a new officer's chat, as the page gives it out.</summary>
    public static async Task<string> CodeAsync(this Village village, string name)
    {
        var now = village.Clock.GetUtcNow().UtcDateTime;
        return await village.Service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb, string>(async db =>
        {
            var officer = new StaffMember { Since = now };
            db.Add(officer);
            await db.SaveChangesAsync();
            await db.StaffMembers.Where(s => s.Id == officer.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, name));
            return await ChatCode.IssueAsync(db, officer.Id, now, CancellationToken.None);
        });
    }

    /// <summary>The citizen asks for a person in these words.</summary>
    public static async Task<HelpRequest> AsksForAPersonAsync(this Village village, Citizen citizen, string words)
    {
        await citizen.SaysAsync("/gapnguoi");
        await citizen.SaysAsync(words);
        return (await village.AllAsync(db => db.HelpRequests.AsNoTracking().OrderBy(r => r.Id))).Last();
    }

    public static async Task<TakeOutcome> RepliesAsync(this Village village, long request, Guid officer, string words)
    {
        var now = village.Clock.GetUtcNow().UtcDateTime;
        var outcome = await village.Service.Services.GetRequiredService<WriteGate>()
            .RunAsync<HelpDesk, TakeOutcome>(desk => desk.ReplyAsync(request, officer, words, now, CancellationToken.None));
        village.Service.Services.GetRequiredService<Postman>().RingAll();
        return outcome;
    }

    /// <summary>The officer at the page, let in by the printed code.</summary>
    public static async Task<Visitor> ChiefAsync(this RunningService service)
    {
        var chief = new Visitor(service.Address);
        using var door = await chief.LogsInAsync(service.ChiefCode!);
        Assert.Equal(HttpStatusCode.Found, door.StatusCode);
        return chief;
    }
}
