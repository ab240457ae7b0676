using CccdBot.Core.Booking.Visits;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Visits;

/// <summary>A trip to a far spot: people sign up in Telegram and in the web chat until there are enough, and the officers set the day.</summary>
public sealed class TripTalkTests : VillageTests
{
    private static readonly FarSpots Spots = new([new FarSpot("suoi", "Rẫy đầu suối", 3), new FarSpot("doi", "Rẫy sau đồi", 2)]);

    public TripTalkTests() => Village = new Village { Also = house => house.AddSingleton(Spots) };

    [Fact]
    public async Task With_the_third_name_the_trip_opens_the_day_is_set_and_everyone_is_told_and_answers()
    {
        using var chief = await Village.Service.ChiefAsync();
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));
        using var mai = await Visitor.AtHomeAsync(Village.Service.Address);

        var spots = await lan.SaysAsync("/chuyendi");
        await lan.TapsAsync("Rẫy đầu suối");
        await lan.TapsAsync("Đồng ý");
        var first = await lan.SaysAsync("Mẹ H'Bia");
        await lan.TapsAsync("Ghi thêm người");
        await lan.TapsAsync("Cho chính tôi");
        await lan.SaysAsync("Siu Lan");
        await mai.SaysAsync("/chuyendi");
        await mai.TapsAsync("Rẫy đầu suối");
        await mai.TapsAsync("Đồng ý");
        var third = await mai.SaysAsync("Nay Mai");
        var duty = await hai.HearsAsync();
        await chief.OpensAsync("/truc/chuyen-di");
        var open = chief.Page;
        await SetDayAsync(chief, "2026-12-05");
        var mother = await lan.HearsAsync();
        var self = await lan.HearsAsync();
        var other = await mai.HearsAsync();
        var coming = await mai.TapsAsync("Tôi sẽ đến");
        await chief.OpensAsync("/truc/chuyen-di");

        Assert.Contains("Rẫy đầu suối: 0/3 người\nRẫy sau đồi: 0/2 người", spots.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi tên Mẹ H'Bia cho chuyến Rẫy đầu suối: 1/3 người", first.Text, StringComparison.Ordinal);
        Assert.Contains("đủ người, chờ xếp ngày", third.Text, StringComparison.Ordinal);
        Assert.StartsWith("Chuyến Rẫy đầu suối đã đủ 3 người", duty.Text, StringComparison.Ordinal);
        Assert.Contains("đủ người, cần xếp ngày", open, StringComparison.Ordinal);
        Assert.Contains("Mẹ H'Bia", open, StringComparison.Ordinal);
        Assert.All([mother.Text, self.Text, other.Text], told => Assert.Contains("Cán bộ tới thứ Bảy, 05/12/2026", told, StringComparison.Ordinal));
        Assert.StartsWith("Dạ, em ghi Nay Mai sẽ đến", coming.Text, StringComparison.Ordinal);
        Assert.Contains("1 người báo sẽ đến", chief.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_signed_up_twice_counts_once_and_may_leave()
    {
        var lan = Village.NewCitizen();
        await SignsUpAsync(lan, "Mẹ");
        await lan.TapsAsync("Ghi thêm người");
        var twice = await lan.TapsAsync("Mẹ");
        await lan.TapsAsync("Tên đã ghi");
        var left = await lan.TapsAsync("Mẹ");
        var spots = await lan.TapsAsync("Xem các chuyến");

        Assert.StartsWith("Đã có tên Mẹ cho chuyến Rẫy đầu suối: 1/3 người", twice.Text, StringComparison.Ordinal);
        Assert.StartsWith("Em đã rút tên khỏi chuyến Rẫy đầu suối", left.Text, StringComparison.Ordinal);
        Assert.Contains("Rẫy đầu suối: 0/3 người", spots.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_come_on_the_day_leaves_by_one_tap_and_a_second_tap_harms_nobody()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        using var chief = await Village.Service.ChiefAsync();
        await SignsUpAsync(lan, "Mẹ", "Rẫy sau đồi");
        await SignsUpAsync(mai, "Bố", "Rẫy sau đồi");
        await SetDayAsync(chief, "2026-12-05");
        var told = await lan.HearsAsync();
        await mai.HearsAsync();

        await lan.TapsAsync("Thôi, rút tên");
        lan.Press(Citizen.ButtonOn(told, "Tôi sẽ đến"), told.MessageId);
        var late = await lan.HearsAsync();

        Assert.StartsWith("Tên này không còn trong chuyến nào", late.Text, StringComparison.Ordinal);
        Assert.Equal([1], await Village.AllAsync(db => db.Trips.Select(trip => trip.People)));
    }

    [Fact]
    public async Task When_the_day_is_moved_everyone_is_asked_again_and_the_officer_who_was_late_hears_so()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        using var chief = await Village.Service.ChiefAsync();
        await SignsUpAsync(lan, "Mẹ", "Rẫy sau đồi");
        await SignsUpAsync(mai, "Bố", "Rẫy sau đồi");
        await SetDayAsync(chief, "2026-12-05");
        await lan.HearsAsync();
        await mai.HearsAsync();
        await lan.TapsAsync("Tôi sẽ đến");
        var seen = (await Village.AllAsync(db => db.Trips.AsNoTracking())).Single();

        await SetDayAsync(chief, "2026-12-06");
        var moved = await lan.HearsAsync();
        using var late = await chief.FillsInAsync("/truc/chuyen-di?handler=Day", ("id", $"{seen.Id}"), ("version", $"{seen.Version}"), ("day", "2026-12-07"));
        await chief.OpensAsync("/truc/chuyen-di");

        Assert.Contains("Cán bộ tới Chủ nhật, 06/12/2026", moved.Text, StringComparison.Ordinal);
        Assert.Contains("đã quyết định trước", chief.Page, StringComparison.Ordinal);
        Assert.Contains("0 người báo sẽ đến", chief.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_on_no_trip_and_leaves_no_name()
    {
        var lan = Village.NewCitizen();
        await SignsUpAsync(lan, "Mẹ H'Bia");
        await lan.SaysAsync("/xoadulieu");

        await lan.TapsAsync("Xoá hết");

        Assert.Equal(0, await Village.RowsWithAsync("H'Bia"));
        Assert.Equal([0], await Village.AllAsync(db => db.Trips.Select(trip => trip.People)));
    }

    private static async Task SignsUpAsync(Citizen citizen, string name, string spot = "Rẫy đầu suối")
    {
        await citizen.SaysAsync("/chuyendi");
        await citizen.TapsAsync(spot);
        await citizen.TapsAsync("Đồng ý");
        await citizen.SaysAsync(name);
    }

    private async Task SetDayAsync(Visitor chief, string day)
    {
        await chief.OpensAsync("/truc/chuyen-di");
        var trip = (await Village.AllAsync(db => db.Trips.AsNoTracking())).Single();
        using var answer = await chief.FillsInAsync("/truc/chuyen-di?handler=Day", ("id", $"{trip.Id}"), ("version", $"{trip.Version}"), ("day", day));
        Assert.Equal("/truc/chuyen-di", answer.Headers.Location?.ToString());
    }
}
