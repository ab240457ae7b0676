using CccdBot.Host.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>A hand-over answered by an officer at the page, both in a real browser.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class HandOverPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_citizen_asks_for_a_person_and_an_officer_answers_and_ends_it(int width)
    {
        await using var service = await RunningService.StartAsync();
        var citizen = await chromium.OpenAsync(service.Address);
        await citizen.GotoAsync("/");
        await citizen.SayAsync("/gapnguoi");
        await Expect(citizen.LastSaid()).ToContainTextAsync("nhắn điều cần hỏi");
        await citizen.SayAsync("Mẹ cháu nằm một chỗ, làm thẻ ở đâu?");
        await Expect(citizen.LastSaid()).ToContainTextAsync("chuyển lời tới cán bộ");

        var officer = await chromium.EnterAsync(service, width);
        await Expect(officer.Locator(".card").First).ToContainTextAsync("Mẹ cháu nằm một chỗ");
        await officer.FitsAsync(width, "cho");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Mở cuộc này" }).ClickAsync();
        await Expect(officer.Locator(".talk .say").Filter(new() { HasText = "Mẹ cháu nằm một chỗ" })).ToHaveCountAsync(1);
        await officer.GetByLabel("Lời gửi bà con").FillAsync("Sáng mai cán bộ tới nhà làm thẻ cho bà.");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Gửi trả lời" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi tới bà con");
        await Expect(citizen.LastSaid()).ToContainTextAsync("Sáng mai cán bộ tới nhà");

        await citizen.SayAsync("Mấy giờ vậy ạ?");
        await Expect(officer.Locator(".talk .say").Filter(new() { HasText = "Mấy giờ vậy ạ?" })).ToHaveCountAsync(1, new() { Timeout = 10_000 });
        await Expect(citizen.LastSaid()).ToContainTextAsync("Cán bộ đang trả lời bà con");
        await officer.FitsAsync(width, "hoi-thoai");

        await officer.GetByRole(AriaRole.Button, new() { Name = "Xong" }).ClickAsync();
        await Expect(officer.GetByText("Không có ai đang chờ.")).ToBeVisibleAsync();
        await Expect(citizen.LastSaid()).ToContainTextAsync("Cán bộ đã trả lời xong");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_teaches_the_bot_and_the_citizen_is_answered(int width)
    {
        await using var service = await RunningService.StartAsync();
        var citizen = await chromium.OpenAsync(service.Address);
        await citizen.GotoAsync("/");
        await citizen.SayAsync("xyzzy plugh qwrt");
        await Expect(citizen.LastSaid()).ToContainTextAsync("chưa chắc");
        await citizen.SayAsync("/gapnguoi");
        await Expect(citizen.LastSaid()).ToContainTextAsync("nhắn điều cần hỏi");
        await citizen.SayAsync("Nhà xa quá, xe ôm tới hội trường hết bao nhiêu");
        await Expect(citizen.LastSaid()).ToContainTextAsync("chuyển lời");

        var officer = await chromium.EnterAsync(service, width);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Bot chưa biết" }).ClickAsync();
        await officer.FitsAsync(width, "chua-biet");
        var card = officer.Locator(".card").Filter(new() { HasText = "xyzzy" });
        await card.GetByLabel("Câu này hỏi về").SelectOptionAsync("card-fee");
        await card.GetByRole(AriaRole.Button, new() { Name = "Dạy bot" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Bot đã học");
        await citizen.SayAsync("XYZZY plugh qwrt?");

        await Expect(citizen.LastSaid()).ToContainTextAsync("35.000 đồng");
        await Expect(officer.Locator(".card.taught")).ToContainTextAsync("xyzzy plugh qwrt");
        await officer.FitsAsync(width, "da-day");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_gets_a_code_for_her_own_chat_and_gives_her_name(int width)
    {
        await using var service = await RunningService.StartAsync();
        var officer = await chromium.EnterAsync(service, width);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Điện thoại" }).ClickAsync();

        await officer.GetByLabel("Cán bộ khác thấy tên này").FillAsync("Chị Mai");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Ghi tên" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ghi tên");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Lấy mã" }).ClickAsync();

        await Expect(officer.Locator(".code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^/truc [A-Z]{8}$"));
        await Expect(officer.GetByLabel("Cán bộ khác thấy tên này")).ToHaveValueAsync("Chị Mai");
        await officer.FitsAsync(width, "dien-thoai");
    }
}
