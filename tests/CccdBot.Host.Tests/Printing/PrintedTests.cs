using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using CccdBot.Host.Tests.Web;

namespace CccdBot.Host.Tests.Printing;

/// <summary>A service whose pages can be opened from outside, on a Thursday morning by a clock the test holds.</summary>
public abstract class PrintedTests : IAsyncLifetime
{
    protected const string PublicUrl = "https://ia-rmok.example";

    internal HeldClock Clock { get; } = new(HeldClock.ThursdayMorning);

    internal FakeTelegram Telegram { get; private set; } = null!;

    internal RunningService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Telegram = await FakeTelegram.StartAsync(new() { Clock = Clock });
        Service = await RunningService.StartAsync(Telegram, Clock, settings: $"--PublicUrl={PublicUrl}");
        await Telegram.WaitForAsync(call => call.Method == "deleteWebhook");
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Telegram.DisposeAsync();
        Assert.Empty(Telegram.Violations);
    }

    internal Task<Visitor> VisitorAsync() => Visitor.AtHomeAsync(Service.Address);

    /// <summary>Where the button below one's own bookings leads.</summary>
    internal static async Task<string> LinkOfAsync(Visitor visitor) => (await visitor.SaysAsync("/lichcuatoi")).Button("Lịch in ra").Link!;
}
