using CccdBot.Core.Conversation;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Where updates come in, by either way: stored first, then every tap is answered so that its button stops turning.</summary>
internal sealed partial class TelegramDoor(
    FrontDesk desk, TelegramLine line, TelegramPause pause, TimeProvider clock, ILogger<TelegramDoor> log)
{
    /// <summary>A tap's clock runs out after some 15 seconds; answering later only costs.</summary>
    private static readonly TimeSpan TapsLive = TimeSpan.FromSeconds(15);

    /// <summary>When the task ends, the updates are on disk and may be confirmed.</summary>
    public async Task ReceiveAsync(IReadOnlyList<Update> updates)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var messages = updates.Select(update => TelegramUpdates.Read(update, now)).OfType<IncomingMessage>().ToList();
        if (messages.Count > 0)
        {
            await desk.ReceiveAsync(messages);
        }

        foreach (var update in updates)
        {
            if (update.CallbackQuery is { } tap)
            {
                _ = AnswerTapAsync(tap.Id);
            }
        }
    }

    /// <summary>Best effort: the answer to the tap itself goes through the outbox.</summary>
    private async Task AnswerTapAsync(string tapId)
    {
        try
        {
            if (pause.Left < TapsLive)
            {
                await Task.Delay(pause.Left, clock);
                await line.Sending.AnswerCallbackQuery(tapId);
            }
        }
#pragma warning disable CA1031 // a button that turns a little longer harms nobody
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (TelegramRefusals.Understand(failure) is Core.Channels.SendResult.TryLater { After: { } asked })
            {
                pause.Keep(asked);
            }

            LogTapNotAnswered(failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A tap was not answered: {Problem}")]
    private partial void LogTapNotAnswered(string problem);
}
