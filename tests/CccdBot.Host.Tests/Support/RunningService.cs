using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Support;

/// <summary>The real service on a real file and a real port; only Telegram and, where asked, the clock are ours.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly Ground? _own;
    private readonly WebApplication _app;
    private readonly FakeTelegram? _telegram;

    private RunningService(Ground ground, Ground? own, WebApplication app, FakeTelegram? telegram, string? chiefCode)
    {
        (Ground, _own, _app, _telegram, ChiefCode) = (ground, own, app, telegram, chiefCode);
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public Ground Ground { get; }

    public string? ChiefCode { get; }

    public IServiceProvider Services => _app.Services;

    public FakeTelegram Telegram => _telegram ?? throw new InvalidOperationException("This service was started without Telegram.");

    /// <summary>Starts it on new ground, or on <paramref name="ground"/> where an earlier one left off or another works.</summary>
    public static async Task<RunningService> StartAsync(
        FakeTelegram? telegram = null,
        TimeProvider? clock = null,
        Ground? ground = null,
        Action<IServiceCollection>? also = null,
        params string[] settings)
    {
        var place = ground ?? await Ground.NewAsync();
        var args = new List<string> { "--Urls=http://127.0.0.1:0" };
        args.AddRange(place.Arguments);
        if (telegram is not null)
        {
            args.AddRange([$"--Telegram:Token={telegram.Token}", $"--Telegram:BaseUrl={telegram.BaseUrl}"]);
        }

        var app = House.Build([.. args, .. settings], out var problems, clock, also, sharesTicks: clock is not FakeTimeProvider)
            ?? throw new InvalidOperationException(string.Join('\n', problems));
        var code = await FirstStart.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new RunningService(place, ground is null ? place : null, app, telegram, code);
    }

    public async Task<T> InLedgerAsync<T>(Func<CccdDb, Task<T>> look)
    {
        await using var desk = _app.Services.CreateAsyncScope();
        return await look(desk.ServiceProvider.GetRequiredService<CccdDb>());
    }

    /// <summary>Stops in good order, as SIGTERM does, and leaves the file.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }
}
