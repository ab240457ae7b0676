using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Asks Telegram for updates, again and again; an update is confirmed only when it is on disk.</summary>
internal sealed partial class TelegramPoller(
    TelegramSettings settings,
    TelegramLine line,
    TelegramDoor door,
    TelegramSetup setup,
    TelegramPause pause,
    WriteGate gate,
    TimeProvider clock,
    ILogger<TelegramPoller> log)
    : BackgroundService
{
    /// <summary>The kinds we read; asked for by name, as leaving it out would keep whatever an earlier program asked for.</summary>
    public static readonly UpdateType[] Wanted =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private const int MostAtOnce = 100;

    /// <summary>409: another program polls with our token. A human must stop one of them; hammering would not.</summary>
    private static readonly TimeSpan WhenAnotherPolls = TimeSpan.FromSeconds(5);

    /// <summary>Not Telegram failed but our own ledger: soon after it is back, so are we.</summary>
    private static readonly TimeSpan WhenLedgerIsAway = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    /// <summary>While another node asks, ours looks so often whether that one has gone.</summary>
    private static readonly TimeSpan WhileAnotherNodeAsks = TimeSpan.FromSeconds(1);

    /// <summary>One lease a bot; the number before the colon is no secret.</summary>
    private readonly string _lease = $"telegram {settings.Token!.Split(':')[0]}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await setup.PrepareAsync(stoppingToken);
        var (offset, failures) = (0, 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await gate.RunAsync<Neighbours, bool>(neighbours => neighbours.Holds(_lease)))
                {
                    offset = await AskAsync(offset, stoppingToken);
                    failures = 0;
                }
                else
                {
                    await Task.Delay(WhileAnotherNodeAsks, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // the poller must never stop; it waits and asks again with the same offset
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogNoUpdates(failure.GetType().Name, (failure as ApiRequestException)?.ErrorCode ?? 0, ++failures);
                await RestAsync(failure, failures, stoppingToken);
            }
        }
    }

    private async Task<int> AskAsync(int offset, CancellationToken ct)
    {
        var updates = await line.Waiting.GetUpdates(offset, MostAtOnce, (int)TelegramLine.LongWait.TotalSeconds, Wanted, ct);
        if (updates.Length == 0)
        {
            return offset;
        }

        await door.ReceiveAsync(updates);
        return updates[^1].Id + 1;
    }

    private async Task RestAsync(Exception failure, int failures, CancellationToken ct)
    {
        var rest = failure switch
        {
            ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } asked } => TimeSpan.FromSeconds(asked),
            ApiRequestException { ErrorCode: 409 } => WhenAnotherPolls,
            not RequestException => WhenLedgerIsAway,
            _ => TimeSpan.FromSeconds(Math.Min(LongestRest.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10)))),
        };
        if (failure is ApiRequestException { ErrorCode: 429 })
        {
            pause.Keep(rest);
        }

        try
        {
            await Task.Delay(rest, clock, ct);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the loop sees it.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram gave no updates: {Problem} {Code} (try {Failures})")]
    private partial void LogNoUpdates(string problem, int code, int failures);
}
