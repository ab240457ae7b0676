namespace CccdBot.Host.Tests.Telegram;

public sealed partial class FakeTelegram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>All calls but the polls, in the order they were answered.</summary>
    public IReadOnlyList<ApiCall> Calls => _log.Snapshot();

    public IReadOnlyList<ApiCall> CallsTo(long chatId) => [.. Calls.Where(call => call.ChatId == chatId)];

    /// <summary>The first call that fits and has a higher number than <paramref name="after"/>; it may have come already.</summary>
    public Task<ApiCall> WaitForAsync(Func<ApiCall, bool> predicate, TimeSpan? timeout = null, int after = 0) =>
        _log.WaitForAsync(predicate, timeout ?? Patience, after);

    /// <summary>The last message of the bot in the chat as it looks now.</summary>
    public FakeMessage Screen(long chatId) =>
        _chats.LastIn(chatId) ?? throw new InvalidOperationException($"The bot has no message in chat {chatId}.");

    public FakeMessage? Message(long chatId, long messageId) => _chats.Find(chatId, messageId);

    private void Note(ApiCall call)
    {
        if (call.Method == PollMethod)
        {
            LastPoll = call;
        }
        else
        {
            _log.Add(call);
        }

        OnCall?.Invoke(call);
    }
}
