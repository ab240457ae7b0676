using System.Threading.Channels;

namespace CccdBot.Core.Storage;

/// <summary>Wakes whoever works through a queue of ours: many rings before he looks up count as one.</summary>
public sealed class Bell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public async Task WaitAsync(CancellationToken ct) => await _rung.Reader.ReadAsync(ct);
}
