using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>An evening in the hands of an officer, and what the citizen's own screen shows of it, both in a real browser.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class EveningsPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_confirms_an_evening_then_calls_it_off_and_the_citizen_takes_the_seat_that_was_kept(int width)
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = VietnamTime.MomentText(VietnamTime.ToUtc(VietnamTime.DateOf(morning.GetUtcNow().UtcDateTime).AddDays(1), new TimeOnly(18, 30)));
        var citizen = await chromium.OpenAsync(service.Address);
        await citizen.GotoAsync("/");
        await BooksAsync(citizen);
        await Expect(citizen.LastSaid()).ToContainTextAsync("Công an xã xác nhận buổi này xong, em báo ngay");

        var officer = await chromium.EnterAsync(service, width);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Các buổi" }).First.ClickAsync();
        await officer.FitsAsync(width, "cac-buoi");
        await officer.GetByRole(AriaRole.Button, new() { Name = $"Xác nhận buổi {evening}, Nhà sinh hoạt cộng đồng buôn Sui" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("1 người được báo ngay");

        await officer.Locator(".card").Filter(new() { HasText = "1/" }).GetByRole(AriaRole.Link, new() { Name = "18h30 · " }).ClickAsync();
        await Expect(officer.Locator(".card")).ToContainTextAsync("Siu Lan");
        await Expect(officer.Locator(".card")).ToContainTextAsync("đã xác nhận");
        await officer.GetByText("Hoãn buổi này", new() { Exact = true }).ClickAsync();
        await officer.FitsAsync(width, "mot-buoi");
        await officer.GetByLabel("Lý do, bà con sẽ đọc").Last.FillAsync("mưa to, đường ngập");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Hoãn và báo mọi người" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã hoãn buổi này");
        await Expect(officer.GetByRole(AriaRole.Row, new() { Name = "đang chờ trả lời 1" })).ToBeVisibleAsync();

        await Expect(citizen.LastSaid()).ToContainTextAsync("phải hoãn vì mưa to, đường ngập");
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Nhận chỗ này" }).ClickAsync();
        await Expect(citizen.LastSaid()).ToContainTextAsync("Đã giữ chỗ");
        await officer.ReloadAsync();
        await Expect(officer.GetByRole(AriaRole.Row, new() { Name = "đã nhận chỗ khác 1" })).ToBeVisibleAsync();
        await officer.FitsAsync(width, "da-hoan");
    }

    [Fact]
    public async Task An_officer_opens_a_weeks_mornings_at_the_school_and_is_told_which_days_are_taken()
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var officer = await chromium.EnterAsync(service, 360);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Các buổi" }).First.ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Mở thêm buổi" }).ClickAsync();
        await officer.GetByLabel("Ở đâu").SelectOptionAsync("school");
        await officer.GetByLabel("Bắt đầu lúc").FillAsync("07:30");
        await officer.GetByLabel("Kết thúc lúc").FillAsync("11:00");
        await officer.GetByRole(AriaRole.Checkbox, new() { Name = "Sửa thông tin" }).UncheckAsync();
        await officer.FitsAsync(360, "mo-buoi");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Mở các buổi này" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã mở 2 buổi.");
        await OnlyThoseAsync(officer, "Căn cước, VNeID mức 2, Căn cước và VNeID");

        await officer.GotoAsync("/truc/mo-buoi");
        await officer.GetByLabel("Ở đâu").SelectOptionAsync("school");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Mở các buổi này" }).ClickAsync();

        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã mở 0 buổi. Không mở vì nơi ấy giờ ấy đã có buổi: ");
    }

    [Fact]
    public async Task What_is_recorded_wrongly_is_said_in_the_chat_and_answered_by_an_officer()
    {
        await using var service = await RunningService.StartAsync();
        var citizen = await chromium.OpenAsync(service.Address);
        await citizen.GotoAsync("/");
        await citizen.SayAsync("/saidulieu");
        await Expect(citizen.LastSaid()).ToContainTextAsync("Thông tin nào bị ghi sai");
        await citizen.SayAsync("sai tên đệm");
        await Expect(citizen.LastSaid()).ToContainTextAsync("Em ghi điều bà con nói");

        var officer = await chromium.EnterAsync(service, 360);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Thông tin sai", Exact = true }).ClickAsync();
        await Expect(officer.Locator(".card")).ToContainTextAsync("Bà con nói: “sai tên đệm”");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Nhận việc" }).ClickAsync();
        await officer.GetByLabel("Lời nhắn bà con").FillAsync("Đã sửa tên đệm, bà con đến làm thẻ được rồi.");
        await officer.FitsAsync(360, "sai-du-lieu");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Đã sửa" }).ClickAsync();

        await Expect(officer.GetByText("Không có việc nào đang chờ.")).ToBeVisibleAsync();
        await Expect(citizen.LastSaid()).ToContainTextAsync("Đã sửa tên đệm, bà con đến làm thẻ được rồi.");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Cần gọi" }).ClickAsync();
        await Expect(officer.GetByText("Không có ai.")).ToBeVisibleAsync();
        await officer.FitsAsync(360, "can-goi");
    }

    [Fact]
    public async Task An_evening_for_nothing_is_not_opened()
    {
        await using var service = await RunningService.StartAsync(clock: new ShiftedClock(ShiftedClock.UntilMorning));
        var officer = await chromium.EnterAsync(service, 360);
        await officer.GotoAsync("/truc/mo-buoi");
        foreach (var work in new[] { "Căn cước", "VNeID mức 2", "Căn cước và VNeID", "Sửa thông tin" })
        {
            await officer.GetByRole(AriaRole.Checkbox, new() { Name = work, Exact = true }).UncheckAsync();
        }

        await officer.GetByRole(AriaRole.Button, new() { Name = "Mở các buổi này" }).ClickAsync();

        await Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("có việc được chọn");
    }

    /// <summary>The card of the evening, and its page, say what is done there.</summary>
    private static async Task OnlyThoseAsync(IPage officer, string works)
    {
        foreach (var folded in await officer.Locator("details summary").AllAsync())
        {
            await folded.ClickAsync();
        }

        var card = officer.Locator(".card").Filter(new() { HasText = $"chỉ làm: {works}" }).First;
        await Expect(card).ToBeVisibleAsync();
        await officer.FitsAsync(360, "cac-buoi-chi-lam");
        await card.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(officer.GetByText($"Buổi này chỉ làm: {works}")).ToBeVisibleAsync();
        await officer.FitsAsync(360, "mot-buoi-chi-lam");
    }

    private static async Task BooksAsync(IPage page)
    {
        await page.SayAsync("tối mai 6 giờ rưỡi ở buôn Sui");
        await Expect(page.LastSaid()).ToContainTextAsync("nhắn tên gọi cho em");
        await page.SayAsync("Siu Lan");
        await Expect(page.LastSaid()).ToContainTextAsync("Em ghi như sau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đồng ý, giữ chỗ" }).ClickAsync();
        await Expect(page.LastSaid()).ToContainTextAsync("Đã giữ chỗ");
    }
}
