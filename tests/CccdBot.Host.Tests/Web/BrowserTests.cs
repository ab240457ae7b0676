using CccdBot.Host.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class BrowserTests(Chromium chromium)
{
    /// <summary>Wednesday 25/11/2026, ten in the morning in the village.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan UntilTheReminder = TimeSpan.FromHours(6.5);

    [Fact]
    public async Task A_mother_asks_books_tonight_and_is_reminded_two_hours_before_in_the_open_page()
    {
        var clock = new FakeTimeProvider(Morning);
        await using var service = await RunningService.StartAsync(clock: clock);
        var page = await chromium.OpenAsync(service.Address);
        await page.GotoAsync("/");

        await page.SayAsync("Làm thẻ căn cước hết bao nhiêu tiền");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("Theo Thông tư");
        await page.SayAsync("/datlich");
        await page.ChooseAsync("Buôn Sui");
        await page.ChooseAsync("25/11");
        await page.ChooseAsync("18h30");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("nhắn tên gọi");
        await page.SayAsync("Siu H'Bia");
        await page.ChooseAsync("Đồng ý, giữ chỗ");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("Mã lịch: A1\n18h30, thứ Tư, 25/11/2026\nNhà sinh hoạt cộng đồng buôn Sui");
        var reminder = page.Locator(".bot .say", new() { HasText = "Em nhắc bà con lịch hẹn hôm nay" });
        await Expect(reminder).ToHaveCountAsync(0);

        clock.Advance(UntilTheReminder);
        await clock.TickUntilAsync(reminder);

        await Expect(reminder).ToContainTextAsync("mã A1");
        await page.ChooseAsync("Tôi sẽ đến");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("em ghi bà con sẽ đến");
    }

    [Fact]
    public async Task The_page_answers_with_the_law_asks_back_sends_elsewhere_and_warns_of_a_swindle()
    {
        await using var service = await RunningService.StartAsync();
        var page = await chromium.OpenAsync(service.Address, width: 360);
        await page.GotoAsync("/");

        await page.SayAsync("căn cước");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("chưa chắc");
        await page.ChooseAsync("1");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("áp dụng từ");
        await page.SayAsync("hoi 2023 lam lai can cuoc bi mat het bao nhieu tien");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("Theo Thông tư 59/2019/TT-BTC · áp dụng từ 16/10/2019 đến 30/06/2024");
        await page.SayAsync("mat ho chieu lam lai o dau");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("ngoài phần em biết");
        await page.SayAsync("hôm qua có người xưng công an gọi bảo bấm link, tôi lỡ đọc mã OTP rồi");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("coi chừng lừa đảo");
    }

    [Fact]
    public async Task One_sentence_in_the_page_is_shown_back_in_full_and_booked_with_one_tap()
    {
        var clock = new FakeTimeProvider(Morning);
        await using var service = await RunningService.StartAsync(clock: clock);
        var page = await chromium.OpenAsync(service.Address, width: 360);
        await page.GotoAsync("/");

        await page.SayAsync("mai 7h toi nha rong sui 2 nguoi");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("em xin nói rõ");
        await page.ChooseAsync("1");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("2 người");
        await page.SayAsync("H'Bia, Y Thuk");
        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("H'Bia: 19h00\nY Thuk: 19h00\nThứ Năm, 26/11/2026\nNhà sinh hoạt cộng đồng buôn Sui");
        await page.ChooseAsync("Giữ chỗ");

        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("Đã giữ 2 chỗ.");
    }

    [Fact]
    public async Task On_a_phone_of_320_points_without_javascript_a_place_can_be_booked_to_the_end()
    {
        await using var service = await RunningService.StartAsync();
        var page = await chromium.OpenAsync(service.Address, width: 320, height: 560, script: false);
        await page.GotoAsync("/");

        await PressAsync(page, "Đặt lịch tối", "Bà con muốn làm ở đâu");
        await PressAsync(page, "Buôn Blăk", "còn chỗ các tối này");
        await PressAsync(page, "Ngày sau nữa", "còn chỗ các tối này");
        await PressAsync(page, "2 ", "Bà con tới lúc mấy giờ");
        await PressAsync(page, "19h00", "nhắn tên gọi");
        await page.GetByLabel("Bà con nhắn ở đây").FillAsync("Rơ Châm Pyah");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await WaitForAnswerAsync(page, "Bà con xem đúng chưa");
        await PressAsync(page, "Đồng ý, giữ chỗ", "Mã lịch: B1");

        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync("Nhà sinh hoạt cộng đồng buôn Blăk");
        foreach (var shown in await page.Locator(".line, .say-form, header, .choices button").AllAsync())
        {
            var box = (await shown.BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= 320, $"{box.X} to {box.X + box.Width}: {await shown.TextContentAsync()}");
        }
    }

    [Fact]
    public async Task What_looks_like_html_is_shown_as_it_was_typed()
    {
        await using var service = await RunningService.StartAsync();
        var page = await chromium.OpenAsync(service.Address);
        await page.GotoAsync("/");

        await page.SayAsync("<img src=x onerror=alert(1)><b>đậm</b>");
        await Expect(page.Locator(".bot")).ToHaveCountAsync(2);
        await Expect(page.Locator(".mine .say")).ToHaveTextAsync("<img src=x onerror=alert(1)><b>đậm</b>");
        await page.ReloadAsync();

        await Expect(page.Locator(".mine .say")).ToHaveTextAsync("<img src=x onerror=alert(1)><b>đậm</b>");
        await Expect(page.Locator("#log img, #log b")).ToHaveCountAsync(0);
    }

    /// <summary>Presses a button and waits for the answer; the page is only as new as its last loading.</summary>
    private static async Task PressAsync(IPage page, string label, string answer)
    {
        await page.Locator(".line").Last.GetByRole(AriaRole.Button, new() { Name = label }).First.ClickAsync();
        await WaitForAnswerAsync(page, answer);
    }

    private static async Task WaitForAnswerAsync(IPage page, string answer)
    {
        for (var look = 0; look < 10 && !await page.Locator(".bot .say").Last.Filter(new() { HasText = answer }).IsVisibleAsync(); look++)
        {
            await page.ReloadAsync();
        }

        await Expect(page.Locator(".bot .say").Last).ToContainTextAsync(answer);
    }
}
