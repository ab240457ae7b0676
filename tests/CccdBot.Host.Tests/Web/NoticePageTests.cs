using CccdBot.Core.People.Staff;
using CccdBot.Host.Tests.Staff;
using CccdBot.Host.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>A volunteer writes to the own village, the chief approves as the second person, watches it go and can stop it.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class NoticePageTests(Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_notice_is_written_by_one_approved_by_another_and_read_by_a_citizen(int width)
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var lan = await chromium.OpenAsync(service.Address);
        await lan.GotoAsync("/");
        await lan.SayAsync("tối mai 6 giờ rưỡi ở buôn Sui");
        await Expect(lan.LastSaid()).ToContainTextAsync("nhắn tên gọi cho em");
        await lan.SayAsync("Siu Lan");
        await Expect(lan.LastSaid()).ToContainTextAsync("Em ghi như sau");

        var author = await EnterAsOfficerAsync(service, morning, width);
        await author.GotoAsync("/truc/thong-bao");
        await author.FitsAsync(width, "thong-bao-trong");
        await author.GetByRole(AriaRole.Link, new() { Name = "Viết thông báo" }).ClickAsync();
        await author.GetByLabel("Lời thông báo").FillAsync("Kính mời bà con xem https://kiemtra-cccd.xyz nhé.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Ghi lại và xem trước" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Alert)).ToContainTextAsync("kiemtra-cccd.xyz không nằm trong danh sách được phép");
        await author.GetByLabel("Lời thông báo").FillAsync("Kính mời bà con đến nhà sinh hoạt cộng đồng buôn Sui lúc 18h30 thứ Bảy để làm căn cước.");
        await author.GetByLabel("Mọi người").CheckAsync();
        await author.GetByLabel("Thẻ căn cước và VNeID").SelectOptionAsync(new SelectOptionValue { Label = "chưa có thẻ căn cước" });
        await author.GetByLabel("Tuổi, theo năm sinh").SelectOptionAsync(new SelectOptionValue { Label = "từ 60 tuổi" });
        await author.GetByLabel("Thông báo nói về buổi nào").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await author.FitsAsync(width, "viet-thong-bao");
        await author.GetByRole(AriaRole.Button, new() { Name = "Ghi lại và xem trước" }).ClickAsync();
        await Expect(author.GetByText("0 người, trong đó 0 người nhắn tới được")).ToBeVisibleAsync();
        await Expect(author.GetByText("Chưa tính 1 người vì chưa ghi")).ToBeVisibleAsync();
        await author.FitsAsync(width, "xem-truoc-thong-bao-hep");
        await author.GetByRole(AriaRole.Link, new() { Name = "Sửa", Exact = true }).ClickAsync();
        await Expect(author.GetByLabel("Tuổi, theo năm sinh")).ToHaveValueAsync("From60");
        await author.GetByLabel("Thẻ căn cước và VNeID").SelectOptionAsync("Any");
        await author.GetByLabel("Tuổi, theo năm sinh").SelectOptionAsync("Any");
        await author.GetByRole(AriaRole.Button, new() { Name = "Ghi lại và xem trước" }).ClickAsync();
        await Expect(author.GetByText("1 người, trong đó 1 người nhắn tới được")).ToBeVisibleAsync();
        await author.FitsAsync(width, "xem-truoc-thong-bao");
        await author.GetByRole(AriaRole.Button, new() { Name = "Gửi duyệt" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi duyệt.");
        await Expect(author.GetByRole(AriaRole.Button, new() { Name = "Duyệt và gửi" })).ToHaveCountAsync(0);

        var chief = await chromium.EnterAsync(service, width);
        await chief.GetByRole(AriaRole.Link, new() { Name = "1 thông báo chờ duyệt" }).ClickAsync();
        await chief.GetByRole(AriaRole.Link, new() { Name = "TB-" }).ClickAsync();
        await chief.FitsAsync(width, "duyet-thong-bao");
        await chief.GetByRole(AriaRole.Button, new() { Name = "Duyệt và gửi" }).ClickAsync();
        await Expect(chief.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã duyệt.");

        await Expect(lan.LastSaid()).ToContainTextAsync("Kính mời bà con đến nhà sinh hoạt cộng đồng buôn Sui");
        await Expect(chief.GetByRole(AriaRole.Row, new() { Name = "đã gửi 1" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await chief.FitsAsync(width, "thong-bao-da-gui");
        await lan.ChooseAsync("Đặt lịch");
        await Expect(lan.LastSaid()).ToContainTextAsync("Bà con muốn làm ở đâu");
    }

    [Fact]
    public async Task A_volunteer_writes_to_the_own_village_alone_and_opens_no_other_villages_notice()
    {
        await using var service = await RunningService.StartAsync();
        var now = service.Services.GetService(typeof(TimeProvider)) is TimeProvider clock ? clock.GetUtcNow().UtcDateTime : throw new InvalidOperationException();
        using var mai = await service.AtTheDeskAsync(await service.StaffAsync(Role.Volunteer, now, "sui", "Ksor Mai"));
        using var officer = await service.AtTheDeskAsync(await service.StaffAsync(Role.Officer, now, name: "Rơ Châm Nam"));
        await officer.OpensAsync("/truc/thong-bao/moi");
        using var others = await officer.FillsInAsync("/truc/thong-bao/moi", ("text", "Kính mời bà con buôn Dan."), ("villages", "dan"), ("booked", "Everyone"));
        using var everyones = await officer.FillsInAsync("/truc/thong-bao/moi", ("text", "Kính mời bà con cả xã."), ("booked", "Everyone"));
        await mai.OpensAsync("/truc/thong-bao/moi");

        using var toAll = await mai.FillsInAsync("/truc/thong-bao/moi", ("text", "Kính mời bà con cả xã."), ("booked", "Everyone"));
        using var toOthers = await mai.FillsInAsync("/truc/thong-bao/moi", ("text", "Kính mời bà con buôn Dan."), ("villages", "dan"), ("booked", "Everyone"));
        using var toOwn = await mai.FillsInAsync("/truc/thong-bao/moi", ("text", "Kính mời bà con buôn Sui."), ("villages", "sui"), ("booked", "Everyone"));

        Assert.Equal([System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.Redirect], [toAll.StatusCode, toOthers.StatusCode, toOwn.StatusCode]);
        foreach (var notice in new[] { others, everyones })
        {
            var path = notice.Headers.Location!.OriginalString;
            using var opened = await mai.OpensAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, opened.StatusCode);
            foreach (var act in new[] { "Try", "Ask", "Stop" })
            {
                await mai.OpensAsync("/truc/thong-bao/moi");
                using var acted = await mai.FillsInAsync($"{path}?handler={act}", ("version", "1"));
                Assert.Equal(System.Net.HttpStatusCode.NotFound, acted.StatusCode);
            }

            using var names = await mai.OpensAsync($"{path}/can-bao");
            Assert.Equal(System.Net.HttpStatusCode.NotFound, names.StatusCode);
        }

        using var own = await mai.OpensAsync(toOwn.Headers.Location!.OriginalString);
        Assert.Equal(System.Net.HttpStatusCode.OK, own.StatusCode);
    }

    private async Task<IPage> EnterAsOfficerAsync(RunningService service, TimeProvider clock, int width)
    {
        var member = await service.StaffAsync(Role.Officer, clock.GetUtcNow().UtcDateTime, name: "Rơ Châm Nam");
        using var desk = await service.AtTheDeskAsync(member);
        var page = await chromium.OpenAsync(service.Address, width);
        await page.Context.AddCookiesAsync(desk.Cookies.GetCookies(service.Address).Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Url = service.Address.ToString(),
        }));
        return page;
    }
}
