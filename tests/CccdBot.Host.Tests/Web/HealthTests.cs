using System.Net;
using CccdBot.Core.Reminders;
using CccdBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CccdBot.Host.Tests.Web;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
    private RunningService _service = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _service = await RunningService.StartAsync(clock: _clock);
        _visitor = new Visitor(_service.Address);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_service_that_works_is_alive_and_ready()
    {
        await SilenceAsync();

        using var live = await _visitor.OpensAsync("/healthz/live");
        using var ready = await _visitor.OpensAsync("/healthz/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"status\":\"Healthy\"", _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_clock_is_told_after_a_minute_while_the_process_still_lives()
    {
        await SilenceAsync();

        _clock.Advance(TimeSpan.FromSeconds(61));
        using var ready = await _visitor.OpensAsync("/healthz/ready");
        var told = _visitor.Page;
        using var live = await _visitor.OpensAsync("/healthz/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"clock\":{\"status\":\"Unhealthy\"", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    /// <summary>Quartz stops ticking after its first look; the held clock makes no second one due.</summary>
    private async Task SilenceAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await _service.InLedgerAsync(db => db.ReminderLooks.AnyAsync(patience.Token)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }

        await (await _service.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Standby();
    }
}
