using System.Globalization;
using CccdBot.Benchmarks;
using CccdBot.Host.Tests.Telegram;
using Microsoft.Data.Sqlite;

// dotnet run -c Release --project tests/CccdBot.Benchmarks -- [conversations] [at once] [rounds]
var conversations = Number(0, 5000);
var atOnce = Number(1, 50);
var rounds = Number(2, 3);
var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/CccdBot.Host/bin/Release/net10.0/CccdBot.Host.dll"));

for (var round = 1; round <= rounds; round++)
{
    await using var telegram = await FakeTelegram.StartAsync(new() { Validates = false, RecordsCalls = false });
    var (service, firstAnswer) = await ServiceProcess.StartAsync(program, telegram, 5091);
    await using (service)
    {
        var idle = service.MemoryMiB;
        const int WarmUp = 500;
        Know(service.DatabaseFile, conversations + WarmUp + 10);
        await new Conversations(telegram, WarmUp, firstChat: 1_000_000).RunAsync(atOnce, TimeSpan.FromMinutes(1));
        var cpuBefore = service.Cpu;
        var talks = new Conversations(telegram, conversations, firstChat: 1_000_000 + WarmUp);
        var took = await talks.RunAsync(atOnce, TimeSpan.FromMinutes(5));
        var cpu = (service.Cpu - cpuBefore).TotalMilliseconds / talks.Steps;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"round {round}: {conversations / took.TotalSeconds:0} conversations/s, {talks.Steps / took.TotalSeconds:0} steps/s, step p50 {talks.Percentile(0.5):0} ms, p99 {talks.Percentile(0.99):0} ms, service CPU {cpu * 1000:0} µs a step, memory {service.MemoryMiB:0} MiB (idle {idle:0}), first answer {firstAnswer.TotalSeconds:0.0} s, detours {talks.Detours}"));
    }
}

int Number(int place, int otherwise) =>
    args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

// The citizens are known and have consented: five steps, as in the yardstick.
static void Know(string file, int people)
{
    using var ledger = new SqliteConnection($"Data Source={file}");
    ledger.Open();
    using var all = ledger.BeginTransaction();
    using var person = ledger.CreateCommand();
    person.CommandText =
        "INSERT INTO people (id, name, consented_at, consent_text, created_at) VALUES ($id, 'Siu Lan', $now, 1, $now); "
        + "INSERT INTO contact_routes (channel, address, person_id) VALUES ('telegram', $chat, $id)";
    var (id, now, chat) = (person.Parameters.Add("$id", SqliteType.Text), person.Parameters.Add("$now", SqliteType.Text), person.Parameters.Add("$chat", SqliteType.Text));
    for (var i = 0; i < people; i++)
    {
        (id.Value, now.Value, chat.Value) = (Guid.CreateVersion7().ToString().ToUpperInvariant(), "2026-01-01 00:00:00", (1_000_000 + i).ToString(CultureInfo.InvariantCulture));
        person.ExecuteNonQuery();
    }

    all.Commit();
}
