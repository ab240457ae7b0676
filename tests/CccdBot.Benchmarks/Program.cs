using System.Globalization;
using CccdBot.Benchmarks;

// dotnet run -c Release --project tests/CccdBot.Benchmarks -- conversations [how many] [at once] [rounds] [nodes]
// dotnet run -c Release --project tests/CccdBot.Benchmarks -- people [how many ...]
// dotnet run -c Release --project tests/CccdBot.Benchmarks -- staff [people] [bookings of each]
// dotnet run -c Release --project tests/CccdBot.Benchmarks -- notice [people]
// dotnet run -c Release --project tests/CccdBot.Benchmarks -- answers
// dotnet run -c Release --project tests/CccdBot.Benchmarks -- fill FILE ROWS
// On PostgreSQL where CCCDBOT_BENCH_POSTGRES names a server, such as "Host=127.0.0.1;Username=postgres"; else on SQLite.
const int WarmUp = 500;
var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/CccdBot.Host/bin/Release/net10.0/CccdBot.Host.dll"));
var server = Environment.GetEnvironmentVariable("CCCDBOT_BENCH_POSTGRES");

switch (args.FirstOrDefault())
{
    case "conversations":
        await ConversationsAsync(Number(1, 5000), Number(2, 50), Number(3, 3), Number(4, 1));
        return 0;
    case "people":
        await PeopleAsync(args.Length > 1 ? [.. args.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture))] : [1_000, 100_000, 1_000_000]);
        return 0;
    case "staff":
        await StaffAsync(Number(1, 100_000), Number(2, 2));
        return 0;
    case "notice":
        await NoticeAsync(Number(1, 3000));
        return 0;
    case "answers":
        Answering.Run();
        return 0;
    case "fill" when args.Length == 3:
        await FillAsync(args[1], Number(2, 0));
        return 0;
    default:
        Console.Error.WriteLine("conversations [how many] [at once] [rounds] [nodes] | people [how many ...] | staff [people] [bookings of each] | notice [people] | answers | fill FILE ROWS");
        return 2;
}

// How many booking conversations the service holds in a second.
async Task ConversationsAsync(int conversations, int atOnce, int rounds, int nodes)
{
    for (var round = 1; round <= rounds; round++)
    {
        await using var fleet = await Fleet.StartAsync(program, NewLedger(), nodes);
        var idle = fleet.MemoryMiB;
        PastYear.AddPeople(fleet.Ledger, conversations + WarmUp + 10);
        await new Conversations(fleet, WarmUp, PastYear.FirstChat).RunAsync(atOnce, TimeSpan.FromMinutes(1));
        var cpuBefore = fleet.Cpu;
        var talks = new Conversations(fleet, conversations, PastYear.FirstChat + WarmUp);
        var took = await talks.RunAsync(atOnce, TimeSpan.FromMinutes(5));
        var cpu = (fleet.Cpu - cpuBefore).TotalMilliseconds / talks.Steps;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {conversations / took.TotalSeconds:0} conversations/s, {talks.Steps / took.TotalSeconds:0} steps/s, step p50 {talks.Percentile(0.5):0} ms, "
            + $"p99 {talks.Percentile(0.99):0} ms, CPU of the nodes {cpu * 1000:0} µs a step, memory of a node {fleet.MemoryMiB:0} MiB (idle {idle:0}), "
            + $"first answer {fleet.FirstAnswer.TotalSeconds:0.0} s, detours {talks.Detours}"));
    }
}

// Whether the thousandth citizen waits longer than the millionth: one at a time, so that only the ledger's size differs.
async Task PeopleAsync(int[] sizes)
{
    const int Asked = 500;
    foreach (var people in sizes)
    {
        await using var fleet = await Fleet.StartAsync(program, NewLedger(), nodes: 1);
        PastYear.AddPeople(fleet.Ledger, people);
        PastYear.AddHistory(fleet.Ledger, people);
        await new Conversations(fleet, 100, PastYear.FirstChat).RunAsync(1, TimeSpan.FromMinutes(2));
        var talks = new Conversations(fleet, Asked, PastYear.FirstChat + 100);
        await talks.RunAsync(1, TimeSpan.FromMinutes(5));
        var stride = Math.Max(1, people / Asked);
        var lookups = await new Lookups(fleet).RunAsync(Enumerable.Range(0, Asked).Select(i => PastYear.FirstChat + 1 + (i * stride % people)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people} people: step of a booking p50 {talks.Percentile(0.5):0.0} ms, p99 {talks.Percentile(0.99):0.0} ms; "
            + $"my bookings p50 {lookups[lookups.Length / 2]:0.0} ms, p99 {lookups[(int)(lookups.Length * 0.99)]:0.0} ms"));
    }
}

// How long a notice takes at Telegram's pace, and how long citizens wait for an answer meanwhile. Not between 21h00 and 07h00 in Viet Nam: then it waits.
async Task NoticeAsync(int people)
{
    await using var fleet = await Fleet.StartAsync(program, NewLedger(), nodes: 1, perSecond: 30);
    Console.WriteLine(await Notices.RunAsync(fleet, people));
}

// How long an officer waits for a page when years of people are in the ledger.
async Task StaffAsync(int people, int eveningsEach)
{
    const int Port = 5091;
    const int InTheEvening = 100;
    const int Times = 200;
    await using var ledger = NewLedger();
    var (service, _) = await ServiceProcess.StartAsync(program, ledger.Settings, Port);
    await using (service)
    {
        PastYear.AddPeople(ledger, people);
        PastYear.AddHistory(ledger, people, eveningsEach);
        var evening = PastYear.FillFirstEvening(ledger, InTheEvening);
        using var officer = await StaffPages.EnterAsync(Port, service.ChiefCode ?? throw new InvalidOperationException("No code was printed."));
        Console.WriteLine(await officer.OpenAsync("today", "/truc", Times));
        Console.WriteLine(await officer.OpenAsync("the coming evenings", "/truc/buoi", Times));
        Console.WriteLine(await officer.OpenAsync($"an evening with {InTheEvening} people", $"/truc/buoi/{evening}", Times));
        Console.WriteLine(await officer.OpenAsync("a name looked for in it", $"/truc/buoi/{evening}?tim=lan%2057", Times));
    }
}

// Tables and evenings as the service itself makes them, copied once it has opened them.
async Task FillAsync(string file, int rows)
{
    await using var ledger = new SqliteBench();
    var (service, _) = await ServiceProcess.StartAsync(program, ledger.Settings, 5091);
    await using (service)
    {
        using var fresh = ledger.Connect();
        using var copy = fresh.CreateCommand();
        copy.CommandText = $"VACUUM INTO '{file.Replace("'", "''", StringComparison.Ordinal)}'";
        copy.ExecuteNonQuery();
    }

    using var filling = new Filling(file);
    filling.Fill(rows);
}

IBenchLedger NewLedger() => server is null ? new SqliteBench() : new PostgresBench(server);

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

