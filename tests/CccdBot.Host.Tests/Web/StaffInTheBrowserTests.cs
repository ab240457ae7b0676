using CccdBot.Host.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>The chief invites a volunteer, who says her name in her chat, is confirmed, and opens the desk on a laptop by that chat.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class StaffInTheBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_volunteer_is_invited_confirmed_by_name_and_comes_in_by_her_chat(int width)
    {
        await using var service = await RunningService.StartAsync();
        var chief = await chromium.EnterAsync(service, width);
        await chief.GetByRole(AriaRole.Link, new() { Name = "Người làm việc" }).ClickAsync();
        await chief.GetByLabel("đoàn viên giúp bà con").CheckAsync();
        await chief.GetByLabel("Buôn Sui").CheckAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Tạo lời mời" }).ClickAsync();
        var invitation = await chief.Locator(".code").TextContentAsync();
        await chief.FitsAsync(width, "loi-moi");

        var mai = await chromium.OpenAsync(service.Address);
        await mai.GotoAsync("/");
        await mai.SayAsync(invitation!.Trim());
        await Expect(mai.LastSaid()).ToContainTextAsync("được mời làm đoàn viên");
        await mai.SayAsync("Ksor Mai");
        await Expect(mai.LastSaid()).ToContainTextAsync("nhắn trưởng công an xã");

        await chief.GotoAsync("/truc/nguoi");
        await Expect(chief.Locator(".card").First).ToContainTextAsync("Ksor Mai");
        await chief.FitsAsync(width, "nguoi-lam-viec");
        await chief.GetByRole(AriaRole.Button, new() { Name = "Đúng người này" }).ClickAsync();
        await Expect(mai.LastSaid()).ToContainTextAsync("đã xác nhận");

        var laptop = await chromium.OpenAsync(service.Address, width);
        await laptop.GotoAsync("/truc/vao");
        await laptop.FitsAsync(width, "vao");
        await laptop.GetByRole(AriaRole.Button, new() { Name = "Vào bằng điện thoại" }).ClickAsync();
        var number = await laptop.Locator(".door-number").TextContentAsync();
        await laptop.FitsAsync(width, "so-tren-man-hinh");
        await mai.SayAsync("/vao");
        await mai.ChooseAsync(number!);
        await laptop.GetByRole(AriaRole.Button, new() { Name = "Vào bàn trực" }).ClickAsync(new() { Timeout = 15_000 });

        await Expect(laptop.GetByRole(AriaRole.Heading, new() { Name = "Các buổi sắp tới" })).ToBeVisibleAsync();
        await Expect(laptop.GetByRole(AriaRole.Link, new() { Name = "Đang chờ" })).ToHaveCountAsync(0);
        await laptop.FitsAsync(width, "buoi-cua-doan-vien");
        await chief.GotoAsync("/truc/nhat-ky");
        await Expect(chief.Locator(".card").First).ToContainTextAsync("xem nhật ký");
        await chief.FitsAsync(width, "nhat-ky");
    }
}
