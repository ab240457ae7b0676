using System.Net;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>A whole evening in the hands of one officer with a phone, once with the line down in the middle of it.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class WholeEveningTests(Chromium chromium)
{
    private const int Phone = 360;

    private static readonly string[] Booked =
        ["Siu Lan", "Rmah Hoa", "Ksor Y Blứt", "Nay Phai", "Kpă Thin", "Rơ Châm Hbia", "Siu Mai", "Ksor Hoan", "Ama Lik", "Ami Dim"];

    [Fact]
    public async Task An_officer_makes_a_series_confirms_runs_the_evening_closes_it_and_prints_the_list()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var officer = await chromium.EnterAsync(service, Phone);
        await OpenSeriesAsync(officer);
        var evening = await Tonight.BeginAsync(service, morning, Booked);
        await ConfirmAsync(service, officer, evening);

        await officer.GotoAsync($"/truc/buoi/{evening}");
        for (var number = 1; number <= Booked.Length; number++)
        {
            await ArrivesAsync(officer, Booked[number - 1], number);
        }

        await officer.GetByRole(AriaRole.Link, new() { Name = "Hàng chờ, gọi số" }).ClickAsync();
        await WalkInAsync(officer, "Ama Thin", 11);
        await WalkInAsync(officer, "Ami Hbia", 12);
        await WalkInAsync(officer, "Rmah Lip", 13);
        await officer.Locator("#so-13 summary").ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Đã về: số 13" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã ghi: không có mặt.");
        for (var number = 1; number <= 12; number++)
        {
            await officer.GetByRole(AriaRole.Button, new() { Name = "Gọi người tiếp" }).ClickAsync();
            await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync($"Mời số {number}:");
            await officer.GetByRole(AriaRole.Button, new() { Name = $"Xong: số {number}", Exact = true }).ClickAsync();
            await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã ghi: xong.");
        }

        await CloseAsync(officer, "đã làm xong 10", "đã làm xong 2", "không có mặt 1");
        await officer.GetByRole(AriaRole.Link, new() { Name = "In danh sách ký tên" }).ClickAsync();
        await Expect(officer.Locator("tbody tr").Filter(new() { HasText = "Ama Thin" })).ToHaveCountAsync(1);
        Assert.Equal(12, await service.InLedgerAsync(db => db.Arrivals.CountAsync(a => a.SessionId == evening && a.State == ArrivalState.Done)));
    }

    [Fact]
    public async Task With_the_line_down_for_five_minutes_the_evening_goes_on_and_everything_is_sent_once_and_in_order()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await Tonight.BeginAsync(service, morning, "Siu Lan", "Rmah Hoa", "Ksor Y Blứt");
        var officer = await chromium.EnterAsync(service, Phone);
        await officer.Clock.InstallAsync();
        await officer.GotoAsync($"/truc/buoi/{evening}");
        await ArrivesAsync(officer, "Siu Lan", 1);
        var roster = await officer.Context.NewPageAsync();
        await roster.GotoAsync($"/truc/buoi/{evening}");
        await officer.GotoAsync($"/truc/buoi/{evening}/hang-cho");
        await WalkInAsync(officer, "Ama Thin", 2);

        await officer.Context.SetOfflineAsync(true);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Gọi người tiếp" }).ClickAsync();
        await Expect(officer.Locator("#called")).ToContainTextAsync("Siu Lan");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Xong: số 1" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Gọi người tiếp" }).ClickAsync();
        await Expect(officer.Locator("#called")).ToContainTextAsync("Ama Thin");
        await officer.GetByLabel("Tên gọi").FillAsync("Ami Hbia");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Cho số" }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Danh sách buổi này" }).ClickAsync();
        await Expect(officer.GetByText("trang khác chưa mở được")).ToBeVisibleAsync();
        await officer.Clock.FastForwardAsync("05:00");
        await Expect(officer.Locator("#unsent")).ToContainTextAsync("Chưa gửi 4 việc:");
        await officer.FitsAsync(Phone, "mat-mang");
        Assert.Equal(0, await service.InLedgerAsync(db => db.HallDeeds.CountAsync()));

        await officer.Context.SetOfflineAsync(false);
        await Expect(officer.Locator("#unsent")).ToBeHiddenAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi 4 việc:");
        await officer.FitsAsync(Phone, "co-mang-lai");
        var line = await service.InLedgerAsync(db => db.Arrivals.Where(a => a.SessionId == evening).OrderBy(a => a.Number)
            .Select(a => new { a.Number, a.State, a.Name }).ToListAsync());
        Assert.Equal([ArrivalState.Done, ArrivalState.Called, ArrivalState.Waiting], line.ConvertAll(one => one.State));
        Assert.Equal("Ami Hbia", line[2].Name);
        Assert.Equal(1, await service.InLedgerAsync(db => db.HallDeeds.CountAsync()));
        Assert.Equal("[]", await officer.EvaluateAsync<string>("JSON.stringify(Object.keys(localStorage).filter(key => key.startsWith('hall')))"));
        await ArrivesAsync(roster, "Rmah Hoa", 4);
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_the_way_does_not_count_the_tap_twice_and_a_page_closed_meanwhile_sends_it_when_it_is_opened_again()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await Tonight.BeginAsync(service, morning);
        var officer = await chromium.EnterAsync(service, Phone);
        var line = $"/truc/buoi/{evening}/hang-cho";
        await officer.GotoAsync(line);
        await WalkInAsync(officer, "Ama Thin", 1);
        await WalkInAsync(officer, "Ami Hbia", 2);

        // The server does it, and the line drops before the officer's phone hears so.
        await officer.RouteAsync("**/hang-cho?handler=*", async tap =>
        {
            await tap.FetchAsync();
            await tap.AbortAsync();
        });
        await officer.GetByRole(AriaRole.Button, new() { Name = "Gọi người tiếp" }).ClickAsync();
        await Expect(officer.Locator("#unsent")).ToContainTextAsync("Mời số 1: Ama Thin.");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Chưa thấy, gọi lại sau: số 1" }).ClickAsync();
        await Expect(officer.Locator("#unsent")).ToContainTextAsync("Chưa gửi 2 việc:");
        await officer.GotoAsync("/truc/buoi");
        await officer.UnrouteAllAsync();
        await officer.GotoAsync(line);

        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi 2 việc:");
        await Expect(officer.GetByRole(AriaRole.Status)).Not.ToContainTextAsync("vừa ghi trước");
        var inHall = await service.InLedgerAsync(db => db.Arrivals.Where(a => a.SessionId == evening).OrderBy(a => a.Number).ToListAsync());
        Assert.Equal([ArrivalState.Waiting, ArrivalState.Waiting], inHall.ConvertAll(one => one.State));
        Assert.Equal([1, 0], inHall.ConvertAll(one => one.Passes));
    }

    [Fact]
    public async Task A_tap_sent_again_after_another_officer_went_on_changes_nothing()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var line = $"/truc/buoi/{await Tonight.BeginAsync(service, morning)}/hang-cho";
        using var officer = new Visitor(service.Address);
        using var door = await officer.LogsInAsync(service.ChiefCode!);
        await officer.OpensAsync(line);
        await TapAsync("LetIn", ("key", $"{Guid.NewGuid()}"), ("name", "Ama Thin"), ("service", "Card"));
        await TapAsync("Call", ("who", "1"), ("tap", $"{Guid.NewGuid()}"));
        var putBack = $"{Guid.NewGuid()}";
        await TapAsync("PutBack", ("who", "1"), ("once", putBack));
        await TapAsync("Call", ("who", "1"), ("tap", $"{Guid.NewGuid()}"));

        await TapAsync("PutBack", ("who", "1"), ("once", putBack));

        var one = await service.InLedgerAsync(db => db.Arrivals.SingleAsync());
        Assert.Equal((ArrivalState.Called, 1), (one.State, one.Passes));

        async Task TapAsync(string what, params (string Name, string Value)[] fields)
        {
            using var sent = await officer.FillsInAsync($"{line}?handler={what}", fields);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
    }

    private static async Task OpenSeriesAsync(IPage officer)
    {
        await officer.GotoAsync("/truc/mo-buoi");
        await officer.GetByLabel("Ở đâu").SelectOptionAsync("school");
        await officer.GetByLabel("Bắt đầu lúc").FillAsync("07:30");
        await officer.GetByLabel("Kết thúc lúc").FillAsync("11:00");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Mở các buổi này" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã mở 2 buổi.");
    }

    private static async Task ConfirmAsync(RunningService service, IPage officer, long evening)
    {
        await officer.GotoAsync("/truc/buoi");
        await officer.Locator(".card").Filter(new() { Has = officer.Locator($"a[href='/truc/buoi/{evening}']") })
            .GetByRole(AriaRole.Button, new() { Name = "Xác nhận buổi" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("10 người được báo ngay");
        Assert.Equal(SessionState.Confirmed, await service.InLedgerAsync(db => db.Sessions.Where(s => s.Id == evening).Select(s => s.State).SingleAsync()));
    }

    private static async Task ArrivesAsync(IPage officer, string name, int number)
    {
        await officer.Locator(".card").Filter(new() { HasText = name }).GetByRole(AriaRole.Button, new() { Name = "Đã đến" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync($"Số chờ: {number}.");
    }

    private static async Task WalkInAsync(IPage officer, string name, int number)
    {
        await officer.GetByLabel("Tên gọi").FillAsync(name);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Cho số" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{name} là số {number}.");
    }

    private static async Task CloseAsync(IPage officer, params string[] rows)
    {
        await officer.GetByRole(AriaRole.Link, new() { Name = "Danh sách buổi này" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Kết thúc buổi này" }).ClickAsync();
        await Expect(officer.GetByText("Đủ số: ai cũng có kết quả.")).ToBeVisibleAsync();
        foreach (var row in rows)
        {
            await Expect(officer.GetByRole(AriaRole.Row, new() { Name = row, Exact = true })).ToBeVisibleAsync();
        }
    }
}
