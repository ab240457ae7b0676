using CccdBot.Core.Channels;
using CccdBot.Host.Settings;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Telegram as a channel: plain text and one button a row; a tap's answer is written over the tapped message.</summary>
internal sealed class TelegramChannel(TelegramSettings settings, TelegramLine line, TelegramPause pause, TelegramEnclosures enclosures) : IChannel
{
    public const string ChannelName = "telegram";

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    public string Name => ChannelName;

    /// <summary>Telegram's FAQ: about 30 a second in all, 1 a second in one chat with short bursts, 20 a minute in a group.</summary>
    public SendBudget Budget { get; } = settings.MessagesPerSecond > 0
        ? new(settings.MessagesPerSecond, BurstPerChat: 5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3))
        : SendBudget.Unlimited;

    public string? PrivateTalk { get; set; }

    public bool IsGroup(string address) => address.StartsWith('-');

    public Task<byte[]?> FetchAsync(string file, CancellationToken ct) => enclosures.FetchAsync(file, ct);

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (pause.Left is { } silence && silence > TimeSpan.Zero)
        {
            return new SendResult.TryLater("429 pause", silence);
        }

        try
        {
            return new SendResult.Sent(await HandOverAsync(message, ct));
        }
#pragma warning disable CA1031 // every failure is turned into one of the three classes
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var result = TelegramRefusals.Understand(failure);
            if (result is SendResult.TryLater { After: { } asked })
            {
                pause.Keep(asked);
            }

            return result;
        }
    }

    private async Task<string> HandOverAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.Replaces is { } tapped)
        {
            try
            {
                await line.Sending.EditMessageText(
                    message.Address, Number(tapped), message.Text, replyMarkup: Buttons(message), linkPreviewOptions: NoPreview, cancellationToken: ct);
                return tapped;
            }
            catch (ApiRequestException refused) when (TelegramRefusals.IsStaleMessage(refused))
            {
                // Deleted or too old to be changed: the answer is said below instead.
            }
        }

        var sent = message.Encloses is { } enclosed && await enclosures.SendAsync(message, enclosed, Buttons(message), ct) is { } withIt
            ? withIt
            : await line.Sending.SendMessage(message.Address, message.Text, replyMarkup: Buttons(message), linkPreviewOptions: NoPreview, cancellationToken: ct);
        return sent.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static InlineKeyboardMarkup? Buttons(OutgoingMessage message) => message.Choices.Count == 0
        ? null
        : new InlineKeyboardMarkup(message.Choices.Select((choice, i) =>
            new[] { Button($"{i + 1}. {choice.Label}", choice.Link, message.KeyOf(i)) }));

    private static InlineKeyboardButton Button(string label, string? link, string key) => link is null
        ? InlineKeyboardButton.WithCallbackData(label, key)
        : InlineKeyboardButton.WithUrl(label, link);

    private static int Number(string id) => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
}
