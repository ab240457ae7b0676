using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>What the police hear of an evening in their own chats: asked in time whether it takes place, and told what became of it.</summary>
public sealed class PoliceChatTests : VillageTests
{
    private const string Closed = "Đã kết thúc buổi";

    private DateTime Now => Village.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task A_day_before_the_officer_is_asked_in_her_chat_and_confirms_in_one_tap()
    {
        var evening = await BookedAsync(startsIn: TimeSpan.FromHours(30));
        var (officer, chief) = (await OfficerAsync(Role.Officer), await OfficerAsync(Role.Chief));

        await LookAsync();
        Assert.Equal(0, AskedIn(officer));
        Village.Clock.Advance(TimeSpan.FromHours(7));
        await LookAsync();
        await LookAsync();
        Assert.Contains("1 người đã đặt, chưa xác nhận", (await officer.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Đã xác nhận. 1 người", (await officer.TapsAsync("Xác nhận buổi này")).Text, StringComparison.Ordinal);

        Assert.Equal(SessionState.Confirmed, (await Village.AllAsync(db => db.Sessions.AsNoTracking().Where(s => s.Id == evening))).Single().State);
        Village.Clock.Advance(TimeSpan.FromHours(18));
        await LookAsync();
        Assert.Equal((1, 0), (AskedIn(officer), AskedIn(chief)));
        Assert.Single(await Village.AllAsync(db => db.Set<AuditEntry>().Where(e => e.What == "chat /buoi confirm" && e.About == $"evening {evening}")));
    }

    [Fact]
    public async Task The_officer_named_for_the_evening_is_asked_and_the_others_are_left_in_peace()
    {
        var evening = await BookedAsync(startsIn: TimeSpan.FromHours(30));
        var other = await OfficerAsync(Role.Officer);
        var named = await Village.OfficerAsync("Rơ Châm Nam");
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<IServiceProvider>(async pen =>
        {
            var nam = await pen.GetRequiredService<CccdDb>().Set<StaffMember>().SingleAsync(s => s.Name == "Rơ Châm Nam");
            pen.GetRequiredService<Crew>().Set(evening, [nam.Id], []);
        });

        Village.Clock.Advance(TimeSpan.FromHours(7));
        await LookAsync();

        Assert.Contains("chưa xác nhận", (await named.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (AskedIn(named), AskedIn(other)));
    }

    [Fact]
    public async Task Six_hours_before_the_chief_is_asked_and_an_evening_nobody_booked_is_not_asked_about()
    {
        await BookedAsync(startsIn: TimeSpan.FromHours(10));
        var (officer, chief) = (await OfficerAsync(Role.Officer), await OfficerAsync(Role.Chief));

        await LookAsync();
        await officer.HearsAsync();
        Village.Clock.Advance(TimeSpan.FromHours(5));
        await LookAsync();

        Assert.Contains("chưa xác nhận", (await chief.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), (AskedIn(officer), AskedIn(chief)));
    }

    [Fact]
    public async Task Two_officers_confirm_one_evening_and_the_second_hears_that_it_is_done()
    {
        await BookedAsync(startsIn: TimeSpan.FromHours(30));
        var (one, other) = (await OfficerAsync(Role.Officer), await OfficerAsync(Role.Officer));
        await one.SaysAsync("/buoi");
        await other.SaysAsync("/buoi");

        await one.TapsAsync("Xác nhận buổi này");

        Assert.Contains("Officer đã xác nhận hoặc hoãn buổi này trước", (await other.TapsAsync("Xác nhận buổi này")).Text, StringComparison.Ordinal);
        Assert.Contains("không có buổi nào", (await one.SaysAsync("/buoi")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_an_evening_is_closed_the_chiefs_chat_reads_what_became_of_it()
    {
        var evening = await BookedAsync(startsIn: TimeSpan.FromMinutes(30));
        var chief = await OfficerAsync(Role.Chief);
        Village.Clock.Advance(TimeSpan.FromHours(1));
        using var page = await Village.Service.ChiefAsync();
        await page.OpensAsync($"/truc/buoi/{evening}");

        using var closed = await page.FillsInAsync($"/truc/buoi/{evening}?handler=Close");

        var report = await Village.Telegram.WaitForAsync(call => call.ChatId == chief.Chat && call.Text?.Contains(Closed, StringComparison.Ordinal) == true);
        Assert.Contains("0 người làm xong, 0 hẹn lại, 1 chưa đến", report.Text, StringComparison.Ordinal);
        using var again = await page.FillsInAsync($"/truc/buoi/{evening}?handler=Close");
        Assert.Single(Village.Telegram.Calls, call => call.ChatId == chief.Chat && call.Text?.Contains(Closed, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Each_morning_the_chief_reads_how_the_book_of_staff_acts_ends_and_a_book_cut_afterwards_is_found_by_that()
    {
        using var page = await Village.Service.ChiefAsync();
        var chief = await OfficerAsync(Role.Chief);
        await page.OpensAsync("/truc/nhat-ky");
        var seal = Village.Service.Services.GetRequiredService<SealOfTheDay>();

        await seal.TellAsync();
        await seal.TellAsync();

        var told = System.Text.RegularExpressions.Regex.Match((await chief.HearsAsync()).Text, "có (\\d+) dòng, dấu niêm phong:\n(\\w{64})");
        Assert.Equal(1, Village.Telegram.Calls.Count(call => call.ChatId == chief.Chat && call.Text?.Contains("niêm phong", StringComparison.Ordinal) == true));
        var found = await VerifyAsync(told.Groups[2].Value);
        Assert.Equal((told.Groups[1].Value, true, null), ($"{found.Lines}", found.HasEnd, found.BrokenAt));
        Village.Clock.Advance(TimeSpan.FromDays(1));
        await seal.TellAsync();
        Assert.Equal(1, Village.Telegram.Calls.Count(call => call.ChatId == chief.Chat && call.Text?.Contains("niêm phong", StringComparison.Ordinal) == true));
        Assert.False((await VerifyAsync(new string('0', 64))).HasEnd);
    }

    private Task<AuditFinding> VerifyAsync(string seal) =>
        Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<AuditBook, AuditFinding>(audit => audit.Verify(seal));

    [Fact]
    public async Task Who_is_no_officer_is_told_that_the_command_is_for_officers()
    {
        var lan = Village.NewCitizen();

        Assert.Contains("dành cho cán bộ", (await lan.SaysAsync("/buoi")).Text, StringComparison.Ordinal);
    }

    /// <summary>Booked before anyone has a chat to be asked in. Only the evening of the test is asked about: the others have nobody.</summary>
    private async Task<long> BookedAsync(TimeSpan startsIn)
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        var (start, end) = (Now + startsIn, Now + startsIn + TimeSpan.FromHours(2));
        var evening = (await Village.AllAsync(db => db.Reservations.AsNoTracking())).Single().SessionId;
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb>(db => db.Sessions.Where(s => s.Id == evening)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, start).SetProperty(s => s.EndsAt, end)));
        return evening;
    }

    private async Task<Citizen> OfficerAsync(Role role)
    {
        var officer = await Village.OfficerAsync($"{role}");
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb>(db => db.Set<StaffMember>().Where(s => s.Name == $"{role}")
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Role, role)));
        return officer;
    }

    private Task LookAsync() => Village.Service.Services.GetRequiredService<EveningRounds>().LookAsync();

    private int AskedIn(Citizen chat) => Village.Telegram.Calls.Count(
        call => call.ChatId == chat.Chat && call.IsSend && call.Text?.Contains("chưa xác nhận", StringComparison.Ordinal) == true);
}
