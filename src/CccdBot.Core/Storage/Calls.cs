using System.Threading.Channels;

namespace CccdBot.Core.Storage;

/// <summary>Short calls through the house and to the other nodes, such as "a new line in this chat".</summary>
/// <remarks>A lost call costs a moment and never a message: whoever listens also looks by himself now and then.</remarks>
public sealed class Calls(LedgerEngine engine)
{
    /// <summary>While the line to the others is down the oldest are dropped; when it is up again everyone looks by himself.</summary>
    private const int MostWaiting = 10_000;

    private readonly Channel<News> _outward = Channel.CreateBounded<News>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Raised for each call, of this node or another.</summary>
    public event Action<News>? Heard;

    /// <summary>Raised when calls of the others may have been missed.</summary>
    public event Action? Missed;

    /// <summary>What the others have yet to be told.</summary>
    public ChannelReader<News> Outward => _outward.Reader;

    /// <summary>Tells everyone, here at once.</summary>
    public void Tell(News news)
    {
        Heard?.Invoke(news);
        if (engine.IsShared)
        {
            _outward.Writer.TryWrite(news);
        }
    }

    /// <summary>Passes on what another node told.</summary>
    public void PassOn(News news) => Heard?.Invoke(news);

    public void TellMissed() => Missed?.Invoke();
}

/// <summary>One call: about what, and for whom.</summary>
public readonly record struct News(string About, string Whom);
