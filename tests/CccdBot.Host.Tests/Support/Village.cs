using System.Diagnostics;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Support;

/// <summary>The service and its Telegram on a Thursday morning, by a clock the test holds; shut without a complaint of Telegram's.</summary>
public sealed class Village : IAsyncLifetime
{
    private const string ColumnsOfSqlite =
        "SELECT 'SELECT COUNT(*) FROM \"' || t.name || '\" WHERE instr(\"' || c.name || '\", ''@p'') > 0' "
        + "FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'";

    private const string ColumnsOfPostgres =
        "SELECT 'SELECT COUNT(*) FROM \"' || table_name || '\" WHERE position(''@p'' in \"' || column_name || '\"::text) > 0' "
        + "FROM information_schema.columns WHERE table_schema = 'public'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(20);

    private int _port;

    /// <summary>What was on its way when a 429 was answered is no disobedience; by a held clock all that is mostly the same instant.</summary>
    public TimeSpan InFlightGrace { get; init; } = TimeSpan.FromMilliseconds(1);

    private FakeTelegramOptions Options => new() { Clock = Clock, InFlightGrace = InFlightGrace };

    public HeldClock Clock { get; } = new(HeldClock.ThursdayMorning);

    public Action<IServiceCollection>? Also { get; init; }

    public FakeTelegram Telegram { get; private set; } = null!;

    public RunningService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Telegram = await FakeTelegram.StartAsync(Options);
        Service = await RunningService.StartAsync(Telegram, Clock, also: Also);
        await Telegram.WaitForAsync(call => call.Method == "deleteWebhook");
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Telegram.DisposeAsync();
        Assert.Empty(Telegram.Violations);
    }

    /// <summary>From now on nobody is at its address.</summary>
    public async Task TelegramGoesAsync()
    {
        _port = Telegram.Address.Port;
        await Telegram.DisposeAsync();
        Assert.Empty(Telegram.Violations);
    }

    /// <summary>It is back at the same address, and knows nothing of what was said before.</summary>
    public async Task TelegramComesBackAsync() => Telegram = await FakeTelegram.StartAsync(Options with { Port = _port });

    public Citizen NewCitizen() => Citizen.New(Telegram, Clock);

    public Task<List<T>> AllAsync<T>(Func<CccdDb, IQueryable<T>> look) =>
        Service.InLedgerAsync(db => look(db).ToListAsync());

    /// <summary>Waits until the ledger shows it.</summary>
    public Task LedgerShowsAsync(Func<CccdDb, Task<bool>> look) => MovingOnAsync(TimeSpan.Zero, () => Service.InLedgerAsync(look));

    /// <summary>Moves the clock on, step by step, until it has come about.</summary>
    /// <param name="patience">By the real clock, where half a minute is too little.</param>
    public async Task MovingOnAsync(TimeSpan step, Func<Task<bool>> hasComeAbout, TimeSpan? patience = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await hasComeAbout())
        {
            if (Stopwatch.GetElapsedTime(started) > (patience ?? Patience))
            {
                throw new TimeoutException($"It did not come about by {Clock.GetUtcNow():O}.\n{string.Join('\n', Telegram.Calls)}");
            }

            Clock.Advance(step);
            await Task.Delay(LookAgainAfter);
        }
    }

    /// <summary>How many rows of any table have these words in any column.</summary>
    public async Task<long> RowsWithAsync(string words)
    {
        var counts = await Service.Ground.RowsAsync(Ground.IsPostgres ? ColumnsOfPostgres : ColumnsOfSqlite, row => row.GetString(0));
        var all = string.Join(" UNION ALL ", counts).Replace("@p", words.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal);
        return (await Service.Ground.RowsAsync(all, row => row.GetInt64(0))).Sum();
    }
}

/// <summary>Tests that each need a village of their own, as they count its seats or break its line.</summary>
public abstract class VillageTests : IAsyncLifetime
{
    protected Village Village { get; init; } = new();

    public Task InitializeAsync() => Village.InitializeAsync();

    public Task DisposeAsync() => Village.DisposeAsync();
}
