using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.Data.Sqlite;

namespace CccdBot.Host.Tests.Crash;

/// <summary>S2: what the real program prints in a whole conversation, troubles included, names nobody.</summary>
public sealed class SilentLogTests : IAsyncLifetime
{
    private const string Name = "Rơ Châm Bí Mật";
    private const string Phone = "0912345678";
    private const string IdNumber = "066123456789";
    private const string Words = "con bò nhà tôi lạc";

    private readonly string _folder = Directory.CreateTempSubdirectory("cccdbot-log-").FullName;
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await FakeTelegram.StartAsync();

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Neither_name_nor_phone_nor_id_number_nor_words_nor_chat_nor_token_is_ever_printed()
    {
        using var service = ServiceProcess.Start(_folder, _telegram, "--Telegram:MessagesPerSecond=1000");
        var lan = Citizen.New(_telegram);
        await _telegram.WaitForAsync(call => call.Method == "deleteWebhook", TimeSpan.FromSeconds(30));
        await lan.BooksAtSuiAsync(Name);
        await lan.SaysAsync($"số căn cước của tôi là {IdNumber}, điện thoại {Phone}");
        _telegram.OwnContact(lan.Chat, Phone);
        await lan.HearsAsync();
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync($"{Words}, gọi {Phone}");
        await TroubleAsync(lan);

        await service.TerminateAsync();

        var log = string.Join('\n', service.Output);
        Assert.Contains("/datlich", log, StringComparison.Ordinal);
        Assert.Contains("failed (try 1)", log, StringComparison.Ordinal);
        Assert.Contains("not delivered: Unknown", log, StringComparison.Ordinal);
        string[] planted = [Name, "Bí Mật", Phone, IdNumber, "0661", Words, $"{lan.Chat}", _telegram.Token, _telegram.Token.Split(':')[1]];
        Assert.All(planted, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Sendings that end badly, and a turn that throws.</summary>
    private async Task TroubleAsync(Citizen lan)
    {
        var faults = new Queue<Fault>([new Fault.DropBefore(), new Fault.ServerErrorAfterAccepting(), new Fault.BadGatewayHtml()]);
        _telegram.Faults = call => call.IsSend && faults.TryDequeue(out var fault) ? fault : null;
        await lan.SaysAsync("/trogiup");
        await lan.SaysAsync("/start");
        _telegram.Faults = null;
        await using var ledger = new SqliteConnection($"Data Source={ServiceProcess.FileIn(_folder)};Pooling=False");
        await ledger.OpenAsync();
        await using var command = ledger.CreateCommand();
        command.CommandText = "ALTER TABLE help_requests RENAME TO gone";
        await command.ExecuteNonQueryAsync();
        await lan.SaysAsync("/gapnguoi");
        _telegram.Text(lan.Chat, $"{Words} {Phone} {IdNumber}");
        await Task.Delay(1500);
        command.CommandText = "ALTER TABLE gone RENAME TO help_requests";
        await command.ExecuteNonQueryAsync();
    }
}
