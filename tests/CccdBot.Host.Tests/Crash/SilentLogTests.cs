using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>S2: what the real program prints in a whole conversation, troubles included, names nobody.</summary>
public sealed class SilentLogTests : IAsyncLifetime
{
    private const string Name = "Rơ Châm Bí Mật";
    private const string Phone = "0912345678";
    private const string IdNumber = "066123456789";
    private const string Home = "nhà sàn sau cây kơ nia già";
    private const string Words = "con bò nhà tôi lạc";

    private Ground _ground = null!;
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => (_ground, _telegram) = (await Ground.NewAsync(), await FakeTelegram.StartAsync());

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task Neither_name_nor_phone_nor_id_number_nor_words_nor_chat_nor_token_is_ever_printed()
    {
        using var service = ServiceProcess.Start(_ground, _telegram, "--Telegram:MessagesPerSecond=1000");
        var lan = Citizen.New(_telegram);
        await _telegram.WaitForAsync(call => call.Method == "deleteWebhook", TimeSpan.FromSeconds(90));
        await lan.BooksAtSuiAsync(Name);
        await lan.SaysAsync($"số căn cước của tôi là {IdNumber}, điện thoại {Phone}");
        _telegram.OwnContact(lan.Chat, Phone);
        await lan.HearsAsync();
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync($"{Words}, gọi {Phone}");
        await lan.SaysAsync("/tainha");
        await lan.TapsAsync("Đồng ý");
        await lan.SaysAsync("Ama Bí Mật");
        await lan.TapsAsync("Già yếu");
        await lan.SaysAsync(Home);
        await lan.TapsAsync("Ngày nào cũng được");
        await lan.TapsAsync("Gửi cho cán bộ");
        await TroubleAsync(lan);

        await service.TerminateAsync();

        var log = string.Join('\n', service.Output);
        Assert.Contains("/datlich", log, StringComparison.Ordinal);
        Assert.Contains("/tainha", log, StringComparison.Ordinal);
        Assert.Contains("failed (try 1)", log, StringComparison.Ordinal);
        Assert.Contains("not delivered: Unknown", log, StringComparison.Ordinal);
        string[] planted = [Name, "Bí Mật", Phone, IdNumber, "0661", Words, Home, "kơ nia", $"{lan.Chat}", _telegram.Token, _telegram.Token.Split(':')[1]];
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
        await _ground.SqlAsync("ALTER TABLE help_requests RENAME TO gone");
        await lan.SaysAsync("/gapnguoi");
        _telegram.Text(lan.Chat, $"{Words} {Phone} {IdNumber}");
        await Task.Delay(1500);
        await _ground.SqlAsync("ALTER TABLE gone RENAME TO help_requests");
    }
}
