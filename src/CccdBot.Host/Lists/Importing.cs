using System.Collections.Concurrent;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Lists;

/// <summary>Lists that are being taken over just now, and how far each is; whoever waits looks again.</summary>
internal sealed partial class Importing(WriteGate gate, TimeProvider clock, ILogger<Importing> log)
{
    private readonly ConcurrentDictionary<Guid, HowFar> _under = new();

    /// <summary>How far it is; null when it is not being taken over here.</summary>
    public HowFar? Of(Guid id) => _under.GetValueOrDefault(id);

    /// <summary>Begins, and does not wait for the end.</summary>
    public Task Begin(Guid id, int lines)
    {
        if (!_under.TryAdd(id, new HowFar(0, lines)))
        {
            return Task.CompletedTask;
        }

        return Task.Run(() => TakeOverAsync(id, lines));
    }

    private async Task TakeOverAsync(Guid id, int lines)
    {
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await gate.RunAsync<ImportDesk, ImportCount?>(desk => desk.TakeOver(id, now, done => _under[id] = new HowFar(done, lines)));
        }
#pragma warning disable CA1031 // nothing of it was kept: the page shows the file as not taken over
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogNotTakenOver(broken, id);
        }
        finally
        {
            _under.TryRemove(id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "List {Import} was not taken over; nothing of it was kept")]
    private partial void LogNotTakenOver(Exception broken, Guid import);
}

/// <summary>How many lines of a list are done.</summary>
internal sealed record HowFar(int Done, int All);
