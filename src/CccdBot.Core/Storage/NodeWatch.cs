using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Storage;

/// <summary>Beats once a second that this node lives, and buries those that have stopped, so that their work is taken up.</summary>
/// <remarks>
/// Clocks of several machines differ, so no node compares another's with its own: it watches whether the beat still rises.
/// A connection of its own and a thread of its own keep a busy node from being taken for a dead one.
/// </remarks>
public sealed partial class NodeWatch(
    Node me, WriteGate gate, LedgerEngine engine, IServiceScopeFactory scopes, ILogger<NodeWatch> log)
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);

    /// <summary>With the look that finds it and the work taken up, a dead node is replaced within ten seconds.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(6);

    private readonly Dictionary<Guid, (long Beats, long Since)> _seen = [];

    /// <summary>Lists this node; before that it may take no work in hand.</summary>
    public async Task OpenAsync()
    {
        await gate.RunAsync<Neighbours>(neighbours =>
        {
            neighbours.Beat();
            if (!engine.IsShared)
            {
                neighbours.BuryAllOthers();
            }
        });
        LogOpened(me.Id);
    }

    /// <summary>Watches until it is stopped.</summary>
    public Task RunAsync(CancellationToken stopping) => engine.IsShared
        ? Task.Factory.StartNew(() => Watch(stopping), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        : Task.CompletedTask;

    /// <summary>Says goodbye, so that the others need not wait for it.</summary>
    public Task CloseAsync() => gate.RunAsync<Neighbours>(neighbours => neighbours.Leave());

    private void Watch(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                WatchWhileItGoesWell(stopping);
            }
#pragma warning disable CA1031 // the ledger is out of reach for a while: nobody is judged by what could not be seen
            catch (Exception away)
#pragma warning restore CA1031
            {
                LogCannotSee(away.GetType().Name);
                _seen.Clear();
                stopping.WaitHandle.WaitOne(BeatEvery);
            }
        }
    }

    private void WatchWhileItGoesWell(CancellationToken stopping)
    {
        using var desk = scopes.CreateScope();
        var (db, neighbours) = (desk.ServiceProvider.GetRequiredService<CccdDb>(), desk.ServiceProvider.GetRequiredService<Neighbours>());
        do
        {
            neighbours.Beat();
            foreach (var (id, beats) in neighbours.Listed())
            {
                if (id != me.Id && IsStill(id, beats))
                {
                    Bury(db, neighbours, id, beats);
                }
            }
        }
        while (!stopping.WaitHandle.WaitOne(BeatEvery));
    }

    private bool IsStill(Guid id, long beats)
    {
        if (!_seen.TryGetValue(id, out var last) || last.Beats != beats)
        {
            _seen[id] = (beats, Stopwatch.GetTimestamp());
            return false;
        }

        return Stopwatch.GetElapsedTime(last.Since) > DeadAfter;
    }

    private void Bury(CccdDb db, Neighbours neighbours, Guid id, long beats)
    {
        using var transaction = db.Database.BeginTransaction();
        var isDead = neighbours.Bury(id, beats);
        transaction.Commit();
        _seen.Remove(id);
        if (isDead)
        {
            LogBuried(id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {NodeId} is at work")]
    private partial void LogOpened(Guid nodeId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {NodeId} has stopped; its work is taken up")]
    private partial void LogBuried(Guid nodeId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes cannot be seen: {Problem}")]
    private partial void LogCannotSee(string problem);
}
