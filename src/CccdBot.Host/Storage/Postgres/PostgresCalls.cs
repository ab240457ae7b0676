using CccdBot.Core.Storage;
using Npgsql;

namespace CccdBot.Host.Storage.Postgres;

/// <summary>Carries calls between the nodes by LISTEN and NOTIFY.</summary>
internal sealed partial class PostgresCalls(string connectionString, Calls calls, Node me, ILogger<PostgresCalls> log) : BackgroundService
{
    private const int MostTogether = 200;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    /// <summary>A listener hears nothing of a line that died silently; asking now and then shows it.</summary>
    private static readonly TimeSpan AsksAgainAfter = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        AgainAndAgainAsync(ListenAsync, stoppingToken), AgainAndAgainAsync(TellAsync, stoppingToken));

    private async Task AgainAndAgainAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var line = new NpgsqlConnection(connectionString);
                await line.OpenAsync(stopping);
                await work(line, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
#pragma warning disable CA1031 // the line to the server breaks with the server; it is laid anew
            catch (Exception broken)
#pragma warning restore CA1031
            {
                LogLineBroken(broken.GetType().Name);
                await Task.Delay(Breath, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection line, CancellationToken stopping)
    {
        line.Notification += (_, heard) => PassOn(heard.Payload);
        await using var listen = new NpgsqlCommand("LISTEN cccdbot", line);
        await listen.ExecuteNonQueryAsync(stopping);
        calls.TellMissed();
        while (true)
        {
            if (!await line.WaitAsync(AsksAgainAfter, stopping))
            {
                await listen.ExecuteNonQueryAsync(stopping);
            }
        }
    }

    private async Task TellAsync(NpgsqlConnection line, CancellationToken stopping)
    {
        await using var tell = new NpgsqlCommand("SELECT pg_notify('cccdbot', told) FROM unnest(@p0) told", line);
        var told = tell.Parameters.Add(new NpgsqlParameter<string[]>("p0", []));
        while (await calls.Outward.WaitToReadAsync(stopping))
        {
            var together = new HashSet<News>();
            while (together.Count < MostTogether && calls.Outward.TryRead(out var news))
            {
                together.Add(news);
            }

            told.Value = together.Select(Payload).ToArray();
            await tell.ExecuteNonQueryAsync(stopping);
        }
    }

    private string Payload(News news) => $"{me.Id:N}|{news.About}|{news.Whom}";

    private void PassOn(string payload)
    {
        if (payload.Split('|', 3) is [var node, var about, var whom] && node != me.Id.ToString("N"))
        {
            calls.PassOn(new News(about, whom));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The line to the other nodes broke: {Problem}")]
    private partial void LogLineBroken(string problem);
}
