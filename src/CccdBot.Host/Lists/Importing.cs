using System.Collections.Concurrent;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Lists;

/// <summary>Lists that are being taken over just now, and how far each is; whoever waits looks again.</summary>
internal sealed partial class Importing(WriteGate gate, TimeProvider clock, ILogger<Importing> log)
{
    private readonly ConcurrentDictionary<Guid, int> _done = new();

    /// <summary>How many lines are done; null when it is not being taken over here.</summary>
    public int? DoneOf(Guid id) => _done.TryGetValue(id, out var done) ? done : null;

    /// <summary>Begins, and does not wait for the end.</summary>
    public Task Begin(Guid id)
    {
        if (!_done.TryAdd(id, 0))
        {
            return Task.CompletedTask;
        }

        return Task.Run(() => TakeOverAsync(id));
    }

    private async Task TakeOverAsync(Guid id)
    {
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await gate.RunAsync<ImportDesk, ImportCount?>(desk => desk.TakeOver(id, now, done => _done[id] = done));
        }
#pragma warning disable CA1031 // nothing of it was kept: the page shows the file as not taken over
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogNotTakenOver(broken, id);
        }
        finally
        {
            _done.TryRemove(id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "List {Import} was not taken over; nothing of it was kept")]
    private partial void LogNotTakenOver(Exception broken, Guid import);
}
