using System.Net;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Staff;

/// <summary>S8 and ASVS 7: a shift ends when it should, everywhere.</summary>
public sealed class ShiftTests : IAsyncLifetime
{
    private const string Screen = "/truc/buoi/1/man-hinh";

    private readonly Village _village = new();

    private DateTime Now => _village.Clock.GetUtcNow().UtcDateTime;

    public Task InitializeAsync() => _village.InitializeAsync();

    public Task DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Who_is_taken_off_the_list_is_out_at_the_very_next_step()
    {
        var member = await _village.Service.StaffAsync(Role.Officer, Now, name: "Rơ Châm Hà");
        using var officer = await _village.Service.AtTheDeskAsync(member);
        using var chief = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Chief, Now));
        Assert.True(await IsInAsync(officer));

        await chief.OpensAsync("/truc/nguoi");
        using var removed = await chief.FillsInAsync("/truc/nguoi?handler=Remove", ("id", $"{member.Id}"), ("why", "Đã chuyển công tác"));

        Assert.False(await IsInAsync(officer));
        Assert.True(await IsInAsync(chief));
        var line = (await _village.AllAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.What == "POST /truc/nguoi Remove"))).Single();
        Assert.Equal(("Đã chuyển công tác", $"id={member.Id}"), (line.Why, line.About));
    }

    [Fact]
    public async Task A_desk_left_alone_closes_after_half_an_hour()
    {
        using var officer = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Officer, Now));

        _village.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await IsInAsync(officer));
        _village.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await IsInAsync(officer));
        _village.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.False(await IsInAsync(officer));
    }

    [Fact]
    public async Task After_eight_hours_the_door_closes_also_on_who_never_paused()
    {
        using var officer = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Officer, Now));

        for (var quarter = 0; quarter < 31; quarter++)
        {
            _village.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.True(await IsInAsync(officer));
        }

        _village.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.False(await IsInAsync(officer));
    }

    [Fact]
    public async Task The_screen_on_the_wall_stays_on_for_the_evening_and_keeps_no_desk_open()
    {
        var member = await _village.Service.StaffAsync(Role.Officer, Now);
        using var officer = await _village.Service.AtTheDeskAsync(member);

        for (var minute = 0; minute < 7 * 60; minute++)
        {
            _village.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(await IsInAsync(officer, Screen), $"after {minute} minutes");
            Assert.Equal(minute < 29, await IsInAsync(officer, "/truc/buoi", byItself: true));
        }

        Assert.False(await IsInAsync(officer));
        await _village.Service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb, int>(
            db => db.StaffMembers.Where(s => s.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now)));
        Assert.False(await IsInAsync(officer, Screen));
    }

    [Fact]
    public async Task What_a_page_fetches_by_itself_keeps_no_desk_open_and_is_one_look_in_the_book()
    {
        using var officer = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Officer, Now));

        for (var minute = 0; minute < 29; minute++)
        {
            _village.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(await IsInAsync(officer, "/truc", byItself: true));
        }

        _village.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await IsInAsync(officer, "/truc"));
        Assert.Equal(3, (await _village.AllAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.What == "GET /truc"))).Count);
    }

    [Fact]
    public async Task Who_goes_out_leaves_no_cookie_behind_that_opens()
    {
        using var officer = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Officer, Now));
        using var copy = officer.At(_village.Service.Address);
        var stolen = officer.Cookies.GetCookies(_village.Service.Address)["cccdbot_staff"]!.Value;
        await officer.OpensAsync("/truc/ra");
        using var left = await officer.FillsInAsync("/truc/ra");

        using var thief = new Visitor(_village.Service.Address);
        thief.Cookies.Add(_village.Service.Address, new Cookie("cccdbot_staff", stolen));

        Assert.False(await IsInAsync(officer));
        Assert.False(await IsInAsync(thief));
    }

    [Fact]
    public async Task Two_chiefs_who_take_each_other_off_in_one_moment_leave_one()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var ledger = await Ledger.OpenAsync();
            var (one, other) = (new StaffMember { Since = Now }, new StaffMember { Since = Now });
            await ledger.Gate.RunAsync<CccdDb>(async db =>
            {
                db.AddRange(one, other);
                await db.SaveChangesAsync();
            });

            var removed = await Task.WhenAll(new[] { one, other }.Select(chief =>
                ledger.Gate.RunAsync<StaffList, bool>(staff => staff.RemoveAsync(chief.Id, Now, CancellationToken.None))));

            Assert.Single(removed, wasRemoved => wasRemoved);
        }
    }

    private static async Task<bool> IsInAsync(Visitor visitor, string path = "/truc/buoi", bool byItself = false)
    {
        using var look = new HttpRequestMessage(HttpMethod.Get, path);
        if (byItself)
        {
            look.Headers.Add("X-By-Itself", "1");
        }

        using var page = await visitor.Browser.SendAsync(look);
        return page.StatusCode == HttpStatusCode.OK;
    }
}
