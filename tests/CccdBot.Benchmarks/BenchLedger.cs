using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CccdBot.Benchmarks;

/// <summary>A fresh ledger for a measurement, and the way to fill it with people who have been here before.</summary>
internal interface IBenchLedger : IAsyncDisposable
{
    bool IsShared { get; }

    IReadOnlyDictionary<string, string> Settings { get; }

    DbConnection Connect();

    /// <summary>The numbers 1 to @n as a table "numbers" with a column "i".</summary>
    string Numbers { get; }

    /// <summary>The id of person i.</summary>
    string PersonId { get; }

    /// <summary>The id of reservation i.</summary>
    string ReservationId { get; }

    /// <summary>A moment so many days before now, as the ledger keeps it.</summary>
    string DaysAgo(string days);

    /// <summary>What brings a ledger filled in a minute to where one filled in a year stands: statistics, swept pages, nothing left to write to disk.</summary>
    IReadOnlyList<string> Settle { get; }
}

internal sealed class SqliteBench : IBenchLedger
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cccdbot-bench-db-").FullName;

    public bool IsShared => false;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Database__ConnectionString"] = ConnectionString };

    public string Numbers => "WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < @n) ";

    public string PersonId => "'00000000-0000-7000-8000-' || printf('%012X', i)";

    public string ReservationId => "'00000000-0000-7000-9000-' || printf('%012X', i)";

    public IReadOnlyList<string> Settle => ["ANALYZE"];

    private string ConnectionString => $"Data Source={_folder}/cccdbot.db";

    public string DaysAgo(string days) => $"strftime('%Y-%m-%d %H:%M:%f', 'now', '-' || ({days}) || ' days')";

    public DbConnection Connect()
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=False");
        connection.Open();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

internal sealed class PostgresBench : IBenchLedger
{
    private readonly string _server;
    private readonly string _database = $"cccdbot_bench_{Guid.NewGuid():N}";

    public PostgresBench(string server)
    {
        _server = server;
        OnServer($"CREATE DATABASE {_database}");
    }

    public bool IsShared => true;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database__Provider"] = "postgres",
        ["Database__ConnectionString"] = ConnectionString,
    };

    public string Numbers => "WITH numbers(i) AS (SELECT generate_series(1, @n)) ";

    public string PersonId => "('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid";

    public string ReservationId => "('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid";

    public IReadOnlyList<string> Settle => ["VACUUM (ANALYZE)", "CHECKPOINT"];

    private string ConnectionString => $"{_server};Database={_database}";

    public string DaysAgo(string days) => $"now() - make_interval(days => ({days})::int)";

    public DbConnection Connect()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false;Command Timeout=0");
        connection.Open();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        OnServer($"DROP DATABASE {_database} WITH (FORCE)");
        return ValueTask.CompletedTask;
    }

    private void OnServer(string sql)
    {
        using var server = new NpgsqlConnection($"{_server};Database=postgres;Pooling=false");
        server.Open();
        using var command = new NpgsqlCommand(sql, server);
        command.ExecuteNonQuery();
    }
}

/// <summary>People who have consented and have been here before, and the talk that is left of it.</summary>
internal static class PastYear
{
    /// <summary>Person i writes from this chat on.</summary>
    public const long FirstChat = 1_000_000;

    /// <summary>So many people, with a name and an address.</summary>
    public static void AddPeople(IBenchLedger ledger, int howMany) => Run(ledger, howMany,
        $"INSERT INTO people (id, name, consented_at, consent_text, created_at) SELECT {ledger.PersonId}, 'Siu Lan ' || CAST(i AS varchar(10)), {ledger.DaysAgo("i % 300 + 1")}, 1, {ledger.DaysAgo("i % 300 + 1")} FROM numbers",
        $"INSERT INTO contact_routes (channel, address, person_id) SELECT 'telegram', CAST({FirstChat} + i AS varchar(64)), {ledger.PersonId} FROM numbers");

    /// <summary>For each so many evenings of the past year, and the messages of the last thirty days.</summary>
    public static void AddHistory(IBenchLedger ledger, int people, int eveningsEach = 1)
    {
        const int Evenings = 365;
        Run(ledger, Evenings,
            $"INSERT INTO sessions (place_code, date, starts_at, ends_at, state) SELECT 'a', {ledger.DaysAgo("i")}, {ledger.DaysAgo("i")}, {ledger.DaysAgo("i")}, 'Closed' FROM numbers");
        Run(ledger, 1,
            "INSERT INTO slots (session_id, letter, starts_at, capacity, taken, kept_for_village, minutes_taken, is_shut) "
            + $"SELECT id, 'A', starts_at, 1000000, 0, 0, 0, {No(ledger)} FROM sessions "
            + $"WHERE starts_at <= {ledger.DaysAgo("1")}");
        var first = Number(ledger, "SELECT MIN(s.id) FROM slots s WHERE s.capacity = 1000000");
        Run(ledger, people * eveningsEach,
            "INSERT INTO reservations (id, person_id, session_id, slot_id, seat, code, state, held_until, booked_at, service, minutes) "
            + $"SELECT {ledger.ReservationId}, {ledger.PersonId.Replace("i)", $"(i - 1) % {people} + 1)", StringComparison.Ordinal)}, s.session_id, s.id, i, 'A1', 'Served', s.starts_at, s.starts_at, 'Card', 15 "
            + $"FROM numbers JOIN slots s ON s.id = {first} + i % {Evenings}");
        Run(ledger, people,
            "INSERT INTO outgoing_messages (channel, address, kind, text, choices, keeps, priority, keeps_quiet_hours, not_before, expires_at, created_at, state, tries) "
            + $"SELECT 'telegram', CAST({FirstChat} + i AS varchar(64)), 'Booking', 'Đã giữ chỗ. Mã lịch: A1', '[]', {No(ledger)}, 0, {No(ledger)}, "
            + $"{ledger.DaysAgo("i % 29 + 1")}, {ledger.DaysAgo("i % 29")}, {ledger.DaysAgo("i % 29 + 1")}, 'Sent', 1 FROM numbers",
            "INSERT INTO incoming_messages (channel, address, delivery_id, kind, text, received_at, state, tries) "
            + $"SELECT 'telegram', CAST({FirstChat} + i AS varchar(64)), CAST(-i AS varchar(64)), 'Text', '/datlich', {ledger.DaysAgo("i % 6 + 1")}, 'Handled', 0 FROM numbers");
        Settle(ledger);
    }

    /// <summary>So many people in the first evening that is open, each with a name of their own to be found by.</summary>
    /// <returns>The number of the evening.</returns>
    public static string FillFirstEvening(IBenchLedger ledger, int people)
    {
        var slot = Number(ledger, "SELECT MIN(id) FROM slots WHERE taken = 0 AND capacity < 1000000");
        Run(ledger, people,
            "INSERT INTO reservations (id, person_id, session_id, slot_id, seat, code, state, held_until, booked_at, service, minutes) "
            + $"SELECT {ledger.ReservationId.Replace("9000", "a000", StringComparison.Ordinal)}, {ledger.PersonId}, s.session_id, s.id, i, 'A1', 'Booked', s.starts_at, s.starts_at, 'Card', 15 "
            + $"FROM numbers JOIN slots s ON s.id = {slot}");
        Execute(ledger, $"UPDATE slots SET taken = {people}, minutes_taken = {people * 15} WHERE id = {slot}");
        Settle(ledger);
        return Number(ledger, $"SELECT session_id FROM slots WHERE id = {slot}");
    }

    /// <summary>A notice to everyone, approved and with its recipients fixed.</summary>
    public static void ApproveNotice(IBenchLedger ledger, int people)
    {
        Execute(ledger, "INSERT INTO notices (id, code, text, villages, booked, has_button, state, author_id, written_at, version, approved_by, approved_at, is_urgent, goal, age, first) VALUES "
            + $"(1, 'TB-0412', 'Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy.', '', 'Everyone', {No(ledger)}, 'Asked', "
            + $"'00000000-0000-7000-b000-000000000001', {ledger.DaysAgo("0")}, 1, '00000000-0000-7000-b000-000000000002', {ledger.DaysAgo("0")}, {No(ledger)}, 'Any', 'Any', 'Any')");
        Run(ledger, people, "INSERT INTO notice_receipts (notice_id, person_id, place, state) " + $"SELECT 1, {ledger.PersonId}, i, 'Waiting' FROM numbers");
        Execute(ledger, "UPDATE notices SET state = 'Approved'");
    }

    private static void Settle(IBenchLedger ledger)
    {
        foreach (var step in ledger.Settle)
        {
            Execute(ledger, step);
        }
    }

    private static string No(IBenchLedger ledger) => ledger.IsShared ? "false" : "0";

    private static void Run(IBenchLedger ledger, int numbers, params string[] statements)
    {
        foreach (var statement in statements)
        {
            Execute(ledger, ledger.Numbers + statement, numbers);
        }
    }

    private static void Execute(IBenchLedger ledger, string sql, int? numbers = null)
    {
        using var connection = ledger.Connect();
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        if (numbers is { } howMany)
        {
            var n = command.CreateParameter();
            (n.ParameterName, n.Value) = ("@n", howMany);
            command.Parameters.Add(n);
        }

        command.ExecuteNonQuery();
    }

    private static string Number(IBenchLedger ledger, string sql)
    {
        using var connection = ledger.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
