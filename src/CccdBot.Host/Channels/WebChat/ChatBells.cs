using System.Collections.Concurrent;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>Wakes the open pages of a chat when it has a new line.</summary>
internal sealed class ChatBells
{
    private readonly ConcurrentDictionary<Bell, string> _open = new();

    public Bell Hang(string address)
    {
        var bell = new Bell();
        _open[bell] = address;
        return bell;
    }

    public void TakeDown(Bell bell) => _open.TryRemove(bell, out _);

    public void Ring(string address)
    {
        foreach (var (bell, hangsAt) in _open)
        {
            if (hangsAt == address)
            {
                bell.Ring();
            }
        }
    }
}
