using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Support;

/// <summary>The real service on a real file and a real port; only Telegram and, where asked, the clock are ours.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly WebApplication _app;
    private readonly FakeTelegram? _telegram;

    private RunningService(string folder, bool ownsFolder, WebApplication app, FakeTelegram? telegram, string? chiefCode)
    {
        (_folder, _ownsFolder, _app, _telegram, ChiefCode) = (folder, ownsFolder, app, telegram, chiefCode);
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public string? ChiefCode { get; }

    public IServiceProvider Services => _app.Services;

    public FakeTelegram Telegram => _telegram ?? throw new InvalidOperationException("This service was started without Telegram.");

    /// <summary>Starts it on a new file, or on <paramref name="folder"/> where an earlier one left off.</summary>
    public static async Task<RunningService> StartAsync(
        FakeTelegram? telegram = null,
        TimeProvider? clock = null,
        string? folder = null,
        Action<IServiceCollection>? also = null,
        params string[] settings)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("cccdbot-").FullName;
        var args = new List<string>
        {
            "--Urls=http://127.0.0.1:0",
            $"--Database:ConnectionString={ConnectionTo(place)}",
        };
        if (telegram is not null)
        {
            args.AddRange([$"--Telegram:Token={telegram.Token}", $"--Telegram:BaseUrl={telegram.BaseUrl}"]);
        }

        var app = House.Build([.. args, .. settings], out var problems, clock, also)
            ?? throw new InvalidOperationException(string.Join('\n', problems));
        var code = await FirstStart.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new RunningService(place, folder is null, app, telegram, code);
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

        // Only the own pool: to clear all would close the connections of the tests beside this one.
        using (var own = new SqliteConnection(ConnectionTo(_folder)))
        {
            SqliteConnection.ClearPool(own);
        }

        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string ConnectionTo(string folder) => $"Data Source={folder}/cccdbot.db";
}
