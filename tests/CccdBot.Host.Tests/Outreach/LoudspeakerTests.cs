using System.Net;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Outreach.Loudspeaker;
using CccdBot.Core.People.Staff;
using CccdBot.Host.Tests.Staff;
using CccdBot.Host.Tests.Support;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>Before an evening its village hears of it over the loudspeaker: the words are at hand, and each reading is written down once.</summary>
public sealed class LoudspeakerTests : VillageTests
{
    private const string Words = "Kính mời bà con buôn Sui đi làm thẻ căn cước.\nNơi làm: Nhà sinh hoạt cộng đồng buôn Sui.\nBắt đầu lúc sáu giờ rưỡi tối, thứ Sáu, ngày hai mươi bảy tháng mười một.";

    [Fact]
    public async Task The_volunteer_has_the_words_in_her_chat_and_says_in_one_tap_that_they_were_read()
    {
        var evening = await Village.ConfirmedEveningAsync(inDays: 1);
        await Village.ConfirmedEveningAsync("blak", inDays: 1);
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");

        var script = (await mai.SaysAsync("/loa")).Text;
        var noted = await mai.TapsAsync("Đã phát");

        Assert.Contains(Words, script, StringComparison.Ordinal);
        Assert.Contains("Đã ghi: phát ở Buôn Sui lúc 08h00", noted.Text, StringComparison.Ordinal);
        var play = Assert.Single(await PlaysAsync());
        Assert.Equal((evening, "sui", 1, await Village.IdOfAsync("Mai")), (play.SessionId, play.PlaceCode, play.Times, play.PlayedBy));
        Assert.Equal([$"evening {evening} village=sui"], await Village.AllAsync(db => db.Set<AuditEntry>().Where(entry => entry.What == "chat /loa played").Select(entry => entry.About)));
    }

    [Fact]
    public async Task Where_there_are_several_evenings_one_is_chosen_and_what_is_not_confirmed_is_not_called_out()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui,blak", "Mai");
        Assert.Contains("chưa có buổi nào đã xác nhận", (await mai.SaysAsync("/loa")).Text, StringComparison.Ordinal);
        await Village.ConfirmedEveningAsync(inDays: 0);
        await Village.ConfirmedEveningAsync("blak", inDays: 1);
        await Village.ConfirmedEveningAsync("blak", inDays: 2);

        var choose = await mai.SaysAsync("/loa");
        var script = await mai.TapsAsync("Buôn Blăk, ngày mai");

        Assert.Equal(["1. Buôn Sui, hôm nay", "2. Buôn Blăk, ngày mai"], choose.Buttons.Select(button => button.Label));
        Assert.Contains("Kính mời bà con buôn Blăk", script.Text, StringComparison.Ordinal);
        await mai.TapsAsync("Buổi khác");
        Assert.Equal(2, mai.Screen.Buttons.Count);
    }

    [Fact]
    public async Task Two_taps_are_one_reading_a_later_one_is_another_and_after_a_move_it_is_read_anew()
    {
        var evening = await Village.ConfirmedEveningAsync();
        var mai = await StaffAsync("sui");

        Assert.True(await NoteAsync(evening, mai));
        Assert.False(await NoteAsync(evening, mai));
        Assert.True(await Village.Gate().RunAsync<EveningDesk, bool>(desk => desk.Move(
            evening, StartOf(evening), "sui", StartOf(evening).AddHours(1), mai, "mất điện", Village.Now())));
        await Village.Gate().RunAsync<EveningDesk, int?>(desk => desk.Confirm(evening, mai, Village.Now()));
        Assert.True(await NoteAsync(evening, mai));
        Village.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.True(await NoteAsync(evening, mai));

        using var officer = await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Officer, Village.Now()));
        await officer.OpensAsync($"/truc/buoi/{evening}/loa");
        Assert.Equal(2, officer.Page.Split("giờ cũ, cần phát lại").Length);
        Assert.Equal([1, 2, 3], (await PlaysAsync()).Select(play => play.Times));
    }

    [Fact]
    public async Task Two_who_tap_in_the_same_moment_at_two_machines_write_one_reading()
    {
        await using var other = Ground.IsPostgres ? await Ledger.OpenAsync(Village.Clock, ground: Village.Service.Ground) : null;
        var gates = new[] { Village.Gate(), other?.Gate ?? Village.Gate() };
        var mai = await StaffAsync("sui");
        for (var day = 0; day < 10; day++)
        {
            var evening = await Village.ConfirmedEveningAsync(inDays: day);

            var noted = await Task.WhenAll(Enumerable.Range(0, 8).Select(tap => gates[tap % 2].RunAsync<LoudspeakerBook, bool>(book => book.NotePlayed(evening, "sui", mai, Village.Now()))));

            Assert.Single(noted, first => first);
        }

        Assert.Equal(10, (await PlaysAsync()).Count);
    }

    [Fact]
    public async Task The_page_has_the_words_takes_the_tap_once_and_shows_who_read_them()
    {
        var evening = await Village.ConfirmedEveningAsync(inDays: 1);
        using var mai = await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Volunteer, Village.Now(), "sui", "Ksor Mai"));
        var path = $"/truc/buoi/{evening}/loa";
        await mai.OpensAsync("/truc/buoi");
        Assert.Contains(path, mai.Page, StringComparison.Ordinal);
        await mai.OpensAsync(path);
        Assert.All(Words.Split('\n'), line => Assert.Contains($"<p>{line}</p>", mai.Page, StringComparison.Ordinal));
        Assert.Contains("Bản ghi tiếng Jrai hoặc Bahnar", mai.Page, StringComparison.Ordinal);
        Assert.Contains("Loa chưa phát lần nào", mai.Page, StringComparison.Ordinal);

        for (var tap = 0; tap < 2; tap++)
        {
            using var sent = await mai.FillsInAsync($"{path}?handler=Played", ("lang", "sui"));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        await mai.OpensAsync(path);
        Assert.Contains("08h00, thứ Năm, 26/11/2026 · Buôn Sui · Ksor Mai", mai.Page, StringComparison.Ordinal);
        Assert.Single(await PlaysAsync());
        using var officer = await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Officer, Village.Now()));
        await officer.OpensAsync($"/truc/buoi/{evening}/danh-sach");
        Assert.Contains("Buôn Sui · Ksor Mai", officer.Page, StringComparison.Ordinal);
        await officer.OpensAsync($"/truc/buoi/{evening}");
        Assert.Contains(path, officer.Page, StringComparison.Ordinal);
        Assert.Equal(2, (await Village.AllAsync(db => db.Set<AuditEntry>().Where(entry => entry.What == "POST /truc/buoi/{id}/loa Played"))).Count);
    }

    [Fact]
    public async Task Another_villages_words_are_not_hers_and_what_is_called_off_has_none()
    {
        var (sui, blak) = (await Village.ConfirmedEveningAsync(), await Village.ConfirmedEveningAsync("blak"));
        using var mai = await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Volunteer, Village.Now(), "sui", "Ksor Mai"));
        await mai.OpensAsync($"/truc/buoi/{sui}/loa");

        foreach (var path in new[] { $"/truc/buoi/{blak}/loa", $"/truc/buoi/{sui}/loa?lang=blak", $"/truc/buoi/{sui}/loa?lang=nodau" })
        {
            using var noted = await mai.FillsInAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=Played");
            using var opened = await mai.Browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opened.StatusCode, noted.StatusCode));
        }

        var officer = await StaffAsync("");
        Assert.True(await Village.Gate().RunAsync<EveningDesk, bool>(desk => desk.CallOff(sui, officer, "mưa to", Village.Now())));
        await mai.OpensAsync($"/truc/buoi/{sui}/loa");
        Assert.Contains("Buổi này đã hoãn: chưa có lời nào để phát", mai.Page, StringComparison.Ordinal);
        Assert.False(await NoteAsync(sui, officer));
        Assert.Empty(await PlaysAsync());
    }

    [Fact]
    public async Task A_button_of_a_village_that_is_no_longer_hers_notes_nothing_and_a_citizen_has_no_such_command()
    {
        await Village.ConfirmedEveningAsync(inDays: 1);
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await mai.SaysAsync("/loa");
        await Village.Service.Ground.SqlAsync("UPDATE staff_members SET village_codes = 'blak' WHERE name = 'Mai'");

        var refused = await mai.TapsAsync("Đã phát");
        var lan = await Village.NewCitizen().SaysAsync("/loa");

        Assert.Contains("chưa có buổi nào", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kính mời", lan.Text, StringComparison.Ordinal);
        Assert.Empty(await PlaysAsync());
    }

    private async Task<Guid> StaffAsync(string villages) =>
        (await Village.Service.StaffAsync(villages.Length == 0 ? Role.Officer : Role.Volunteer, Village.Now(), villages)).Id;

    private Task<bool> NoteAsync(long evening, Guid who) =>
        Village.Gate().RunAsync<LoudspeakerBook, bool>(book => book.NotePlayed(evening, "sui", who, Village.Now()));

    private DateTime StartOf(long evening) =>
        Village.AllAsync(db => db.Set<Core.Booking.Session>().Where(s => s.Id == evening).Select(s => s.StartsAt)).GetAwaiter().GetResult().Single();

    private Task<List<LoudspeakerPlay>> PlaysAsync() => Village.AllAsync(db => db.Set<LoudspeakerPlay>().OrderBy(play => play.Id));
}
