using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Storage;

/// <summary>The one pen of the ledger: pieces of writing queue here, and many are committed together.</summary>
/// <remarks>
/// SQLite has one writer, and its driver sleeps about 150 ms for each busy retry; a queue with group commit gave 3 to 13 times
/// the throughput at 16 to 64 writers. A piece that fails is undone alone (savepoint); its neighbours are committed.
/// </remarks>
public sealed partial class WriteGate(IServiceScopeFactory scopes, ILogger<WriteGate> log)
{
    /// <summary>More would keep the first of a batch waiting for the last; fewer would flush the disk too often.</summary>
    private const int MostTogether = 64;

    private readonly Channel<Piece> _waiting = Channel.CreateUnbounded<Piece>(new() { SingleReader = true });

    /// <summary>Runs the writing inside a transaction; the task ends when it is safely on disk.</summary>
    /// <remarks>The clerk, who does the writing, is made once for the writing connection and serves one piece at a time.</remarks>
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
        using var closing = stopping.Register(() => _waiting.Writer.TryComplete());
        var desk = scopes.CreateAsyncScope();
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
            {
                if (!await WriteTogetherAsync(desk.ServiceProvider))
                {
                    // After a failed commit nobody knows what the connection thinks: a new one starts clean.
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

    private async Task<bool> WriteTogetherAsync(IServiceProvider desk)
    {
        var written = new List<Piece>(MostTogether);
        try
        {
            var (db, sql) = (desk.GetRequiredService<CccdDb>(), desk.GetRequiredService<Statements>());
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            while (written.Count < MostTogether && _waiting.Reader.TryRead(out var piece))
            {
                written.Add(piece);
                await WriteOneAsync(piece, desk, db, sql);
            }

            await transaction.CommitAsync();
            written.ForEach(piece => piece.Keep());
            return true;
        }
#pragma warning disable CA1031 // the queue must go on; each caller is told
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogBatchLost(broken, written.Count);
            written.ForEach(piece => piece.Lose(broken));
            return await PausedAsync(written.Count == 0);
        }
    }

    private static async Task WriteOneAsync(Piece piece, IServiceProvider desk, CccdDb db, Statements sql)
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

        db.ChangeTracker.Clear();
    }

    /// <summary>A transaction that cannot even begin (disk gone, file locked) must not spin.</summary>
    private static async Task<bool> PausedAsync(bool couldNotBegin)
    {
        if (couldNotBegin)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Pieces} pieces of writing were not committed")]
    private partial void LogBatchLost(Exception broken, int pieces);

    private abstract class Piece
    {
        public abstract Task DoAsync(IServiceProvider desk);

        public abstract void Keep();

        public abstract void Fail(Exception failure);

        public abstract void Lose(Exception broken);
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

        public override void Lose(Exception broken) => _kept.TrySetException(broken);
    }
}
