using System.Collections.Concurrent;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>What stands in every chat. Message numbers are unique over the whole server.</summary>
internal sealed class Chats
{
    private readonly ConcurrentDictionary<(long Chat, long Message), FakeMessage> _messages = new();
    private readonly ConcurrentDictionary<long, long> _lastOf = new();
    private readonly ConcurrentDictionary<long, byte> _blocked = new();
    private readonly ConcurrentDictionary<long, byte> _silent = new();
    private long _lastMessageId;

    public long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    public bool HasIssued(long messageId) => messageId > 0 && messageId <= Interlocked.Read(ref _lastMessageId);

    public bool HasBlocked(long chatId) => _blocked.ContainsKey(chatId);

    public void Block(long chatId) => _blocked[chatId] = 0;

    public void Unblock(long chatId) => _blocked.TryRemove(chatId, out _);

    public void RefuseVoices(long chatId) => _silent[chatId] = 0;

    public bool TakesNoVoices(long chatId) => _silent.ContainsKey(chatId);

    public FakeMessage? Find(long chatId, long messageId) =>
        _messages.TryGetValue((chatId, messageId), out var message) && !message.IsDeleted ? message : null;

    public bool WasDeleted(long chatId, long messageId) => _messages.TryGetValue((chatId, messageId), out var message) && message.IsDeleted;

    public void Add(FakeMessage message)
    {
        _messages[(message.ChatId, message.MessageId)] = message;
        _lastOf.AddOrUpdate(message.ChatId, message.MessageId, (_, last) => Math.Max(last, message.MessageId));
    }

    public bool Replace(FakeMessage old, FakeMessage changed) => _messages.TryUpdate((old.ChatId, old.MessageId), changed, old);

    public FakeMessage? LastIn(long chatId)
    {
        if (!_lastOf.TryGetValue(chatId, out var lastId))
        {
            return null;
        }

        return Find(chatId, lastId) ?? _messages.Values
            .Where(message => message.ChatId == chatId && !message.IsDeleted)
            .MaxBy(message => message.MessageId);
    }
}
