using System.Net;
using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Printing;
using CccdBot.Host.Tests.Staff;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>A poster on the wall of a village's hall: whoever scans it is of that village, and books.</summary>
public sealed class PosterTests : VillageTests
{
    [Fact]
    public async Task Who_scans_the_poster_is_of_that_village_and_books_an_evening_there()
    {
        using var mai = await VolunteerAsync();
        await mai.OpensAsync("/truc/ap-phich");
        var scanned = QrReader.ReadFrom(mai.Page);
        Assert.Equal("https://t.me/CccdTestBot?start=datlich-sui", scanned);
        Assert.Contains("t.me/CccdTestBot", mai.Page, StringComparison.Ordinal);

        var lan = Village.NewCitizen();
        var welcome = await lan.SaysAsync($"/start {scanned.Split('=')[1]}");
        Assert.Contains("Em ghi bà con ở Buôn Sui. Nhà sinh hoạt cộng đồng buôn Sui còn chỗ các tối này.", welcome.Text, StringComparison.Ordinal);
        Assert.Contains("máy trả lời tự động", welcome.Text, StringComparison.Ordinal);
        await lan.TapsAsync("1.");
        await lan.TapsAsync("1.");
        await lan.SaysAsync("Siu Lan");
        await lan.TapsAsync("giữ chỗ");

        Assert.Equal(["sui"], await HomesAsync());
        Assert.Equal(["sui"], await Village.AllAsync(db => db.Reservations.Where(r => r.State == ReservationState.Booked)
            .Join(db.Sessions, r => r.SessionId, s => s.Id, (_, s) => s.PlaceCode)));
    }

    [Fact]
    public async Task A_seat_kept_for_the_village_is_theirs_without_another_question()
    {
        await Village.Service.Ground.SqlAsync("UPDATE slots SET taken = capacity - kept_for_village WHERE kept_for_village > 0");
        var (scanned, stranger) = (Village.NewCitizen(), Village.NewCitizen());

        await scanned.SaysAsync("/start datlich-sui");
        await scanned.TapsAsync("2.");
        var offered = await scanned.TapsAsync("1.");
        await stranger.SaysAsync("/datlich");
        await stranger.TapsAsync("Buôn Sui");
        await stranger.TapsAsync("3.");
        var refused = await stranger.TapsAsync("1.");

        Assert.Contains("tên gọi", offered.Text, StringComparison.Ordinal);
        Assert.Contains("Tôi ở", string.Join(' ', refused.Buttons.Select(button => button.Label)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_villages_poster_or_a_schools_shows_its_evenings_and_leaves_the_home_as_it_was()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/start datlich-sui");

        var elsewhere = await lan.SaysAsync("/start datlich-blak");
        var school = await Village.NewCitizen().SaysAsync("/start datlich-school");
        var nowhere = await lan.SaysAsync("/start datlich-<b>");

        Assert.DoesNotContain("Em ghi bà con ở", elsewhere.Text, StringComparison.Ordinal);
        Assert.Contains("buôn Blăk còn chỗ", elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Em ghi bà con ở", school.Text, StringComparison.Ordinal);
        Assert.Contains("Trường THCS Ia Rmok còn chỗ", school.Text, StringComparison.Ordinal);
        Assert.Contains("muốn làm ở đâu", nowhere.Text, StringComparison.Ordinal);
        Assert.Equal(["sui"], await HomesAsync());
    }

    [Fact]
    public async Task A_volunteer_prints_the_own_villages_poster_and_no_other()
    {
        using var mai = await VolunteerAsync();

        using var others = await mai.OpensAsync("/truc/ap-phich?lang=blak");
        using var chief = await Village.Service.ChiefAsync();
        await chief.OpensAsync("/truc/ap-phich?lang=blak");

        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        Assert.EndsWith("?start=datlich-blak", QrReader.ReadFrom(chief.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_telegram_the_poster_opens_our_own_page_and_a_look_at_it_writes_nothing_down()
    {
        await using var service = await RunningService.StartAsync(clock: Village.Clock, settings: "--PublicUrl=https://ia-rmok.example");
        using var chief = await service.ChiefAsync();
        await chief.OpensAsync("/truc/ap-phich?lang=blak");
        var scanned = new Uri(QrReader.ReadFrom(chief.Page));
        Assert.Equal("https://ia-rmok.example/?start=datlich-blak", scanned.ToString());

        using var lan = new Visitor(service.Address);
        await lan.OpensAsync(scanned.PathAndQuery);
        Assert.Contains("Đặt lịch, Buôn Blăk", lan.Page, StringComparison.Ordinal);
        Assert.Equal(0, await service.InLedgerAsync(db => db.People.CountAsync()));
        using var tapped = await lan.PostsAsync(choice: "/toio blak");
        var evenings = await lan.HearsAsync();

        Assert.Contains("Em ghi bà con ở Buôn Blăk. Nhà sinh hoạt cộng đồng buôn Blăk còn chỗ", evenings.Text, StringComparison.Ordinal);
        await lan.OpensAsync("/");
        Assert.Contains("<p class=\"say\">Đặt lịch, Buôn Blăk</p>", lan.Page, StringComparison.Ordinal);
        await lan.OpensAsync("/?start=datlich-sui");
        Assert.Contains("value=\"/toio sui\"", lan.Page, StringComparison.Ordinal);
        await lan.OpensAsync("/?start=datlich-nodau");
        Assert.DoesNotContain("/toio", lan.Page, StringComparison.Ordinal);
        Assert.Equal(1, await service.Ground.NumberAsync("SELECT COUNT(*) FROM people WHERE home_place = 'blak'"));
    }

    private async Task<Visitor> VolunteerAsync() =>
        await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Volunteer, Village.Now(), "sui", "Ksor Mai"));

    private Task<List<string>> HomesAsync() => Village.Service.Ground.RowsAsync("SELECT home_place FROM people WHERE home_place IS NOT NULL", row => row.GetString(0));
}
