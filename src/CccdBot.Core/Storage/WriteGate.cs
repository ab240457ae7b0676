using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Storage;

/// <summary>Where everything is written: pieces of writing queue here for a pen, and each is kept whole or not at all.</summary>
/// <remarks>
/// SQLite has one writer, and its driver sleeps about 150 ms for each busy retry; one pen that commits many pieces together gave
/// 3 to 13 times the throughput at 16 to 64 writers. There a piece that fails is undone alone (savepoint). PostgreSQL has many
/// writers; there each of several pens commits one piece at a time, as pieces held together would wait for each other in circles.
/// </remarks>
public sealed partial class WriteGate(IServiceScopeFactory scopes, LedgerEngine engine, ILogger<WriteGate> log)
{
    /// <summary>Nobody waits longer for a ledger that cannot be reached; who was not acknowledged comes again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A ledger that cannot be reached (disk gone, file locked, server down) must not be hammered.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>A deadlock's victim and a broken connection succeed the next time; with several broken ones in the pool, soon.</summary>
    private const int MostAttempts = 5;

    private readonly Channel<Piece> _waiting = Channel.CreateUnbounded<Piece>();

    private enum Step
    {
        Beginning,
        Writing,
        Committing,
    }

    /// <summary>Runs the writing inside a transaction; the task ends when it is safely on disk.</summary>
    /// <remarks>
    /// The clerk, who does the writing, is made once for the writing connection and serves one piece at a time. The work may run
    /// again when the connection broke before anything was kept: what it changes outside the ledger must bear that.
    /// </remarks>
    /// <exception cref="Exception">Whatever the work throws; then nothing of it is kept.</exception>
    /// <exception cref="ChannelClosedException">The service is stopping and takes no more work.</exception>
    public async Task<T> RunAsync<TClerk, T>(Func<TClerk, Task<T>> work) where TClerk : notnull
    {
        var piece = new Piece<TClerk, T>(work);
        await _waiting.Writer.WriteAsync(piece);
        return await piece.Result;
    }

    public Task RunAsync<TClerk>(Func<TClerk, Task> work) where TClerk : notnull =>
        RunAsync<TClerk, bool>(async clerk =>
        {
            await work(clerk);
            return true;
        });

    /// <inheritdoc cref="RunAsync{TClerk, T}(Func{TClerk, Task{T}})"/>
    public Task<T> RunAsync<TClerk, T>(Func<TClerk, T> work) where TClerk : notnull =>
        RunAsync<TClerk, T>(clerk => Task.FromResult(work(clerk)));

    /// <inheritdoc cref="RunAsync{TClerk, T}(Func{TClerk, Task{T}})"/>
    public Task RunAsync<TClerk>(Action<TClerk> work) where TClerk : notnull =>
        RunAsync<TClerk>(clerk =>
        {
            work(clerk);
            return Task.CompletedTask;
        });

    /// <summary>Serves the queue until it is stopped; what was accepted before is still written.</summary>
    public async Task ServeAsync(CancellationToken stopping)
    {
        await using var closing = stopping.Register(() => _waiting.Writer.TryComplete());
        await Task.WhenAll(Enumerable.Range(0, engine.Pens).Select(_ => Task.Run(WriteAllAsync, CancellationToken.None)));
    }

    private async Task WriteAllAsync()
    {
        var inHand = new List<Piece>(engine.PiecesTogether);
        var desk = scopes.CreateAsyncScope();
        try
        {
            while (inHand.Count > 0 || await WaitsForNextAsync(inHand))
            {
                if (!await WriteTogetherAsync(inHand, desk.ServiceProvider))
                {
                    // After a failure nobody knows what the connection thinks: a new one starts clean.
                    await desk.DisposeAsync();
                    desk = scopes.CreateAsyncScope();
                }
            }
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }

    /// <summary>Each piece wakes one pen; to wait without taking would wake all of them for every piece.</summary>
    private async Task<bool> WaitsForNextAsync(List<Piece> inHand)
    {
        try
        {
            inHand.Add(await _waiting.Reader.ReadAsync(CancellationToken.None));
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    private async Task<bool> WriteTogetherAsync(List<Piece> inHand, IServiceProvider desk)
    {
        var step = Step.Beginning;
        try
        {
            var (db, sql) = (desk.GetRequiredService<CccdDb>(), desk.GetRequiredService<Statements>());
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            step = Step.Writing;
            for (var i = 0; i < inHand.Count || TakesNext(inHand); i++)
            {
                await WriteOneAsync(inHand[i], desk, db, sql);
            }

            step = Step.Committing;
            await transaction.CommitAsync();
            inHand.ForEach(piece => piece.Keep());
            inHand.Clear();
            return true;
        }
#pragma warning disable CA1031 // the queue must go on; each caller is told
        catch (Exception broken)
#pragma warning restore CA1031
        {
            await LayDownAsync(inHand, step, broken);
            return false;
        }
    }

    private bool TakesNext(List<Piece> inHand)
    {
        if (inHand.Count == engine.PiecesTogether || !_waiting.Reader.TryRead(out var next))
        {
            return false;
        }

        inHand.Add(next);
        return true;
    }

    private async Task WriteOneAsync(Piece piece, IServiceProvider desk, CccdDb db, Statements sql)
    {
        if (engine.PiecesTogether == 1)
        {
            // It is the whole transaction: what it throws undoes it.
            await piece.DoAsync(desk);
        }
        else
        {
            await WriteAmongOthersAsync(piece, desk, sql);
        }

        db.ChangeTracker.Clear();
    }

    private static async Task WriteAmongOthersAsync(Piece piece, IServiceProvider desk, Statements sql)
    {
        sql.Execute("SAVEPOINT this_piece");
        try
        {
            await piece.DoAsync(desk);
            sql.Execute("RELEASE SAVEPOINT this_piece");
        }
#pragma warning disable CA1031 // handed to the one who asked
        catch (Exception failure)
#pragma warning restore CA1031
        {
            sql.Execute("ROLLBACK TO SAVEPOINT this_piece");
            piece.Fail(failure);
        }
    }

    /// <summary>Nothing was kept, or nobody knows. What surely was not kept and may succeed the next time stays in hand.</summary>
    private async Task LayDownAsync(List<Piece> inHand, Step step, Exception broken)
    {
        if (step != Step.Writing || engine.PiecesTogether > 1)
        {
            LogNotWritten(broken, inHand.Count, step);
        }

        inHand.RemoveAll(piece =>
        {
            var again = step switch
            {
                Step.Beginning => piece.Age < Patience,
                Step.Writing => IsPassing(broken) && ++piece.Attempts < MostAttempts,
                _ => false,
            };
            if (!again)
            {
                piece.Fail(broken);
            }

            return !again;
        });
        if (step == Step.Beginning)
        {
            await Task.Delay(Breath);
        }
    }

    private static bool IsPassing(Exception? failure) =>
        failure is not null && (failure is DbException { IsTransient: true } || IsPassing(failure.InnerException));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Pieces} pieces of writing were not kept: {Step}")]
    private partial void LogNotWritten(Exception broken, int pieces, Step step);

    private abstract class Piece
    {
        private readonly long _since = Stopwatch.GetTimestamp();

        public TimeSpan Age => Stopwatch.GetElapsedTime(_since);

        public int Attempts { get; set; }

        public abstract Task DoAsync(IServiceProvider desk);

        public abstract void Keep();

        public abstract void Fail(Exception failure);
    }

    private sealed class Piece<TClerk, T>(Func<TClerk, Task<T>> work) : Piece where TClerk : notnull
    {
        private readonly TaskCompletionSource<T> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Result => _kept.Task;

        public override async Task DoAsync(IServiceProvider desk) =>
            _result = await work(desk.GetRequiredService<TClerk>());

        public override void Keep() => _kept.TrySetResult(_result);

        public override void Fail(Exception failure) => _kept.TrySetException(failure);
    }
}
