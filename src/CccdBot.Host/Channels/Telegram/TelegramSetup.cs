using CccdBot.Core.Conversation;
using CccdBot.Host.Settings;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Tells Telegram who we are and what can be asked: the command menu, and which way updates come.</summary>
internal sealed partial class TelegramSetup(
    TelegramSettings settings,
    TelegramLine line,
    TelegramChannel channel,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<TelegramSetup> log)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Tries until it is done or the service stops; citizens on other channels do not wait for it.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        for (var rest = TimeSpan.FromSeconds(1); ; rest = rest * 2 < LongestRest ? rest * 2 : LongestRest)
        {
            try
            {
                await PrepareOnceAsync(ct);
                return;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever stands in the way, it may be gone in a while
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogNotReady(failure.GetType().Name, failure is global::Telegram.Bot.Exceptions.ApiRequestException api ? api.ErrorCode : 0);
            }

            await Task.Delay(rest, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PrepareOnceAsync(CancellationToken ct)
    {
        var me = await line.Sending.GetMe(ct);
        channel.PrivateTalk = $"https://t.me/{me.Username}";
        await line.Sending.SetMyCommands(Commands(), cancellationToken: ct);
        await line.Sending.SetMyCommands(Commands(), languageCode: "vi", cancellationToken: ct);
        if (settings.UsesWebhook)
        {
            await line.Sending.SetWebhook(
                settings.WebhookUrl!, allowedUpdates: TelegramPoller.Wanted, secretToken: settings.SecretToken, cancellationToken: ct);
        }
        else
        {
            await line.Sending.DeleteWebhook(cancellationToken: ct);
        }

        LogReady(settings.UsesWebhook ? "webhook" : "polling");
    }

    private List<BotCommand> Commands()
    {
        using var desk = scopes.CreateScope();
        return [.. desk.ServiceProvider.GetServices<ITopic>().Where(topic => topic.IsListed).Select(topic => new BotCommand(topic.Command[1..], topic.Title))];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram is ready by {Way}")]
    private partial void LogReady(string way);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram is not ready: {Problem} {Code}")]
    private partial void LogNotReady(string problem, int code);
}
