using System.Diagnostics;
using System.Net;
using CccdBot.Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CccdBot.Host.Tests.Web;

[Collection(ServiceProcess.Alone)]
[Trait("Engine", "sqlite")]
public sealed class FirstStartTests : IDisposable
{
    private static readonly TimeSpan AnswersWithin = Long.AtMost(seconds: 10);
    private static readonly TimeSpan EndsWithin = Long.AtMost(seconds: 15);

    private readonly Workplace _place = new();
    private readonly Uri _address = ServiceProcess.FreeAddress();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task With_nothing_configured_it_opens_within_ten_seconds_and_says_where_and_by_which_code()
    {
        var started = Stopwatch.GetTimestamp();
        using var service = await OpenAsync();
        using var visitor = new Visitor(_address);
        using var page = await visitor.OpensAsync("/");
        var took = Stopwatch.GetElapsedTime(started);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.InRange(took, TimeSpan.Zero, AnswersWithin);
        Assert.Contains("<strong>DÙNG THỬ</strong>", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("xã Ia Rmok", visitor.Page, StringComparison.Ordinal);
        Assert.Contains($"{_address}truc", service.Printed, StringComparison.Ordinal);
        Assert.Matches("Mã vào một lần cho trưởng công an xã: +([2-9A-Z]{4}-){3}[2-9A-Z]{4}", service.Printed);
        Assert.Contains("Telegram: tắt", service.Printed, StringComparison.Ordinal);
        Assert.DoesNotMatch(" (WRN|ERR|FTL) ", service.Printed);
        Assert.True(File.Exists(_place.PathOf("data/cccdbot.db")));
    }

    [Fact]
    public async Task The_printed_code_opens_the_desk_and_the_next_start_prints_none()
    {
        using (var service = await OpenAsync())
        {
            var code = service.Printed.Split('\n').Single(line => line.Contains("Mã vào", StringComparison.Ordinal)).Split(": ")[1].Trim();
            using var officer = new Visitor(_address);
            using var door = await officer.LogsInAsync(code);
            Assert.Equal("/truc", door.Headers.Location?.ToString());
            await service.StopAsync();
        }

        using var again = await OpenAsync();

        Assert.DoesNotContain("Mã vào", again.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_commune_has_five_places_and_fourteen_evenings_at_each_weekends_too()
    {
        using var service = await OpenAsync();
        using var ledger = new SqliteConnection($"Data Source={_place.PathOf("data/cccdbot.db")};Mode=ReadOnly;Pooling=False");
        await ledger.OpenAsync();

        Assert.Equal("blak,dan,rmok,school,sui", await AskAsync(ledger, "SELECT group_concat(code, ',') FROM (SELECT code FROM places ORDER BY code)"));
        Assert.Equal(
            "14,10", // 14 evenings at every place, on each day of the week twice
            await AskAsync(ledger, """
                SELECT (SELECT group_concat(DISTINCT n) FROM (SELECT count(DISTINCT date) n FROM sessions GROUP BY place_code))
                    || ',' || (SELECT group_concat(DISTINCT n) FROM (SELECT count(*) n FROM sessions GROUP BY strftime('%w', date)))
                """));
        Assert.Equal(
            "11:30,12:00,12:30,13:00,13:30", // UTC; 18h30 to 20h30 in the village, the last half hour ends at 21h00
            await AskAsync(ledger, "SELECT group_concat(t) FROM (SELECT DISTINCT strftime('%H:%M', starts_at) t FROM slots ORDER BY t)"));
        Assert.Equal("350", await AskAsync(ledger, "SELECT CAST(count(*) AS TEXT) FROM slots WHERE capacity > 0"));
    }

    [Fact]
    public async Task Sigterm_ends_it_in_good_order_even_with_a_page_open()
    {
        using var service = await OpenAsync();
        using var visitor = await Visitor.AtHomeAsync(_address);
        await visitor.SaysAsync("/start");
        await using var open = await ChatStream.OpenAsync(visitor.Browser, visitor.Screen.Id);

        var (code, took) = await service.StopAsync();

        Assert.Equal(0, code);
        Assert.InRange(took, TimeSpan.Zero, EndsWithin);
        Assert.DoesNotContain("   at ", service.Printed, StringComparison.Ordinal);
    }

    private Task<ServiceProcess> OpenAsync() => ServiceProcess.OpenAsync(_place.Folder, ("Urls", _address.ToString().TrimEnd('/')));

    private static async Task<string?> AskAsync(SqliteConnection ledger, string question)
    {
        await using var command = ledger.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync() as string;
    }
}
