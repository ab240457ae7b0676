using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using CccdBot.Host.Tests.Web;

namespace CccdBot.Host.Tests.Moving;

/// <summary>A ledger in a file that a service has worked on; made once, and copied for each test.</summary>
public sealed class OldLedger : IAsyncLifetime
{
    /// <summary>What a tidy life does not bring about: moments without a fraction, letters of every kind, keys that languages order in their own ways.</summary>
    private const string OddRows = """
        INSERT INTO closed_addresses (channel, address, since) VALUES
            ('telegram', 'a', '2026-01-01 00:00:00'), ('telegram', 'B', '2026-01-01 00:00:00.123456'), ('telegram', 'đ', '2026-01-01 23:59:59.9'),
            ('web', 'Ă', '2026-01-01 00:00:00'), ('web', 'ab', '2026-01-01 00:00:00'), ('web', 'a c', '2026-01-01 00:00:00');
        INSERT INTO help_requests (person_id, channel, address, text, asked_at) SELECT id, 'web', '', '', created_at FROM people LIMIT 1;
        INSERT INTO help_requests (person_id, channel, address, text, asked_at) SELECT id, 'web', '', 'Bà ơi 🙏 "dấu nháy" | tab	\ xuống
        dòng', created_at FROM people LIMIT 1;
        """;

    public HeldClock Clock { get; } = new(HeldClock.ThursdayMorning);

    public FakeTelegram Telegram { get; private set; } = null!;

    public Ground Ground { get; private set; } = null!;

    public Citizen Lan { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assert.True(Ground.IsPostgres, "A move needs a server: set CCCDBOT_TEST_POSTGRES.");
        Telegram = await FakeTelegram.StartAsync(new() { Clock = Clock, InFlightGrace = TimeSpan.FromMilliseconds(1) });
        Ground = await Ground.NewFileAsync();
        Lan = Citizen.New(Telegram, Clock);
        await LiveAsync();
        await Ground.SqlAsync(OddRows);
        await Ground.SqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public async Task DisposeAsync()
    {
        await Telegram.DisposeAsync();
        await Ground.DisposeAsync();
    }

    /// <summary>Lan books, an other lets a hold go by, a third writes on the page.</summary>
    private async Task LiveAsync()
    {
        await using var service = await RunningService.StartAsync(Telegram, Clock, Ground);
        await Telegram.WaitForAsync(call => call.Method == "deleteWebhook");
        var hoa = Citizen.New(Telegram, Clock);
        await Lan.BooksAtSuiAsync();
        await hoa.SaysAsync("mất thẻ làm lại bao nhiêu tiền");
        await hoa.SaysAsync("/datlich");
        using var visitor = await Visitor.AtHomeAsync(service.Address);
        await visitor.SaysAsync("/start");
        await service.StopAsync();
    }
}
