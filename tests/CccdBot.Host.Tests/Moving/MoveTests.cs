using System.Data.Common;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;

namespace CccdBot.Host.Tests.Moving;

/// <summary>From the file to the server: all of it or nothing, whatever happens on the way.</summary>
[Trait("Engine", "postgres")]
public sealed class MoveTests(OldLedger lived) : IClassFixture<OldLedger>, IAsyncLifetime
{
    private const string NothingKept = "không giữ lại gì ở đích";

    private const string HalfWay = """
        CREATE FUNCTION half_way() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END';
        CREATE TRIGGER half_way BEFORE INSERT ON reservations FOR EACH ROW EXECUTE FUNCTION half_way();
        """;

    private const string BadTongue = """
        CREATE FUNCTION bad_tongue() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name = upper(NEW.name); RETURN NEW; END';
        CREATE TRIGGER bad_tongue BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION bad_tongue();
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TwoLedgers _two = null!;

    public async Task InitializeAsync() => _two = await TwoLedgers.LikeAsync(lived.Ground);

    public async Task DisposeAsync() => await _two.DisposeAsync();

    [Fact]
    public async Task A_moved_ledger_is_equal_row_for_row()
    {
        await _two.New.SqlAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public");

        var (code, printed) = await _two.MoveAsync();
        var (old, moved) = (await TwoLedgers.WordsAsync(_two.Old), await TwoLedgers.WordsAsync(_two.New));

        Assert.True(code == 0, printed);
        Assert.Matches("reservations +1  khớp\n", printed);
        Assert.Contains($"Đã chuyển xong {old.Count:N0} dòng", printed.Replace('.', ','), StringComparison.Ordinal);
        Assert.Equal(old, moved);
    }

    [Fact]
    public async Task Keys_are_compared_in_one_order_whatever_language_the_server_sorts_by()
    {
        await _two.New.SqlAsync("ALTER TABLE closed_addresses ALTER COLUMN address TYPE varchar(64) COLLATE \"en-x-icu\"");

        var (code, printed) = await _two.MoveAsync();

        Assert.True(code == 0, printed);
    }

    [Fact]
    public async Task After_the_move_the_service_answers_and_new_rows_get_new_numbers()
    {
        await _two.Old.SqlAsync("DELETE FROM chat_lines");
        var (code, _) = await _two.MoveAsync();
        var lastSaid = await _two.New.NumberAsync("SELECT MAX(id) FROM outgoing_messages");
        var lastLine = await _two.Old.NumberAsync("SELECT seq FROM sqlite_sequence WHERE name = 'chat_lines'");

        await using var service = await RunningService.StartAsync(lived.Telegram, lived.Clock, _two.New);
        var hers = await lived.Lan.SaysAsync("/lichcuatoi");
        var booked = await Citizen.New(lived.Telegram, lived.Clock).BooksAtSuiAsync("Rmah Hoa");
        using var visitor = await Visitor.AtHomeAsync(service.Address);
        await visitor.SaysAsync("/start");

        Assert.Equal(0, code);
        Assert.Contains("A1", hers.Text, StringComparison.Ordinal);
        Assert.Contains("Mã lịch: A2", booked.Text, StringComparison.Ordinal);
        Assert.True(await _two.New.NumberAsync($"SELECT COUNT(*) FROM outgoing_messages WHERE id > {lastSaid}") > 5);
        Assert.Equal(lastLine + 1, await _two.New.NumberAsync("SELECT MIN(id) FROM chat_lines"));
    }

    [Fact]
    public async Task A_move_killed_in_the_middle_is_finished_by_the_next_one()
    {
        await using (await BarrierAsync())
        {
            using var move = _two.StartMove();
            await WaitingAsync(1);
            await move.KillAsync();
        }

        var left = await _two.RowsOnServerAsync();
        await _two.New.SqlAsync("DROP FUNCTION half_way CASCADE");
        var (code, printed) = await _two.MoveAsync();

        Assert.Equal(0, left);
        Assert.True(code == 0, printed);
        Assert.Equal(await TwoLedgers.WordsAsync(_two.Old), await TwoLedgers.WordsAsync(_two.New));
    }

    [Fact]
    public async Task Of_two_moves_at_once_one_copies_and_the_other_finds_it_done()
    {
        // Of a copy: two of the same file are kept apart by the file's own lock.
        await using var copy = await Ground.NewFileAsync(_two.Old);
        var barrier = await BarrierAsync();
        using var first = _two.StartMove();
        await WaitingAsync(1);
        using var second = MoveProcess.Start(copy.ConnectionString, _two.New);
        await WaitingAsync(2);
        await barrier.DisposeAsync();

        var (_, copied) = await first.EndAsync();
        var (_, found) = await second.EndAsync();

        Assert.Contains("Đã chuyển xong", copied, StringComparison.Ordinal);
        Assert.Contains("Lần chuyển trước đã xong", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_was_done_is_found_done_when_it_is_asked_for_again()
    {
        await _two.MoveAsync();
        var before = await TwoLedgers.WordsAsync(_two.New);

        var (code, printed) = await _two.MoveAsync();

        Assert.True(code == 0, printed);
        Assert.Contains("Lần chuyển trước đã xong", printed, StringComparison.Ordinal);
        Assert.Equal(before, await TwoLedgers.WordsAsync(_two.New));
    }

    [Fact]
    public async Task A_target_with_data_is_refused_and_left_alone()
    {
        await _two.New.SqlAsync("INSERT INTO places (code, name, short_name, position) VALUES ('khac', 'Nhà văn hoá xã khác', 'Xã khác', 0)");

        var printed = await RefusedAsync();

        Assert.Contains("đã có dữ liệu khác với tệp này (bảng places); không chép gì cả", printed, StringComparison.Ordinal);
        Assert.Equal(1, await _two.RowsOnServerAsync());
    }

    [Fact]
    public async Task A_running_service_is_told_to_be_stopped_first()
    {
        using var service = await ServiceProcess.OpenAsync(
            _two.Old.Folder,
            ("Urls", ServiceProcess.FreeAddress().ToString()),
            ("Database__Provider", "sqlite"),
            ("Database__ConnectionString", _two.Old.ConnectionString));

        var printed = await RefusedAsync();
        await service.StopAsync();
        var (code, _) = await _two.MoveAsync();

        Assert.Contains("Tắt dịch vụ đó trước", printed, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task What_arrives_otherwise_than_it_was_sent_is_not_kept()
    {
        await _two.New.SqlAsync(BadTongue);

        var printed = await RefusedAsync();

        Assert.Contains($"bảng people tới nơi không giống lúc đi; {NothingKept}", printed, StringComparison.Ordinal);
        Assert.Equal(0, await _two.RowsOnServerAsync());
    }

    [Theory]
    [InlineData("UPDATE people SET name = 'Tên dài hơn bốn mươi chữ thì máy chủ không nhận'", "22001")]
    [InlineData("UPDATE people SET created_at = 'hôm qua'", "FormatException")]
    public async Task A_row_the_server_cannot_take_is_told_and_nothing_is_kept(string badRow, string code)
    {
        await _two.Old.SqlAsync(badRow);

        var printed = await RefusedAsync();

        Assert.Contains($"bảng people mà đích không nhận được (mã {code}); {NothingKept}", printed, StringComparison.Ordinal);
        Assert.Equal(0, await _two.RowsOnServerAsync());
    }

    [Fact]
    public async Task A_zero_character_is_left_out_and_the_rest_of_the_words_is_kept()
    {
        await _two.Old.SqlAsync("UPDATE help_requests SET text = 'trước' || char(0) || 'sau'");

        var (code, printed) = await _two.MoveAsync();

        Assert.True(code == 0, printed);
        Assert.Equal(["trướcsau", "trướcsau"], await _two.New.RowsAsync("SELECT text FROM help_requests", row => row.GetString(0)));
    }

    [Fact]
    public async Task What_a_killed_service_had_in_hand_is_free_after_the_move()
    {
        const string Dead = "019ABCDE-0000-7000-8000-000000000001";
        await _two.Old.SqlAsync($"INSERT INTO nodes (id, beats, since) VALUES ('{Dead}', 1, '2026-01-01 00:00:00')");
        await _two.Old.SqlAsync($"UPDATE outgoing_messages SET state = 'Sending', claimed_by = '{Dead}', tries = 0");

        var (code, printed) = await _two.MoveAsync();

        Assert.True(code == 0, printed);
        Assert.Equal(0, await _two.New.NumberAsync("SELECT COUNT(*) FROM outgoing_messages WHERE state <> 'Queued'"));
        Assert.Equal(0, await _two.New.NumberAsync("SELECT COUNT(*) FROM nodes"));
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_refused()
    {
        await _two.Old.SqlAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '99.0')");

        Assert.Contains("bản mới hơn", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("khong-co.db", "không thấy tệp dữ liệu này")]
    [InlineData("anh.jpg", "không mở được tệp dữ liệu")]
    [InlineData("trong.db", "không phải dữ liệu của CccdBot")]
    public async Task What_is_no_ledger_is_refused(string file, string hint)
    {
        await File.WriteAllTextAsync(Path.Combine(_two.New.Folder, "anh.jpg"), new string('x', 4096));
        await File.WriteAllTextAsync(Path.Combine(_two.New.Folder, "trong.db"), "");

        Assert.Contains(hint, await RefusedAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_in_the_settings_it_is_said_which_settings_are_needed()
    {
        var (code, printed) = await MoveProcess.RunAsync(_two.Old.ConnectionString, _two.Old);

        Assert.Equal(1, code);
        Assert.Contains("Database__Provider=postgres", printed, StringComparison.Ordinal);
    }

    /// <summary>One sentence, no stack trace.</summary>
    private async Task<string> RefusedAsync(string? from = null)
    {
        var (code, printed) = await MoveProcess.RunAsync(from ?? _two.Old.ConnectionString, _two.New);
        Assert.Equal(1, code);
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Chưa chuyển được: ", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[..^1], line => Assert.Contains("%  ", line, StringComparison.Ordinal));
        return printed;
    }

    /// <summary>Half way through, some tables behind it and some to come, a move stands still until this is closed.</summary>
    private async Task<DbConnection> BarrierAsync()
    {
        await _two.New.SqlAsync(HalfWay);
        var barrier = await _two.New.ConnectAsync();
        await using var hold = barrier.CreateCommand();
        hold.CommandText = "SELECT pg_advisory_lock(1)";
        await hold.ExecuteNonQueryAsync();
        return barrier;
    }

    /// <summary>Until so many stand still.</summary>
    private async Task WaitingAsync(int moves)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _two.New.NumberAsync(
            "SELECT COUNT(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()") < moves)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
