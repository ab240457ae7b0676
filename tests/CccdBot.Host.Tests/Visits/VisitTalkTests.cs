using System.Net;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Visits;

/// <summary>A home visit as a family and the officers live it, in Telegram, in the web chat and at the desk.</summary>
public sealed class VisitTalkTests : VillageTests
{
    private const string Home = "nhà cạnh cây kơ nia, cuối buôn Sui";

    [Fact]
    public async Task In_telegram_from_the_wish_to_the_officers_at_the_door()
    {
        // First: every chief's chat is told when the server's code lets someone in.
        using var chief = await Village.Service.ChiefAsync();
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));

        var consent = await lan.SaysAsync("/tainha");
        await lan.TapsAsync("Đồng ý");
        await lan.SaysAsync("Mẹ H'Bia");
        await lan.TapsAsync("Già yếu");
        await lan.SaysAsync(Home);
        await lan.TapsAsync("Thứ Bảy 28/11");
        await lan.TapsAsync("Chủ Nhật 29/11");
        var shown = await lan.TapsAsync("Đủ rồi");
        var sent = await lan.TapsAsync("Gửi cho cán bộ");
        var told = await hai.HearsAsync();
        await chief.OpensAsync("/truc/tai-nha");
        var fresh = chief.Page;
        await DecideAsync(chief, "Accept");
        var accepted = await lan.HearsAsync();
        await DecideAsync(chief, "Plan", ("day", "2026-11-28"), ("part", "Morning"));
        var planned = await lan.HearsAsync();
        var seen = await lan.SaysAsync("/tainha");
        await DecideAsync(chief, "Done");
        var done = await lan.HearsAsync();

        Assert.Contains("em xin nói rõ", consent.Text, StringComparison.Ordinal);
        Assert.Equal($"Em ghi như sau:\nMẹ H'Bia, già yếu\n{Home}\nNgày tiện: Thứ Bảy 28/11, Chủ Nhật 29/11\nBà con xem đúng chưa?", shown.Text);
        Assert.StartsWith("Em đã gửi yêu cầu tới cán bộ", sent.Text, StringComparison.Ordinal);
        Assert.StartsWith("Có bà con xin làm tại nhà", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("H'Bia", told.Text, StringComparison.Ordinal);
        Assert.Contains("<h3>Buôn Sui</h3>", fresh, StringComparison.Ordinal);
        Assert.Contains(Home, fresh, StringComparison.Ordinal);
        Assert.StartsWith("Cán bộ đã nhận yêu cầu làm tại nhà cho Mẹ H'Bia", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("Buổi sáng thứ Bảy, 28/11/2026", planned.Text, StringComparison.Ordinal);
        Assert.Contains("cán bộ tới buổi sáng thứ Bảy, 28/11/2026", seen.Text, StringComparison.Ordinal);
        Assert.StartsWith("Cán bộ đã làm xong tại nhà cho Mẹ H'Bia", done.Text, StringComparison.Ordinal);
        Assert.Equal([VisitState.Visited], await StatesAsync());
    }

    [Fact]
    public async Task In_the_web_chat_one_sentence_begins_it_and_who_is_meant_is_one_tap()
    {
        using var lan = await Visitor.AtHomeAsync(Village.Service.Address);

        var consent = await lan.SaysAsync("xin can bo toi nha lam can cuoc cho me toi, me bi liet");
        await lan.TapsAsync("Đồng ý");
        await lan.TapsAsync("Mẹ");
        await lan.TapsAsync("Khuyết tật");
        await lan.SaysAsync("sau trường cấp 2, nhà mái đỏ");
        var shown = await lan.TapsAsync("Ngày nào cũng được");
        var sent = await lan.TapsAsync("Gửi cho cán bộ");

        Assert.Contains("xin cán bộ tới nhà", consent.Text, StringComparison.Ordinal);
        Assert.Contains("Mẹ, khuyết tật\nsau trường cấp 2, nhà mái đỏ\nNgày tiện: ngày nào cũng được", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("Em đã gửi yêu cầu", sent.Text, StringComparison.Ordinal);
        var visit = Assert.Single(await Village.AllAsync(db => db.HomeVisits.AsNoTracking()));
        Assert.Equal(("Mẹ", VisitNeed.Disabled, "Trường THCS", ""), (visit.Name, visit.Need, visit.Village, visit.GoodDays));
    }

    [Fact]
    public async Task A_question_about_visits_is_answered_with_its_source_and_leads_to_asking_for_one()
    {
        var lan = Village.NewCitizen();

        var answer = await lan.SaysAsync("Người già nằm một chỗ có được làm tại nhà không?");
        var begun = await lan.TapsAsync("Xin làm tại nhà");

        Assert.Contains("Luật Căn cước", answer.Text, StringComparison.Ordinal);
        Assert.Contains("em xin nói rõ", begun.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_come_themselves_gives_a_name_once_and_is_called_by_it()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/tainha");
        await lan.TapsAsync("Đồng ý");

        var asked = await lan.TapsAsync("Cho chính tôi");
        await lan.SaysAsync("Rơ Châm Lan");
        await lan.TapsAsync("Đang ốm");
        await lan.SaysAsync(Home);
        var shown = await lan.TapsAsync("Ngày nào cũng được");

        Assert.Contains("tên gọi là gì", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Rơ Châm Lan, đang ốm", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ở đó")]
    [InlineData("nhà ở cuối buôn, đi qua cầu treo, rẽ trái ở cây đa thứ hai, đi thêm một đoạn nữa tới con suối nhỏ, hỏi nhà ông Ama H'Lan là ai cũng biết")]
    public async Task A_way_to_the_house_that_says_too_little_or_too_much_is_asked_again(string home)
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/tainha");
        await lan.TapsAsync("Đồng ý");
        await lan.SaysAsync("Mẹ");
        await lan.TapsAsync("Già yếu");

        var again = await lan.SaysAsync(home);
        var days = await lan.SaysAsync(Home);

        Assert.Contains("tả chỗ ở trong một câu", again.Text, StringComparison.Ordinal);
        Assert.StartsWith("Ngày nào nhà có người", days.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_agree_or_thinks_better_of_it_leaves_nothing_behind()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        await lan.SaysAsync("/tainha");
        var refused = await lan.TapsAsync("Không đồng ý");
        await mai.SaysAsync("/tainha");
        await mai.TapsAsync("Đồng ý");
        await mai.SaysAsync("Mẹ");
        var dropped = await mai.TapsAsync("Thôi, không xin");

        Assert.All([refused, dropped], told => Assert.StartsWith("Dạ, em không gửi", told.Text, StringComparison.Ordinal));
        Assert.Empty(await Village.AllAsync(db => db.HomeVisits));
        Assert.All(await Village.AllAsync(db => db.People.AsNoTracking()), person => Assert.Null(person.Name));
    }

    [Fact]
    public async Task The_family_takes_it_back_and_who_would_have_set_out_is_told()
    {
        // First: every chief's chat is told when the server's code lets someone in.
        using var chief = await Village.Service.ChiefAsync();
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));
        await AsksAsync(lan);
        await hai.HearsAsync();
        await DecideAsync(chief, "Accept");
        await lan.HearsAsync();
        await DecideAsync(chief, "Plan", ("day", "2026-11-28"), ("part", "Afternoon"));
        await lan.HearsAsync();

        await lan.SaysAsync("/tainha");
        var told = await lan.TapsAsync("Rút yêu cầu");
        var officer = await hai.HearsAsync();
        await chief.OpensAsync("/truc/tai-nha/2026-11-28");

        Assert.StartsWith("Em đã rút yêu cầu", told.Text, StringComparison.Ordinal);
        Assert.Contains("vừa rút yêu cầu làm tại nhà thứ Bảy, 28/11/2026", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày này không có nhà nào", chief.Page, StringComparison.Ordinal);
        Assert.Equal([VisitState.Withdrawn], await StatesAsync());
    }

    [Fact]
    public async Task What_could_not_be_finished_is_planned_once_more()
    {
        var lan = Village.NewCitizen();
        using var chief = await Village.Service.ChiefAsync();
        await AsksAsync(lan);
        await DecideAsync(chief, "Accept");
        await lan.HearsAsync();
        await DecideAsync(chief, "Plan", ("day", "2026-11-28"), ("part", "Morning"));
        await lan.HearsAsync();

        await DecideAsync(chief, "Again");
        var again = await lan.HearsAsync();
        await DecideAsync(chief, "Plan", ("day", "2026-12-05"), ("part", "Evening"));
        var planned = await lan.HearsAsync();

        Assert.Contains("sẽ tới thêm một lần", again.Text, StringComparison.Ordinal);
        Assert.Contains("Chiều tối thứ Bảy, 05/12/2026", planned.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VisitReason.CanComeToHall, "mời Mẹ tới nhà cộng đồng", "Đặt lịch tối")]
    [InlineData(VisitReason.TooIll, "khoẻ hơn", "Xin làm tại nhà")]
    [InlineData(VisitReason.LivesElsewhere, "thuộc xã khác", "Gặp người thật")]
    [InlineData(VisitReason.NoTeamNow, "em xin lỗi bà con", "Xin làm tại nhà")]
    public async Task A_refusal_says_why_and_what_else_can_be_done(VisitReason why, string words, string button)
    {
        var lan = Village.NewCitizen();
        using var chief = await Village.Service.ChiefAsync();
        await AsksAsync(lan);

        await DecideAsync(chief, "Refuse", ("why", $"{why}"));
        var told = await lan.HearsAsync();
        await lan.TapsAsync(button);

        Assert.Contains(words, told.Text, StringComparison.Ordinal);
        Assert.Equal([VisitState.Refused], await StatesAsync());
    }

    [Fact]
    public async Task Two_officers_at_the_page_get_one_winner_and_a_clear_word()
    {
        var lan = Village.NewCitizen();
        using var chief = await Village.Service.ChiefAsync();
        await AsksAsync(lan);
        await chief.OpensAsync("/truc/tai-nha");
        var id = (await Village.AllAsync(db => db.HomeVisits.Select(v => v.Id))).Single();

        using var first = await chief.FillsInAsync("/truc/tai-nha?handler=Accept", ("id", $"{id}"), ("version", "1"));
        using var second = await chief.FillsInAsync("/truc/tai-nha?handler=Refuse", ("id", $"{id}"), ("version", "1"), ("why", "TooIll"));
        await chief.OpensAsync("/truc/tai-nha");

        Assert.Contains("đã quyết định trước", chief.Page, StringComparison.Ordinal);
        Assert.Equal([VisitState.Accepted], await StatesAsync());
    }

    [Fact]
    public async Task A_house_too_many_for_a_morning_is_refused_in_plain_words()
    {
        var lan = Village.NewCitizen();
        using var chief = await Village.Service.ChiefAsync();
        await AsksAsync(lan);
        await DecideAsync(chief, "Accept");
        await Village.Service.Ground.SqlAsync(string.Join(';', Enumerable.Range(0, VisitDay.MostIn(VisitPart.Morning)).Select(PlannedElsewhere)));

        await DecideAsync(chief, "Plan", ("day", "2026-11-28"), ("part", "Morning"));
        await chief.OpensAsync("/truc/tai-nha");

        Assert.Contains("buổi sáng thứ Bảy, 28/11/2026 đã kín: mỗi nhà ít nhất 45 phút, một buổi 4 nhà, một ngày 8 nhà", chief.Page, StringComparison.Ordinal);
        Assert.Contains(VisitState.Accepted, await StatesAsync());
    }

    [Fact]
    public async Task The_sheet_of_a_day_lists_the_houses_by_the_part_of_the_day_and_by_village()
    {
        using var chief = await Village.Service.ChiefAsync();
        string[] homes = ["cuối buôn Dan", "đầu buôn Blăk", "giữa buôn Dan"];
        foreach (var (at, home) in homes.Index())
        {
            var citizen = Village.NewCitizen();
            await AsksAsync(citizen, home);
            await DecideAsync(chief, "Accept");
            await citizen.HearsAsync();
            await DecideAsync(chief, "Plan", ("day", "2026-11-28"), ("part", at == 0 ? "Afternoon" : "Morning"));
            await citizen.HearsAsync();
        }

        await chief.OpensAsync("/truc/tai-nha/2026-11-28");

        var order = new[] { homes[1], homes[2], homes[0] }.Select(home => chief.Page.IndexOf(home, StringComparison.Ordinal)).ToList();
        Assert.Contains("Tờ đi trong ngày: thứ Bảy, 28/11/2026", chief.Page, StringComparison.Ordinal);
        Assert.True(order[0] > 0 && order[0] < order[1] && order[1] < order[2], string.Join(' ', order));
    }

    [Fact]
    public async Task What_is_decided_at_night_is_told_in_the_morning()
    {
        var lan = Village.NewCitizen();
        await AsksAsync(lan);
        Village.Clock.Advance(TimeSpan.FromHours(14));
        using var chief = await Village.Service.ChiefAsync();
        var before = lan.Screen.MessageId;

        await DecideAsync(chief, "Accept");
        await Task.Delay(300);
        var atNight = lan.Screen.MessageId;
        Village.Clock.Advance(TimeSpan.FromHours(9));
        await Village.MovingOnAsync(TimeSpan.FromSeconds(5), () => Task.FromResult(lan.Screen.MessageId != before));

        Assert.Equal(before, atNight);
        Assert.StartsWith("Cán bộ đã nhận", lan.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_no_message_reaches_stands_on_the_page_until_somebody_told_them()
    {
        var lan = Village.NewCitizen();
        using var chief = await Village.Service.ChiefAsync();
        await AsksAsync(lan);
        Village.Telegram.Blocked(lan.Chat);
        await Village.LedgerShowsAsync(db => db.Set<ClosedAddress>().AnyAsync());

        await DecideAsync(chief, "Accept");
        await chief.OpensAsync("/truc/tai-nha");
        var untold = chief.Page;
        using var told = await chief.FillsInAsync("/truc/tai-nha?handler=Told", ("id", $"{(await Village.AllAsync(db => db.HomeVisits.Select(v => v.Id))).Single()}"));
        await chief.OpensAsync("/truc/tai-nha");
        var afterwards = chief.Page;
        Village.Clock.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync(chief, "Plan", ("day", "2026-11-28"), ("part", "Morning"));
        await chief.OpensAsync("/truc/tai-nha");

        Assert.Contains("Gọi điện, nhắn người nhà", untold, StringComparison.Ordinal);
        Assert.DoesNotContain("Gọi điện, nhắn người nhà", afterwards, StringComparison.Ordinal);
        Assert.Contains("Gọi điện, nhắn người nhà", chief.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_leaves_no_name_and_no_words_and_the_visit_is_taken_back()
    {
        var lan = Village.NewCitizen();
        using var chief = await Village.Service.ChiefAsync();
        await AsksAsync(lan, Home, "Mẹ H'Bia");
        await DecideAsync(chief, "Accept");
        await lan.HearsAsync();
        var knownBefore = await Village.RowsWithAsync("kơ nia");
        await lan.SaysAsync("/xoadulieu");

        await lan.TapsAsync("Xoá hết");
        await chief.OpensAsync("/truc/tai-nha");

        Assert.True(knownBefore > 0);
        Assert.Equal(0, await Village.RowsWithAsync("kơ nia"));
        Assert.Equal(0, await Village.RowsWithAsync("H'Bia"));
        Assert.Equal([VisitState.Withdrawn], await StatesAsync());
        Assert.DoesNotContain("H'Bia", chief.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/truc/tai-nha")]
    [InlineData("/truc/tai-nha/2026-11-28")]
    [InlineData("/truc/chuyen-di")]
    public async Task No_stranger_opens_the_pages(string path)
    {
        using var stranger = new Visitor(Village.Service.Address);

        using var answer = await stranger.OpensAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/truc/vao", answer.Headers.Location?.AbsolutePath);
    }

    private static async Task AsksAsync(Citizen citizen, string home = Home, string name = "Mẹ")
    {
        await citizen.SaysAsync("/tainha");
        await citizen.TapsAsync("Đồng ý");
        await citizen.SaysAsync(name);
        await citizen.TapsAsync("Già yếu");
        await citizen.SaysAsync(home);
        await citizen.TapsAsync("Ngày nào cũng được");
        await citizen.TapsAsync("Gửi cho cán bộ");
    }

    /// <summary>The officer at the page presses a button of the newest open request.</summary>
    private async Task DecideAsync(Visitor chief, string handler, params (string Name, string Value)[] fields)
    {
        await chief.OpensAsync("/truc/tai-nha");
        var visit = (await Village.AllAsync(db => db.HomeVisits.AsNoTracking().Where(v => v.Name != "Người khác").OrderByDescending(v => v.AskedAt))).First();
        using var answer = await chief.FillsInAsync($"/truc/tai-nha?handler={handler}", [("id", $"{visit.Id}"), ("version", $"{visit.Version}"), .. fields]);
        Assert.Equal("/truc/tai-nha", answer.Headers.Location?.ToString());
    }

    private static string PlannedElsewhere(int at)
    {
        var person = $"{at + 1:D8}-0000-7000-8000-000000000000";
        return $"INSERT INTO people (id, created_at) VALUES ('{person}', '2026-11-26 01:00:00'); "
            + "INSERT INTO home_visits (id, person_id, for_id, name, need, home, good_days, state, because, day, part, version, asked_at, changed_at) "
            + $"VALUES ('{person}', '{person}', '{person}', 'Người khác', 'Old', 'x', '', 'Planned', 'DaySet', '2026-11-28', 'Morning', 3, "
            + "'2026-11-25 01:00:00', '2026-11-25 01:00:00')";
    }

    private Task<List<VisitState>> StatesAsync() => Village.AllAsync(db => db.HomeVisits.OrderBy(v => v.AskedAt).Select(v => v.State));
}
