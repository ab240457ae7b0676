using CccdBot.Core.Booking.Arrivals;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>The line in the hall in the hands of an officer with a phone, and what hangs on the wall and lies on the table.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class HallPagesTests(Chromium chromium)
{
    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_lets_people_in_calls_them_one_by_one_writes_down_what_was_done_and_closes(int width)
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await Tonight.BeginAsync(service, morning, "Siu Lan", "Rmah Hoa", "Ksor Y Blứt");
        var officer = await chromium.EnterAsync(service, width);

        await officer.GotoAsync($"/truc/buoi/{evening}?tim=blut");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Đã đến: " }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã ghi. Số chờ: 1.");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Đã đến: A1 Siu Lan" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã ghi. Số chờ: 2.");
        await officer.FitsAsync(width, "danh-sach-co-so");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Hàng chờ, gọi số" }).ClickAsync();
        await LetInAsync(officer, "Ama Thin", "Có: người già");
        await LetInAsync(officer, "Ami Hbia", "Không, chờ theo số");
        await officer.FitsAsync(width, "hang-cho");

        await NextAsync(officer, "Mời số 3: Ama Thin.");
        await Expect(officer.GetByRole(AriaRole.Checkbox, new() { Name = "Đã thu hồ sơ" })).ToBeCheckedAsync();
        await officer.GetByRole(AriaRole.Checkbox, new() { Name = "Kích hoạt VNeID" }).CheckAsync();
        await officer.FitsAsync(width, "dang-lam");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Xong: số 3" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã ghi: xong.");

        await NextAsync(officer, "Mời số 1: Ksor Y Blứt.");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Chưa thấy, gọi lại sau: số 1" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã xếp lại sau những người đang chờ.");
        await NextAsync(officer, "Mời số 2: Siu Lan.");
        await officer.GetByText("Thiếu giấy, hẹn lại").ClickAsync();
        await officer.GetByLabel("Giấy khai sinh").CheckAsync();
        await officer.FitsAsync(width, "hen-lai");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Hẹn " }).First.ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã ghi: hẹn lại.");
        await NextAsync(officer, "Mời số 4: Ami Hbia.");
        await NextAsync(officer, "Mời số 1: Ksor Y Blứt.");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Không có mặt: số 1" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Button, new() { Name = "Gọi người tiếp" })).ToBeDisabledAsync();
        await officer.FitsAsync(width, "da-ghi");

        await officer.GetByRole(AriaRole.Link, new() { Name = "Danh sách buổi này" }).ClickAsync();
        await Expect(officer.GetByText("Còn 1 người đang làm")).ToBeVisibleAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Hàng chờ, gọi số" }).ClickAsync();
        await LetInAsync(officer, "Ama Bia", "Không, chờ theo số");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Danh sách buổi này" }).ClickAsync();
        await officer.GetByRole(AriaRole.Group, new() { Name = "Hàng chờ còn 1 người chưa gọi" }).ScrollIntoViewIfNeededAsync();
        await officer.FitsAsync(width, "ket-thuc");
        await officer.GetByLabel("Chưa làm: báo bà con").CheckAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Kết thúc buổi này" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Row, new() { Name = "hẹn lại 1" })).ToHaveCountAsync(2);
        await Expect(officer.GetByText("Đủ số: ai cũng có kết quả.")).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Row, new() { Name = "chưa đến 2" })).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Row, new() { Name = "đã làm xong 2" })).ToBeVisibleAsync();
        await officer.FitsAsync(width, "ket-qua");
        var day = await service.InLedgerAsync(db => db.HallDeeds.Where(d => d.Kind == DeedKind.ComesAgain).Select(d => d.Day).SingleAsync());
        Assert.NotNull(day);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_screen_on_the_wall_shows_who_was_called_and_who_is_next_and_no_name(int width)
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await Tonight.BeginAsync(service, morning);
        var officer = await chromium.EnterAsync(service, width);
        await officer.GotoAsync($"/truc/buoi/{evening}/hang-cho");
        foreach (var name in new[] { "Ama Thin", "Ami Hbia", "Siu Lan", "Rmah Hoa", "Siu Mai", "Ksor Hoan", "Nay Phai" })
        {
            await LetInAsync(officer, name, "Không, chờ theo số");
        }

        var screen = await officer.Context.NewPageAsync();
        await screen.GotoAsync($"/truc/buoi/{evening}/man-hinh");
        await Expect(screen.GetByRole(AriaRole.Heading, new() { Name = "Bà con chờ gọi số" })).ToBeVisibleAsync();
        await NextAsync(officer, "Mời số 1: Ama Thin.");
        await NextAsync(officer, "Mời số 2: Ami Hbia.");

        // By itself: nobody touches what hangs on the wall.
        await Expect(screen.Locator(".now")).ToHaveTextAsync("2", new() { Timeout = 15_000 });
        await Expect(screen.Locator(".beside")).ToHaveTextAsync("Đang làm: 1");
        Assert.Equal(["3", "4", "5", "6", "7"], await screen.Locator(".screen li").AllTextContentsAsync());
        Assert.DoesNotMatch("Thin|Hbia|Siu|Rmah|Ksor|Nay", await screen.ContentAsync());
        Assert.True((await screen.Locator(".now").BoundingBoxAsync())!.Height >= (width < 600 ? 120 : 250));
        Assert.True(await screen.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"), "Nobody scrolls a wall.");
        await screen.FitsAsync(width, "man-hinh");
    }

    [Fact]
    public async Task The_list_to_be_signed_fits_an_a4_page_with_room_for_a_signature()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await Tonight.BeginAsync(service, morning, "Siu Lan", "Rmah Hoa");
        var officer = await chromium.EnterAsync(service, 360);
        await officer.GotoAsync($"/truc/buoi/{evening}/hang-cho");
        await LetInAsync(officer, "Ama Thin", "Không, chờ theo số");
        await officer.GotoAsync($"/truc/buoi/{evening}");
        await officer.GetByRole(AriaRole.Link, new() { Name = "In danh sách ký tên" }).ClickAsync();
        await officer.FitsAsync(360, "danh-sach");

        // A4 between its margins, at 96 points to the inch.
        await officer.SetViewportSizeAsync(703, 1000);
        await officer.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(officer.Locator(".desk-nav")).ToBeHiddenAsync();
        Assert.Equal(["A1", "A2", "số 1"], (await officer.Locator("tbody td:nth-child(3)").AllTextContentsAsync()).Where(code => code.Length > 0));
        Assert.True((await officer.Locator(".sign").First.BoundingBoxAsync())!.Width >= 140);
        await officer.FitsAsync(703, "danh-sach-in");
    }

    [Fact]
    public async Task The_officer_who_comes_second_reads_what_the_first_wrote_and_a_number_is_no_name()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var line = $"/truc/buoi/{await Tonight.BeginAsync(service, morning)}/hang-cho";
        using var officer = new Visitor(service.Address);
        using var door = await officer.LogsInAsync(service.ChiefCode!);
        await officer.OpensAsync(line);

        Assert.Contains("Chưa ghi được: cần tên", await TapAsync("LetIn", ("name", "0912345678"), ("service", "Card")), StringComparison.Ordinal);
        Assert.Contains("Ama Thin là số 1.", await TapAsync("LetIn", ("name", "Ama Thin"), ("service", "Card")), StringComparison.Ordinal);
        Assert.Contains("Đã ghi: không có mặt.", await TapAsync("NotThere", ("who", "1")), StringComparison.Ordinal);
        Assert.Contains("Cán bộ khác vừa ghi trước: số 1 không có mặt.", await TapAsync("Done", ("who", "1"), ("deeds", "DossierTaken")), StringComparison.Ordinal);
        Assert.Equal(0, await service.InLedgerAsync(db => db.HallDeeds.CountAsync()));

        async Task<string> TapAsync(string what, params (string Name, string Value)[] fields)
        {
            using var sent = await officer.FillsInAsync($"{line}?handler={what}", [.. fields, ("key", $"{Guid.NewGuid()}")]);
            using var shown = await officer.OpensAsync(line);
            return officer.Page;
        }
    }

    [Fact]
    public async Task While_someone_waits_an_evening_is_not_closed_before_an_officer_says_whether_they_were_served()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await Tonight.BeginAsync(service, morning);
        using var officer = new Visitor(service.Address);
        using var door = await officer.LogsInAsync(service.ChiefCode!);
        await officer.OpensAsync($"/truc/buoi/{evening}/hang-cho");
        using var letIn = await officer.FillsInAsync(
            $"/truc/buoi/{evening}/hang-cho?handler=LetIn", ("name", "Ama Thin"), ("service", "Card"), ("key", $"{Guid.NewGuid()}"));

        Assert.Contains("Chưa kết thúc: hàng chờ còn 1 người.", await CloseAsync(), StringComparison.Ordinal);
        Assert.Contains("Đã kết thúc buổi này.", await CloseAsync(("waiting", "again")), StringComparison.Ordinal);
        Assert.Equal([ArrivalState.ToComeBack], await service.InLedgerAsync(db => db.Arrivals.Select(a => a.State).ToListAsync()));

        async Task<string> CloseAsync(params (string Name, string Value)[] fields)
        {
            using var sent = await officer.FillsInAsync($"/truc/buoi/{evening}?handler=Close", fields);
            using var shown = await officer.OpensAsync($"/truc/buoi/{evening}");
            return officer.Page;
        }
    }

    private static async Task LetInAsync(IPage officer, string name, string first)
    {
        await officer.GetByLabel("Tên gọi").FillAsync(name);
        await officer.GetByLabel("Mời trước", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = first });
        await officer.GetByRole(AriaRole.Button, new() { Name = "Cho số" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync($"{name} là số ");
    }

    private static async Task NextAsync(IPage officer, string told)
    {
        await officer.GetByRole(AriaRole.Button, new() { Name = "Gọi người tiếp" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync(told);
    }
}
