using System.Text.Json.Nodes;

namespace CccdBot.Host.Tests.Telegram;

public sealed partial class FakeTelegram
{
    /// <summary>The same updates unsent, for a webhook.</summary>
    public Updates Updates { get; }

    public int PendingUpdates => _queue.Count;

    public long Text(long chatId, string text, string firstName = "Lan") => Raw(Updates.Text(chatId, text, firstName));

    public long GroupText(long groupId, long userId, string text) => Raw(Updates.GroupText(groupId, userId, text));

    public long Tap(long chatId, long messageId, string callbackData) => Raw(Updates.Tap(chatId, messageId, callbackData));

    public long Sticker(long chatId) => Raw(Updates.Sticker(chatId));

    public long Photo(long chatId, string? caption = null) => Raw(Updates.Photo(chatId, caption));

    /// <summary>Someone speaks into the chat.</summary>
    public long Voice(long chatId, byte[] content, int seconds) => Raw(Updates.Voice(chatId, _files.Add(content), seconds, content.Length));

    /// <summary>What the bot sent there, byte for byte.</summary>
    public byte[]? Content(FakeMessage message) => message.Enclosed is var (_, file) ? _files.Find(file) : null;

    /// <summary>As if the bot had got another token.</summary>
    public void ForgetFiles() => _files.Clear();

    public void TakesNoVoices(long chatId) => _chats.RefuseVoices(chatId);

    public long OwnContact(long chatId, string phoneNumber) => Raw(Updates.OwnContact(chatId, phoneNumber));

    public long ForeignContact(long chatId, string phoneNumber) => Raw(Updates.ForeignContact(chatId, phoneNumber));

    public long EditedText(long chatId, long messageId, string text) => Raw(Updates.EditedText(chatId, messageId, text));

    public long UnknownKind() => Raw(Updates.UnknownKind());

    /// <summary>From now on every call to this chat is answered 403.</summary>
    public long Blocked(long chatId)
    {
        _chats.Block(chatId);
        return Raw(Updates.Blocked(chatId));
    }

    public long Unblocked(long chatId)
    {
        _chats.Unblock(chatId);
        return Raw(Updates.Unblocked(chatId));
    }

    /// <summary>Queues an update that has no number yet; any thread may.</summary>
    public long Raw(JsonObject updateWithoutId) => _queue.Add(updateWithoutId);

    /// <summary>Delivers an update once more although it was confirmed.</summary>
    public void Redeliver(long updateId) => _queue.AddAgain(updateId);
}
