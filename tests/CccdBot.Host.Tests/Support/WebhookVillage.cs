using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Support;

/// <summary>A service that Telegram calls, and the hand that plays Telegram's calling.</summary>
public sealed class WebhookVillage : IAsyncLifetime
{
    public const string Secret = "a-secret-of-the-tests-01";

    public static readonly string[] Settings =
    [
        "--Telegram:Mode=webhook",
        "--Telegram:WebhookUrl=https://bot.example/telegram/webhook",
        $"--Telegram:SecretToken={Secret}",
        "--Telegram:MessagesPerSecond=1000",
    ];

    private static readonly HttpClient Http = new();

    public FakeTelegram Telegram { get; private set; } = null!;

    public RunningService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Telegram = await FakeTelegram.StartAsync();
        Service = await RunningService.StartAsync(Telegram, settings: Settings);
        await Telegram.WaitForAsync(call => call.Method == "setWebhook");
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Telegram.DisposeAsync();
        Assert.Empty(Telegram.Violations);
    }

    public Task<HttpStatusCode> PostAsync(JsonObject update, string? secret = Secret) => PostAsync(update.ToJsonString(), secret);

    public Task<HttpStatusCode> PostAsync(string body, string? secret = Secret) =>
        PostAsync(new StringContent(body, Encoding.UTF8, "application/json"), secret);

    public async Task<HttpStatusCode> PostAsync(HttpContent body, string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service.Address, "/telegram/webhook")) { Content = body };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }
}
