using Microsoft.Playwright;

namespace CccdBot.Host.Tests.Web;

/// <summary>An installed browser, opened once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Name = "an installed browser";

    /// <summary>Best without the windows: the whole browser keeps starting the pages of its own frame, which takes a core from the other tests.</summary>
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>It must not speak with anyone but us.</summary>
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run", "--disable-quic",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var program = Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium on this machine. Install it with: apt-get install -y chromium-headless-shell");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>A phone of 360 points, or whatever is asked for.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 360, int height = 740, bool script = true)
    {
        var visit = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "vi-VN",
        });
        return await visit.NewPageAsync();
    }
}

[CollectionDefinition(Chromium.Name)]
public sealed class WithChromium : ICollectionFixture<Chromium>;
