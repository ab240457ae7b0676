using System.Text;
using System.Text.RegularExpressions;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>The words for the loudspeaker and the poster for the wall, on the screen and on a sheet of A4.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed partial class LoudspeakerPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_opens_the_words_from_the_evening_prints_them_and_notes_that_they_were_read(int width)
    {
        var morning = new ShiftedClock(ShiftedClock.UntilMorning);
        await using var service = await RunningService.StartAsync(clock: morning);
        var evening = await ConfirmAsync(service, morning);
        var officer = await chromium.EnterAsync(service, width);
        await officer.GotoAsync($"/truc/buoi/{evening}");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Lời phát loa" }).ClickAsync();
        await officer.GetByLabel("Phát ở buôn").SelectOptionAsync("blak");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Xem lời cho buôn này" }).ClickAsync();
        await Expect(officer.GetByText("Kính mời bà con buôn Blăk đi làm thẻ căn cước.")).ToBeVisibleAsync();
        await Expect(officer.GetByText("Nơi làm: Nhà sinh hoạt cộng đồng buôn Sui.")).ToBeVisibleAsync();

        await officer.GetByRole(AriaRole.Button, new() { Name = "Đã phát ở Buôn Blăk" }).ClickAsync();

        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ghi: vừa phát ở Buôn Blăk");
        await Expect(officer.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Buôn Blăk" })).ToHaveCountAsync(1);
        await officer.FitsAsync(width, "loi-phat-loa");
        await officer.GotoAsync($"/truc/buoi/{evening}/danh-sach");
        await officer.FitsAsync(width, "danh-sach-da-phat");
        await officer.GotoAsync($"/truc/buoi/{evening}/loa");
        await PrintsOnOneSheetAsync(officer, "loi-phat-loa-in");
    }

    [Theory]
    [InlineData(360, "Buôn Blăk")]
    [InlineData(1280, "Buôn Krông Blăk Rmok Sui")]
    public async Task The_poster_fits_one_sheet_with_a_code_as_wide_as_a_hand_and_the_number_to_call(int width, string village)
    {
        using var place = new Workplace();
        var commune = place.Write("xa.json", (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Communes", "ia-rmok.json")))
            .Replace("\"hotline\": null", "\"hotline\": \"02693 123 456\"", StringComparison.Ordinal).Replace("\"Buôn Blăk\"", $"\"{village}\"", StringComparison.Ordinal));
        await using var telegram = await FakeTelegram.StartAsync();
        await using var service = await RunningService.StartAsync(telegram, settings: $"--Commune:File={commune}");
        await telegram.WaitForAsync(call => call.Method == "deleteWebhook");
        var officer = await chromium.EnterAsync(service, width);
        await OpenPosterAsync(officer);
        await Expect(officer.Locator(".poster .village")).ToHaveTextAsync(village);
        await Expect(officer.Locator(".poster .hotline")).ToHaveTextAsync("Gọi 02693 123 456");
        await Expect(officer.Locator(".poster .typed")).ToHaveTextAsync("t.me/CccdTestBot");
        await Expect(officer.Locator(".warn")).ToHaveCountAsync(0);
        await officer.FitsAsync(width, "ap-phich");

        await PrintsOnOneSheetAsync(officer, $"ap-phich-in-{width}");

        Assert.True((await officer.Locator(".poster .qr").BoundingBoxAsync())!.Width >= 340);
    }

    [Fact]
    public async Task A_poster_that_no_telephone_could_open_says_so_before_it_is_printed()
    {
        await using var service = await RunningService.StartAsync();
        var officer = await chromium.EnterAsync(service, 360);
        await OpenPosterAsync(officer);

        await Expect(officer.GetByText("Mã này chỉ mở được trên máy đang chạy dịch vụ")).ToBeVisibleAsync();
        await Expect(officer.GetByText("Chưa có số điện thoại của xã")).ToBeVisibleAsync();
    }

    private static async Task OpenPosterAsync(IPage officer)
    {
        await officer.GetByRole(AriaRole.Link, new() { Name = "Các buổi" }).First.ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Áp phích dán ở buôn" }).ClickAsync();
        await officer.GetByLabel("Áp phích của buôn").SelectOptionAsync("blak");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Xem áp phích buôn này" }).ClickAsync();
    }

    /// <summary>A4 between its margins, at 96 points to the inch.</summary>
    private static async Task PrintsOnOneSheetAsync(IPage page, string name)
    {
        var sheet = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Sheets().Matches(sheet));
        await page.SetViewportSizeAsync(703, 1032);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".desk-nav")).ToBeHiddenAsync();
        await page.FitsAsync(703, name);
    }

    private static async Task<long> ConfirmAsync(RunningService service, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var evening = await service.InLedgerAsync(db => db.Sessions.Where(s => s.PlaceCode == "sui" && s.StartsAt > now).OrderBy(s => s.StartsAt).Select(s => s.Id).FirstAsync());
        await service.Services.GetRequiredService<WriteGate>().RunAsync<EveningDesk, int?>(desk => desk.Confirm(evening, Guid.NewGuid(), now));
        return evening;
    }

    [GeneratedRegex("/Type\\s*/Page\\b(?!s)")]
    private static partial Regex Sheets();
}
