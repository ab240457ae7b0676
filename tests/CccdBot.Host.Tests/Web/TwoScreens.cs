using CccdBot.Host.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace CccdBot.Host.Tests.Web;

/// <summary>A citizen's screen and an officer's, in a real browser.</summary>
internal static class TwoScreens
{
    /// <summary>Pictures are taken when a folder is named for them, to be looked at.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CCCDBOT_PICTURES");

    public static ILocator LastSaid(this IPage page) => page.Locator(".bot .say").Last;

    /// <summary>What was said to the citizen with these words in it.</summary>
    public static ILocator Said(this IPage page, string words) => page.Locator(".bot .say", new() { HasText = words });

    public static async Task SayAsync(this IPage page, string words)
    {
        await page.GetByLabel("Bà con nhắn ở đây").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Taps the newest button with these words.</summary>
    public static Task ChooseAsync(this IPage page, string label) => page.Locator(".choices button:enabled", new() { HasText = label }).Last.ClickAsync();

    /// <summary>The clock goes on, a Quartz tick at a time, until the page shows it.</summary>
    public static async Task TickUntilAsync(this FakeTimeProvider clock, ILocator shown)
    {
        for (var tick = 0; tick < 60 && await shown.CountAsync() == 0; tick++)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(shown.WaitForAsync(), Task.Delay(TimeSpan.FromMilliseconds(250)));
        }
    }

    /// <summary>The staff page, opened with the first chief's code.</summary>
    public static async Task<IPage> EnterAsync(this Chromium chromium, RunningService service, int width)
    {
        var page = await chromium.OpenAsync(service.Address, width, height: width < 600 ? 740 : 800);
        await page.GotoAsync("/truc/vao");
        await page.GetByLabel("Mã vào").FillAsync(service.ChiefCode!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bàn trực", Exact = true }).WaitForAsync();
        return page;
    }

    /// <summary>Nobody should have to push a page sideways.</summary>
    public static async Task FitsAsync(this IPage page, int width, string name)
    {
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than {width}");
        await page.KeepPictureAsync(name);
    }

    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
        }
    }
}
