using System.Collections.Concurrent;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>Wakes the open pages of a chat when it has a new line, whichever node wrote it.</summary>
internal sealed class ChatBells
{
    private const string NewLine = "chat-line";

    private readonly Calls _calls;
    private readonly ConcurrentDictionary<Bell, string> _open = new();

    public ChatBells(Calls calls)
    {
        _calls = calls;
        calls.Heard += news => RingHere(bell => news.About == NewLine && news.Whom == bell);
        calls.Missed += () => RingHere(_ => true);
    }

    public Bell Hang(string address)
    {
        var bell = new Bell();
        _open[bell] = address;
        return bell;
    }

    public void TakeDown(Bell bell) => _open.TryRemove(bell, out _);

    public void Ring(string address) => _calls.Tell(new News(NewLine, address));

    private void RingHere(Func<string, bool> isMeant)
    {
        foreach (var (bell, hangsAt) in _open)
        {
            if (isMeant(hangsAt))
            {
                bell.Ring();
            }
        }
    }
}
