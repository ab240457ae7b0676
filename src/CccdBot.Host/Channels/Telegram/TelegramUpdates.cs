using System.Globalization;
using CccdBot.Core.Conversation;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Telegram's updates in the words of the front desk.</summary>
internal static class TelegramUpdates
{
    /// <summary>Null for what concerns nobody: group chatter, kinds of update we never asked for.</summary>
    public static IncomingMessage? Read(Update update, DateTime now) => update switch
    {
        { CallbackQuery: { } tap } => Of(update, now, tap.Message?.Chat.Id ?? tap.From.Id, IncomingKind.Choice, tap.Data ?? "", tap.Message?.Id),
        { Message: { } message } => ReadMessage(update, message, now),
        { EditedMessage.Chat: { Type: ChatType.Private } chat } => Of(update, now, chat.Id, IncomingKind.Edited),
        { MyChatMember: { Chat.Type: ChatType.Private } change } => Of(update, now, change.Chat.Id, KindOf(change)),
        _ => null,
    };

    private static IncomingMessage? ReadMessage(Update update, Message message, DateTime now) => message.Chat.Type switch
    {
        ChatType.Private => Of(update, now, message.Chat.Id, KindOf(message), message.Text ?? "", recording: RecordingIn(message)),
        ChatType.Group or ChatType.Supergroup when message.Text?.StartsWith('/') == true =>
            Of(update, now, message.Chat.Id, IncomingKind.InGroup),
        _ => null,
    };

    private static IncomingKind KindOf(Message message) => message switch
    {
        { Text: not null } => IncomingKind.Text,
        { Photo: not null } or { Document.MimeType: "image/jpeg" or "image/png" or "image/heic" or "application/pdf" } => IncomingKind.Photo,
        { Voice: not null } => IncomingKind.Voice,
        { Contact: { } card } => card.UserId == message.From?.Id ? IncomingKind.OwnContact : IncomingKind.OtherContact,
        _ => IncomingKind.NotText,
    };

    private static Recording? RecordingIn(Message message) => message.Voice is { } voice ? new Recording(voice.Duration, voice.FileId) : null;

    private static IncomingKind KindOf(ChatMemberUpdated change) =>
        change.NewChatMember.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left ? IncomingKind.Blocked : IncomingKind.Unblocked;

    private static IncomingMessage Of(Update update, DateTime now, long chat, IncomingKind kind, string text = "", int? tapped = null, Recording? recording = null) => new()
    {
        Channel = TelegramChannel.ChannelName,
        Address = chat.ToString(CultureInfo.InvariantCulture),
        DeliveryId = update.Id.ToString(CultureInfo.InvariantCulture),
        Kind = kind,
        Text = text,
        TappedMessage = tapped?.ToString(CultureInfo.InvariantCulture),
        Recording = recording,
        ReceivedAt = now,
    };
}
