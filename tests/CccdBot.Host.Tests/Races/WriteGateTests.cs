using System.Threading.Channels;
using CccdBot.Core.Booking;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CccdBot.Host.Tests.Races;

public sealed class WriteGateTests
{
    [Fact]
    public async Task A_piece_that_fails_is_undone_alone_and_its_neighbours_are_kept()
    {
        await using var ledger = await Ledger.OpenAsync(penAtWork: false);
        var before = WriteAsync(ledger, "a");
        var failing = ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            await AddPlaceAsync(db, "b");
            throw new InvalidOperationException("the third piece stumbles");
        });
        var after = WriteAsync(ledger, "c");

        ledger.TakeUpPen();

        await before;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await after;
        Assert.Equal(["a", "c"], await PlacesAsync(ledger));
    }

    [Fact]
    public async Task What_a_failed_piece_left_half_done_does_not_slip_into_the_next_one()
    {
        await using var ledger = await Ledger.OpenAsync(penAtWork: false);
        var failing = ledger.Gate.RunAsync<CccdDb>(db =>
        {
            db.Add(PlaceOf("left-behind"));
            throw new InvalidOperationException("before saving");
        });
        var next = WriteAsync(ledger, "a");

        ledger.TakeUpPen();

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await next;
        Assert.Equal(["a"], await PlacesAsync(ledger));
    }

    [Fact]
    [Trait("Engine", "sqlite")]
    public async Task Pieces_are_written_one_at_a_time_and_in_the_order_they_came()
    {
        await using var ledger = await Ledger.OpenAsync();
        var (order, atOnce) = (new List<int>(), 0);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => ledger.Gate.RunAsync<CccdDb>(async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref atOnce));
            await Task.Yield();
            order.Add(number);
            Interlocked.Decrement(ref atOnce);
        })));

        Assert.Equal(Enumerable.Range(0, 500), order);
    }

    [Fact]
    [Trait("Engine", "sqlite")]
    public async Task When_the_commit_fails_every_caller_is_told_and_the_next_batch_is_written()
    {
        await using var ledger = await Ledger.OpenAsync(penAtWork: false);
        var innocent = WriteAsync(ledger, "a");
        var orphan = ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            // A broken reference that is only looked at when all is committed.
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON");
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO sessions (place_code, date, starts_at, ends_at) VALUES ('nowhere', '2026-11-25', '2026-11-25', '2026-11-25')");
        });

        ledger.TakeUpPen();

        await Assert.ThrowsAsync<SqliteException>(() => innocent);
        await Assert.ThrowsAsync<SqliteException>(() => orphan);
        await WriteAsync(ledger, "b");
        Assert.Equal(["b"], await PlacesAsync(ledger));
    }

    [Fact]
    public async Task What_was_accepted_before_the_stop_is_written_and_later_work_is_refused()
    {
        await using var ledger = await Ledger.OpenAsync(penAtWork: false);
        var accepted = Enumerable.Range(0, 200).Select(number => WriteAsync(ledger, $"{number:000}")).ToList();

        ledger.TakeUpPen();
        await ledger.PutDownPenAsync();

        await Task.WhenAll(accepted);
        Assert.Equal(200, (await PlacesAsync(ledger)).Count);
        await Assert.ThrowsAsync<ChannelClosedException>(() => WriteAsync(ledger, "late"));
    }

    [Fact]
    public async Task A_caller_is_answered_only_when_another_reader_of_the_file_can_see_it()
    {
        await using var ledger = await Ledger.OpenAsync();
        var seen = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            await WriteAsync(ledger, $"{number}");
            return (await PlacesAsync(ledger)).Contains($"{number}");
        }));

        Assert.All(seen, Assert.True);
    }

    [Fact]
    public async Task While_another_program_holds_the_ledger_the_pieces_wait_and_none_is_lost()
    {
        await using var ledger = await Ledger.OpenAsync();
        var other = await ledger.Ground.HoldAsync();

        var waiting = Enumerable.Range(0, 20).Select(number => WriteAsync(ledger, $"{number}")).ToList();
        await Task.Delay(300);
        var earlyBirds = waiting.Count(piece => piece.IsCompleted);
        await other.DisposeAsync();

        await Task.WhenAll(waiting);
        Assert.Equal(0, earlyBirds);
        Assert.Equal(20, (await PlacesAsync(ledger)).Count);
    }

    [Fact]
    public async Task Plain_statements_stay_inside_the_transaction_when_others_use_the_file_in_between()
    {
        await using var ledger = await Ledger.OpenAsync();
        await WriteBySqlAsync(ledger, "a");
        await WriteBySqlAsync(ledger, "b");

        // A visitor's page borrows a connection, maybe the very one the pen has just laid down.
        await using var visitor = ledger.House.CreateAsyncScope();
        await visitor.ServiceProvider.GetRequiredService<CccdDb>().Database.OpenConnectionAsync();
        var failing = ledger.Gate.RunAsync<Statements>(sql =>
        {
            Insert(sql, "c");
            throw new InvalidOperationException("after writing");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await WriteBySqlAsync(ledger, "d");
        Assert.Equal(["a", "b", "d"], await PlacesAsync(ledger));
    }

    [Fact]
    public async Task Plain_statements_still_work_after_idle_connections_were_cleared_away()
    {
        await using var ledger = await Ledger.OpenAsync();
        await WriteBySqlAsync(ledger, "a");
        await WriteBySqlAsync(ledger, "b");

        // The drivers do this by themselves with connections that lay idle for some minutes.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();

        await WriteBySqlAsync(ledger, "c");
        Assert.Equal(["a", "b", "c"], await PlacesAsync(ledger));
    }

    [Fact]
    [Trait("Engine", "postgres")]
    public async Task When_its_commit_fails_a_piece_is_told_and_its_neighbours_are_kept()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SqlAsync("ALTER TABLE sessions ALTER CONSTRAINT \"FK_sessions_places_place_code\" DEFERRABLE INITIALLY DEFERRED");
        var innocent = WriteAsync(ledger, "a");
        var orphan = ledger.Gate.RunAsync<CccdDb>(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO sessions (place_code, date, starts_at, ends_at) VALUES ('nowhere', '2026-11-25', '2026-11-25', '2026-11-25')"));

        await innocent;
        await Assert.ThrowsAsync<PostgresException>(() => orphan);
        Assert.Equal(["a"], await PlacesAsync(ledger));
    }

    [Fact]
    [Trait("Engine", "postgres")]
    public async Task Pieces_that_wait_for_each_other_in_a_circle_are_all_written()
    {
        await using var ledger = await Ledger.OpenAsync();
        await WriteBySqlAsync(ledger, "a");
        await WriteBySqlAsync(ledger, "b");
        using var bothBegan = new Barrier(2);

        await Task.WhenAll(CrossAsync("a", "b"), CrossAsync("b", "a"));

        Assert.Equal(4, await ledger.CountAsync("SELECT SUM(position) FROM places"));

        async Task CrossAsync(string first, string second)
        {
            var isFirstTry = true;
            await ledger.Gate.RunAsync<Statements>(sql =>
            {
                Raise(sql, first);
                if (isFirstTry)
                {
                    isFirstTry = false;
                    bothBegan.SignalAndWait(TimeSpan.FromSeconds(5));
                }

                Raise(sql, second);
            });
        }

        static void Raise(Statements sql, string code) => sql.Execute("UPDATE places SET position = position + 1 WHERE code = @p0", code);
    }

    [Fact]
    [Trait("Engine", "postgres")]
    public async Task When_the_server_drops_every_connection_no_piece_is_lost_or_written_twice()
    {
        await using var ledger = await Ledger.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => WriteBySqlAsync(ledger, $"before-{number}")));

        // Until they are gone: on a busy machine a connection may be told to go and live on for a while.
        await ledger.SqlAsync("SELECT pg_terminate_backend(pid, 20000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => WriteBySqlAsync(ledger, $"after-{number}")));

        Assert.Equal(40, (await PlacesAsync(ledger)).Count);
    }

    private static Task WriteBySqlAsync(Ledger ledger, string code) => ledger.Gate.RunAsync<Statements>(sql => Insert(sql, code));

    private static void Insert(Statements sql, string code) =>
        sql.Execute("INSERT INTO places (code, name, short_name, position) VALUES (@p0, @p0, @p0, 0)", code);

    private static Task WriteAsync(Ledger ledger, string code) => ledger.Gate.RunAsync<CccdDb>(db => AddPlaceAsync(db, code));

    private static async Task AddPlaceAsync(CccdDb db, string code)
    {
        db.Add(PlaceOf(code));
        await db.SaveChangesAsync();
    }

    private static Place PlaceOf(string code) => new() { Code = code, Name = code, ShortName = code, Position = 0 };

    private static Task<List<string>> PlacesAsync(Ledger ledger) =>
        ledger.ReadAsync(db => db.Places.OrderBy(place => place.Code).Select(place => place.Code).ToListAsync());
}
