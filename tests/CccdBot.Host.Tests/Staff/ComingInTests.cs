using System.Net;
using System.Text.RegularExpressions;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Staff;

/// <summary>S6: invited once, known by name, and let in by the own chat; nothing of it can be used by another or again.</summary>
public sealed partial class ComingInTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Visitor _chief = null!;

    private DateTime Now => _village.Clock.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync()
    {
        await _village.InitializeAsync();
        _chief = await _village.Service.ChiefAsync();
    }

    public async Task DisposeAsync()
    {
        _chief.Dispose();
        await _village.DisposeAsync();
    }

    [Fact]
    public async Task A_volunteer_is_invited_says_her_name_is_confirmed_and_opens_the_desk_by_her_phone()
    {
        var code = await InviteAsync("Volunteer", "sui");
        var mai = _village.NewCitizen();

        var asked = await mai.SaysAsync($"/start nhanviec-{code}");
        Assert.Contains("đoàn viên giúp bà con", asked.Text, StringComparison.Ordinal);
        Assert.Contains("nhắn trưởng công an xã", (await mai.SaysAsync("Ksor Mai")).Text, StringComparison.Ordinal);
        Assert.Contains("dành cho cán bộ", (await mai.SaysAsync("/vao")).Text, StringComparison.Ordinal);
        await _chief.OpensAsync("/truc/nguoi");
        Assert.Contains("Ksor Mai", _chief.Page, StringComparison.Ordinal);
        await EndAsync("Accept");
        Assert.Contains("Trưởng công an xã đã xác nhận", (await mai.HearsAsync()).Text, StringComparison.Ordinal);

        using var laptop = await RingAsync();
        var number = NumberOn(laptop);
        var which = await mai.SaysAsync("/vao");
        Assert.Equal(3, which.Buttons.Count);
        Assert.Contains("bấm Vào bàn trực", (await mai.TapsAsync(number)).Text, StringComparison.Ordinal);
        await laptop.OpensAsync("/truc/vao/cho");
        using var opened = await laptop.FillsInAsync("/truc/vao/cho");

        Assert.Equal("/truc/buoi", opened.Headers.Location?.ToString());
        using var evenings = await laptop.OpensAsync("/truc/buoi");
        Assert.Equal(HttpStatusCode.OK, evenings.StatusCode);
        using var desk = await laptop.OpensAsync("/truc");
        Assert.Equal(HttpStatusCode.Forbidden, desk.StatusCode);
        Assert.Contains("dành cho việc khác", laptop.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_passed_on_opens_once_and_for_nobody_without_the_chief()
    {
        var code = await InviteAsync("Officer");
        var (mai, thief) = (_village.NewCitizen(), _village.NewCitizen());
        await mai.SaysAsync($"/nhanviec {code}");

        var again = await thief.SaysAsync($"/nhanviec {code}");

        Assert.Contains("đã dùng", again.Text, StringComparison.Ordinal);
        await _chief.OpensAsync("/truc/nguoi");
        await EndAsync("Accept");
        Assert.Single(await _village.AllAsync(db => db.StaffMembers.AsNoTracking()));
        await mai.SaysAsync("Ksor Mai");
        await EndAsync("Refuse");
        await EndAsync("Accept");
        Assert.Contains("dành cho cán bộ", (await mai.SaysAsync("/truc")).Text, StringComparison.Ordinal);
        Assert.Empty(await _village.AllAsync(db => db.StaffMembers.Where(s => s.Name == "Ksor Mai")));
    }

    [Fact]
    public async Task After_a_day_an_invitation_is_void_and_so_is_one_that_waits_for_the_chief()
    {
        var (late, code) = (await InviteAsync("Officer"), await InviteAsync("Officer"));
        var (mai, lan) = (_village.NewCitizen(), _village.NewCitizen());
        await mai.SaysAsync($"/nhanviec {code}");
        await mai.SaysAsync("Ksor Mai");

        _village.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Contains("đã cũ", (await lan.SaysAsync($"/nhanviec {late}")).Text, StringComparison.Ordinal);
        var invite = (await _village.AllAsync(db => db.StaffInvites.Where(i => i.Name == "Ksor Mai"))).Single();
        Assert.False(await _village.Service.Services.GetRequiredService<WriteGate>()
            .RunAsync<Invites, bool>(invites => invites.AcceptAsync(invite.Id, Now, CancellationToken.None)));
    }

    [Fact]
    public async Task A_volunteers_chat_is_told_no_citizens_question_and_cannot_take_one()
    {
        var (mai, lan) = (await AcceptedAsync("Volunteer", "sui"), _village.NewCitizen());
        var ha = await _village.OfficerAsync("Hà");
        await _village.AsksForAPersonAsync(lan, "Con tôi mất thẻ");

        Assert.Contains("Con tôi mất thẻ", (await ha.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("dành cho cán bộ", (await mai.SaysAsync("/truc")).Text, StringComparison.Ordinal);
        Assert.Contains("dành cho cán bộ", (await mai.SaysAsync("/thoitruc")).Text, StringComparison.Ordinal);
        Assert.Contains(await _village.AllAsync(db => db.StaffChats.AsNoTracking()), chat => chat.Address == $"{mai.Chat}");
        Assert.DoesNotContain(_village.Telegram.Calls, call => call.ChatId == mai.Chat && call.Text?.Contains("mất thẻ", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Another_browser_cannot_come_in_by_my_number_nor_mine_twice()
    {
        var ha = await _village.OfficerAsync("Hà");
        using var mine = await RingAsync();
        using var other = await RingAsync();
        await ha.SaysAsync("/vao");
        await ha.TapsAsync(NumberOn(mine));

        await other.OpensAsync("/truc/vao/cho");
        Assert.DoesNotContain("Đã nhận ra", other.Page, StringComparison.Ordinal);
        using var refused = await other.FillsInAsync("/truc/vao/cho");
        Assert.Equal("/truc/vao/cho", refused.Headers.Location?.ToString());

        await mine.OpensAsync("/truc/vao/cho");
        var key = mine.Cookies.GetCookies(new Uri(_village.Service.Address, "/truc/vao/cho"))["cccdbot_door"]!.Value;
        using var opened = await mine.FillsInAsync("/truc/vao/cho");
        mine.Cookies.Add(_village.Service.Address, new Cookie("cccdbot_door", key, "/truc/vao"));
        await mine.OpensAsync("/truc/vao/cho");
        using var again = await mine.FillsInAsync("/truc/vao/cho");
        Assert.Equal("/truc", opened.Headers.Location?.ToString());
        Assert.Equal("/truc/vao/cho", again.Headers.Location?.ToString());
    }

    [Fact]
    public async Task No_two_screens_show_the_same_number_and_when_all_are_taken_the_next_has_to_wait()
    {
        const int Numbers = 90;
        var gate = _village.Service.Services.GetRequiredService<WriteGate>();

        var rung = await Task.WhenAll(Enumerable.Range(0, Numbers + 1).Select(_ =>
            gate.RunAsync<DoorCalls, (string Key, int Number)?>(calls => calls.RingAsync(Now, CancellationToken.None))));

        Assert.Single(rung, call => call is null);
        Assert.Equal(Numbers, rung.Where(call => call is not null).Select(call => call!.Value.Number).Distinct().Count());
    }

    [Fact]
    public async Task Looking_spends_nothing_a_wrong_number_opens_nothing_and_three_minutes_are_all()
    {
        var ha = await _village.OfficerAsync("Hà");
        using var mine = await RingAsync();
        var which = await ha.SaysAsync("/vao");
        var wrong = which.Buttons.First(button => !button.Label.Contains(NumberOn(mine), StringComparison.Ordinal)).Label;
        Assert.Contains("không còn trên màn hình nào", (await ha.TapsAsync(wrong)).Text, StringComparison.Ordinal);
        await mine.OpensAsync("/truc/vao/cho");
        Assert.Contains("Số của máy này", mine.Page, StringComparison.Ordinal);

        await ha.SaysAsync("/vao");
        await ha.TapsAsync(NumberOn(mine));
        for (var look = 0; look < 3; look++)
        {
            await mine.OpensAsync("/truc/vao/cho");
            Assert.Contains("Đã nhận ra", mine.Page, StringComparison.Ordinal);
        }

        _village.Clock.Advance(DoorCalls.Lasts);
        using var late = await mine.FillsInAsync("/truc/vao/cho");
        Assert.Equal("/truc/vao/cho", late.Headers.Location?.ToString());
        await mine.OpensAsync("/truc/vao/cho");
        Assert.Contains("đã hết giờ", mine.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_in_by_a_code_of_the_server_does_so_as_the_chief_and_the_chief_hears_of_it()
    {
        var ha = await _village.OfficerAsync("Hà");
        var code = await _village.Service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb, string>(db => FirstChiefCode.IssueAsync(db, CancellationToken.None));
        using var server = new Visitor(_village.Service.Address);
        using var wrong = await server.LogsInAsync("AAAA-BBBB-CCCC-DDDD");

        using var door = await server.LogsInAsync(code);

        Assert.Equal("/truc", door.Headers.Location?.ToString());
        Assert.Contains("bằng mã in trên máy chủ", (await ha.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Single(_village.Telegram.Calls, call => call.ChatId == ha.Chat && call.Text?.Contains("mã in trên máy chủ", StringComparison.Ordinal) == true);
        Assert.Equal(2, (await _village.AllAsync(db => db.StaffMembers.AsNoTracking())).Count);
        Assert.Single((await _village.AllAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.What == "vào bằng mã máy chủ"))).Select(e => e.StaffId).Distinct());
    }

    [Fact]
    public async Task Ten_thousand_guesses_open_nothing()
    {
        var ha = await _village.OfficerAsync("Hà");
        using var mine = await RingAsync();
        await ha.SaysAsync("/vao");
        await ha.TapsAsync(NumberOn(mine));
        var chance = new Random(20261130);
        string Guess(int letters) => new([.. Enumerable.Range(0, letters).Select(_ => (char)('A' + chance.Next(26)))]);

        await using var desk = _village.Service.Services.CreateAsyncScope();
        var (calls, staff) = (desk.ServiceProvider.GetRequiredService<DoorCalls>(), desk.ServiceProvider.GetRequiredService<StaffList>());
        for (var guess = 0; guess < 5_000; guess++)
        {
            Assert.Null(await calls.FindAsync(Guess(26), Now, CancellationToken.None));
            Assert.Null(await staff.AtWorkAsync(Guess(26), Now, CancellationToken.None));
        }
    }

    private async Task<string> InviteAsync(string role, params string[] villages)
    {
        await _chief.OpensAsync("/truc/nguoi");
        using var made = await _chief.FillsInAsync(
            "/truc/nguoi?handler=Invite", [("role", role), .. villages.Select(village => ("villages", village))]);
        return InviteCode().Match(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync())).Groups[1].Value;
    }

    private async Task<Citizen> AcceptedAsync(string role, params string[] villages)
    {
        var mai = _village.NewCitizen();
        await mai.SaysAsync($"/nhanviec {await InviteAsync(role, villages)}");
        await mai.SaysAsync("Ksor Mai");
        await _chief.OpensAsync("/truc/nguoi");
        await EndAsync("Accept");
        await mai.HearsAsync();
        return mai;
    }

    private async Task EndAsync(string how)
    {
        var invite = (await _village.AllAsync(db => db.StaffInvites.AsNoTracking())).Last();
        using var ended = await _chief.FillsInAsync($"/truc/nguoi?handler={how}", ("id", $"{invite.Id}"));
    }

    private async Task<Visitor> RingAsync()
    {
        var browser = new Visitor(_village.Service.Address);
        await browser.OpensAsync("/truc/vao");
        using var rung = await browser.FillsInAsync("/truc/vao?handler=Chat");
        Assert.Equal("/truc/vao/cho", rung.Headers.Location?.ToString());
        await browser.OpensAsync("/truc/vao/cho");
        return browser;
    }

    private static string NumberOn(Visitor browser) => Crew.ShownNumber().Match(browser.Page).Groups[1].Value;

    [GeneratedRegex("(?:nhanviec-|/nhanviec )([A-Z]{28})")]
    private static partial Regex InviteCode();
}
