using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Staff;

/// <summary>S10: what staff did is written down, and nobody can change it unseen.</summary>
public sealed class AuditTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 3, 0, 0, DateTimeKind.Utc);

    private static readonly int Tamperings = 1000;

    [Fact]
    public async Task What_is_done_and_who_looks_at_many_people_is_written_down_before_it_is_shown()
    {
        await using var service = await RunningService.StartAsync();
        using var chief = await service.ChiefAsync();
        await chief.OpensAsync("/truc/buoi");
        await chief.OpensAsync("/truc/buoi/1");
        using var acted = await chief.FillsInAsync("/truc/buoi?handler=Confirm", ("id", "1"), ("name", "Siu Lan"));

        var lines = await service.InLedgerAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync());

        Assert.Equal(
            [("vào bằng mã máy chủ", ""), ("GET /truc/buoi/{id}", "id=1"), ("POST /truc/buoi Confirm", "id=1")],
            lines.Select(line => (line.What, line.About)));
        Assert.Equal([1, 2, 3], lines.Select(line => line.Number));
        Assert.Single(lines.Select(line => line.StaffId).Distinct());
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_done()
    {
        await using var service = await RunningService.StartAsync();
        using var chief = await service.ChiefAsync();
        await chief.OpensAsync("/truc/buoi");
        await service.Ground.BreakAsync("INSERT ON audit_entries");

        using var refused = await chief.FillsInAsync("/truc/buoi?handler=Confirm", ("id", "1"));

        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.Equal(0, await service.Ground.NumberAsync("SELECT COUNT(*) FROM sessions WHERE state <> 'Proposed'"));
    }

    [Fact]
    public async Task The_ledger_itself_refuses_to_change_or_delete_a_line()
    {
        await using var ledger = await WrittenAsync(3);

        foreach (var tampering in new[]
        {
            "UPDATE audit_entries SET why = 'x' WHERE number = 2", "DELETE FROM audit_entries WHERE number = 3", "DELETE FROM audit_end",
            "UPDATE audit_end SET number = 2",
        })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ledger.SqlAsync(tampering));
        }

        Assert.Null((await VerifyAsync(ledger)).BrokenAt);
    }

    [Fact]
    public async Task A_thousand_changes_by_someone_who_can_write_anything_but_has_no_key_are_all_found()
    {
        const int Lines = 60;
        await using var ledger = await WrittenAsync(Lines);
        await UnlockAsync(ledger);
        Assert.Null((await VerifyAsync(ledger)).BrokenAt);
        var (chance, found) = (new Random(20261130), 0);

        for (var tampering = 0; tampering < Tamperings; tampering++)
        {
            var sql = Tampering(chance, Lines);
            var before = await ledger.Ground.RowsAsync(Everything, row => row.GetString(0));
            await ledger.SqlAsync("DROP TABLE IF EXISTS kept_entries");
            await ledger.SqlAsync("CREATE TABLE kept_entries AS SELECT * FROM audit_entries");
            await ledger.SqlAsync("DROP TABLE IF EXISTS kept_end");
            await ledger.SqlAsync("CREATE TABLE kept_end AS SELECT * FROM audit_end");
            await ledger.SqlAsync(sql);
            var isChanged = !before.SequenceEqual(await ledger.Ground.RowsAsync(Everything, row => row.GetString(0)));
            found += (await VerifyAsync(ledger)).BrokenAt is not null == isChanged ? 1 : 0;
            await ledger.SqlAsync("DELETE FROM audit_entries");
            await ledger.SqlAsync("INSERT INTO audit_entries SELECT * FROM kept_entries");
            await ledger.SqlAsync("DELETE FROM audit_end");
            await ledger.SqlAsync("INSERT INTO audit_end SELECT * FROM kept_end");
        }

        Assert.Equal(Tamperings, found);
        Assert.Null((await VerifyAsync(ledger)).BrokenAt);
    }

    [Fact]
    public async Task A_genuine_line_of_an_older_copy_put_in_the_place_of_another_is_found_by_the_line_after_it()
    {
        await using var ledger = await WrittenAsync(2);
        await UnlockAsync(ledger);
        await ledger.SqlAsync("CREATE TABLE kept_end AS SELECT * FROM audit_end");
        await WriteAsync(ledger, 3);
        await ledger.SqlAsync("CREATE TABLE kept_entry AS SELECT * FROM audit_entries WHERE number = 3");
        await ledger.SqlAsync("DELETE FROM audit_entries WHERE number = 3; DELETE FROM audit_end; INSERT INTO audit_end SELECT * FROM kept_end");
        await WriteAsync(ledger, 30);
        await WriteAsync(ledger, 31);
        Assert.Null((await VerifyAsync(ledger)).BrokenAt);

        await ledger.SqlAsync("DELETE FROM audit_entries WHERE number = 3; INSERT INTO audit_entries SELECT * FROM kept_entry");

        Assert.Equal(4, (await VerifyAsync(ledger)).BrokenAt);
    }

    [Fact]
    public async Task A_whole_other_book_is_known_by_a_seal_that_was_written_down()
    {
        await using var ledger = await WrittenAsync(5);
        await using var other = await WrittenAsync(5);
        var end = (await VerifyAsync(ledger)).End;
        await WriteAsync(ledger, 6);

        Assert.True((await VerifyAsync(ledger, end)).HasEnd);
        Assert.False((await VerifyAsync(other, end)).HasEnd);
    }

    [Fact]
    public async Task Many_who_write_at_once_make_one_book_without_a_gap()
    {
        await using var ledger = await Ledger.OpenAsync();

        await Task.WhenAll(Enumerable.Range(1, 100).Select(line => WriteAsync(ledger, line)));

        Assert.Equal((100, null), ((await VerifyAsync(ledger)) is var found ? (found.Lines, found.BrokenAt) : default));
    }

    private const string Everything =
        "SELECT number || ' ' || at || ' ' || COALESCE(CAST(staff_id AS text), '') || what || about || why || seal FROM audit_entries ORDER BY number";

    private static string Tampering(Random chance, int lines)
    {
        var (one, other) = (chance.Next(1, lines + 1), chance.Next(1, lines + 1));
        return chance.Next(8) switch
        {
            0 => $"UPDATE audit_entries SET why = why || 'x' WHERE number = {one}",
            1 => $"UPDATE audit_entries SET what = 'GET /truc' WHERE number = {one}",
            2 => $"UPDATE audit_entries SET staff_id = NULL WHERE number = {one}",
            3 => $"UPDATE audit_entries SET at = '2026-11-20 00:00:00' WHERE number = {one}",
            4 => $"DELETE FROM audit_entries WHERE number = {one}",
            5 => $"DELETE FROM audit_entries WHERE number >= {one}",
            6 => $"DELETE FROM audit_entries WHERE number >= {one}; UPDATE audit_end SET number = {one - 1}",
            _ => $"UPDATE audit_entries SET seal = (SELECT seal FROM audit_entries WHERE number = {other}) WHERE number = {one}",
        };
    }

    /// <summary>Whoever can write anything to the ledger can take its own guards away.</summary>
    private static Task UnlockAsync(Ledger ledger) => ledger.SqlAsync(Ground.IsPostgres
        ? "ALTER TABLE audit_entries DISABLE TRIGGER ALL; ALTER TABLE audit_end DISABLE TRIGGER ALL"
        : "DROP TRIGGER audit_entries_stay; DROP TRIGGER audit_entries_remain; DROP TRIGGER audit_end_goes_on; DROP TRIGGER audit_end_remains");

    private static async Task<Ledger> WrittenAsync(int lines)
    {
        var ledger = await Ledger.OpenAsync();
        for (var line = 1; line <= lines; line++)
        {
            await WriteAsync(ledger, line);
        }

        return ledger;
    }

    private static Task WriteAsync(Ledger ledger, int line) => ledger.Gate.RunAsync<AuditBook>(
        audit => audit.Note(Guid.CreateVersion7(), "POST /truc/buoi Confirm", $"id={line}", "", Now.AddSeconds(line)));

    private static Task<AuditFinding> VerifyAsync(Ledger ledger, string? seal = null) =>
        ledger.Gate.RunAsync<AuditBook, AuditFinding>(audit => audit.Verify(seal));
}
