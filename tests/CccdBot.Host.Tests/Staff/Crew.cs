using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Staff;

/// <summary>People who work with us, put on the list and at the desk.</summary>
internal static partial class Crew
{
    public static async Task<StaffMember> StaffAsync(this RunningService service, Role role, DateTime now, string villages = "", string? name = null)
    {
        var member = new StaffMember { Since = now, Role = role, VillageCodes = villages, Name = name };
        await service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb>(async db =>
        {
            db.Add(member);
            await db.SaveChangesAsync();
        });
        return member;
    }

    /// <summary>Their browser with a shift open: the number on the screen was said in their chat to be theirs.</summary>
    public static async Task<Visitor> AtTheDeskAsync(this RunningService service, StaffMember member)
    {
        var visitor = new Visitor(service.Address);
        await visitor.OpensAsync("/truc/vao");
        using var rung = await visitor.FillsInAsync("/truc/vao?handler=Chat");
        await visitor.OpensAsync("/truc/vao/cho");
        var number = int.Parse(ShownNumber().Match(visitor.Page).Groups[1].Value, CultureInfo.InvariantCulture);
        var now = service.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Assert.True(await service.Services.GetRequiredService<WriteGate>().RunAsync<DoorCalls, bool>(
            calls => calls.AnswerAsync(number, member.Id, now, CancellationToken.None)));
        await visitor.OpensAsync("/truc/vao/cho");
        using var opened = await visitor.FillsInAsync("/truc/vao/cho");
        return visitor;
    }

    [GeneratedRegex("door-number\">(\\d\\d)<")]
    internal static partial Regex ShownNumber();
}
