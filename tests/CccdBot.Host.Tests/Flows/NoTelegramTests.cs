using System.Net;
using System.Net.Sockets;
using System.Text;
using CccdBot.Core.Channels;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Flows;

public sealed class NoTelegramTests
{
    [Fact]
    public async Task While_nobody_answers_the_line_messages_wait_and_then_each_is_delivered_once()
    {
        var port = FreePort();
        var clock = new HeldClock(HeldClock.ThursdayMorning);
        await using var service = await RunningService.StartAsync(clock: clock, settings:
        [
            .. WebhookVillage.Settings,
            "--Telegram:Token=123456:FAKE-token-of-the-fake-server-000001",
            $"--Telegram:BaseUrl=http://127.0.0.1:{port}",
        ]);
        await SaysAsync(service, 1, "/start");
        await SaysAsync(service, 2, "/lichcuatoi");
        await MovingOnAsync(clock, () => service.InLedgerAsync(db => db.OutgoingMessages.AnyAsync(m => m.Problem == "no connection")));

        await using var telegram = await FakeTelegram.StartAsync(new() { Clock = clock, Port = port });
        await MovingOnAsync(clock, () => service.InLedgerAsync(db => db.OutgoingMessages.AllAsync(m => m.State == OutgoingState.Sent)));

        var said = telegram.CallsTo(9001).Where(call => call.IsAccepted).Select(call => call.Text![..10]);
        Assert.Equal(["Chào bà co", "Bà con chư"], said);
        Assert.Empty(telegram.Violations);
    }

    private static int FreePort()
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        return ((IPEndPoint)door.LocalEndpoint).Port;
    }

    private static async Task SaysAsync(RunningService service, int update, string text)
    {
        using var http = new HttpClient();
        var json = $$$"""
            {"update_id":{{{update}}},"message":{"message_id":{{{update}}},"date":1795654800,"text":"{{{text}}}",
            "from":{"id":9001,"is_bot":false,"first_name":"Lan"},"chat":{"id":9001,"type":"private","first_name":"Lan"} } }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "/telegram/webhook"))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", WebhookVillage.Secret);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task MovingOnAsync(HeldClock clock, Func<Task<bool>> hasComeAbout)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await hasComeAbout())
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
