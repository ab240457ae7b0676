using System.Diagnostics;
using System.Globalization;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage;
using CccdBot.Host.Storage.Moving;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CccdBot.Host.Commands;

/// <summary>"... -- move-to-postgres --from "Data Source=data/cccdbot.db"": the ledger of one machine onto the server that several share.</summary>
internal sealed class MoveToPostgres : ICommand
{
    private const string From = "from";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public string Name => "move-to-postgres";

    public async Task<int> RunAsync(CommandWords words)
    {
        if (words.Plain(0, $"--{From}") is not null)
        {
            FirstStart.Say($"Cách dùng: {Name} [--{From} \"{SettingsReader.DefaultDatabase}\"]");
            return CommandLine.WrongUse;
        }

        var (server, problem) = ReadServer([.. words.All]);
        return server is null ? Refuse(problem) : await MoveAsync(ReadFile([.. words.All]), server);
    }

    private static (DatabaseSettings? Server, string Problem) ReadServer(string[] args)
    {
        using var configuration = new ConfigurationManager();
        var (settings, problems) = SettingsReader.Read(configuration, args);
        return settings switch
        {
            null => (null, string.Join(' ', problems)),
            { Database.Provider: LedgerStorage.Postgres } => (Patient(settings.Database), ""),
            _ => (null, "cần Database__Provider=postgres và Database__ConnectionString của một cơ sở dữ liệu PostgreSQL còn trống."),
        };
    }

    /// <summary>To look through a million rows takes the server longer than any turn of the service may.</summary>
    private static DatabaseSettings Patient(DatabaseSettings server) =>
        server with { ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { CommandTimeout = 0 }.ConnectionString };

    /// <summary>The name of the file alone will do.</summary>
    private static string ReadFile(string[] args)
    {
        var written = new ConfigurationBuilder().AddCommandLine(args).Build()[From] ?? SettingsReader.DefaultDatabase;
        return written.Contains('=', StringComparison.Ordinal) ? written : $"Data Source={written}";
    }

    private static async Task<int> MoveAsync(string file, DatabaseSettings server)
    {
        if (!SettingsReader.IsSqlite(file) || !File.Exists(new SqliteConnectionStringBuilder(file).DataSource))
        {
            return Refuse($"không thấy tệp dữ liệu này: {file}.");
        }

        var (from, to) = (LedgerStorage.For(new DatabaseSettings(LedgerStorage.Sqlite, file)), LedgerStorage.For(server));
        var (held, problem) = from.Take();
        using var whileMoving = held;
        return problem is null ? await MoveAsync(from, to) : Refuse(problem);
    }

    private static async Task<int> MoveAsync(LedgerStorage from, LedgerStorage to)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await new LedgerMove(from, to).RunAsync();
            return Tell(outcome, Stopwatch.GetElapsedTime(began));
        }
#pragma warning disable CA1031 // told in one sentence; whoever moves a ledger reads no stack trace
        catch (Exception failed)
#pragma warning restore CA1031
        {
            return Refuse(from.Explain(failed) ?? to.Explain(failed) ?? $"gặp trục trặc ngoài dự tính ({failed.GetType().Name}); không chép gì cả.");
        }
    }

    private static int Tell(MoveOutcome outcome, TimeSpan took) => outcome switch
    {
        MoveOutcome.Moved(var tables) => Show(tables, string.Create(
            Vietnamese,
            $"Đã chuyển xong {tables.Sum(table => table.Rows):N0} dòng trong {took.TotalSeconds:N0} giây. Tệp cũ giữ làm bản sao; đừng chạy dịch vụ trên tệp ấy nữa.")),
        MoveOutcome.WasThere(var tables) => Show(tables, "Lần chuyển trước đã xong, hai bên giống nhau từng dòng; lần này không chép gì."),
        MoveOutcome.NoLedger => Refuse("tệp này không phải dữ liệu của CccdBot, hoặc là của bản mới hơn bản đang chạy."),
        MoveOutcome.Occupied(var table) => Refuse(
            $"cơ sở dữ liệu đích đã có dữ liệu khác với tệp này (bảng {table}); không chép gì cả. Tạo một cơ sở dữ liệu trống rồi chạy lại."),
        MoveOutcome.ArrivedOtherwise(var table) => Refuse($"bảng {table} tới nơi không giống lúc đi; không giữ lại gì ở đích. Báo người phát triển."),
        MoveOutcome.DoesNotFit(var table, var code) => Refuse(
            $"có dòng trong bảng {table} mà đích không nhận được (mã {code}); không giữ lại gì ở đích. Báo người phát triển."),
        var other => throw new InvalidOperationException($"Unknown outcome {other}."),
    };

    private static int Show(IReadOnlyList<MovedRows> tables, string sentence)
    {
        FirstStart.Say($"{"Bảng",-24}{"Số dòng",14}  Tổng kiểm");
        foreach (var (table, rows) in tables)
        {
            FirstStart.Say(string.Create(Vietnamese, $"{table,-24}{rows,14:N0}  khớp"));
        }

        FirstStart.Say(sentence);
        return 0;
    }

    private static int Refuse(string problem)
    {
        FirstStart.Say($"Chưa chuyển được: {problem}");
        return 1;
    }
}
