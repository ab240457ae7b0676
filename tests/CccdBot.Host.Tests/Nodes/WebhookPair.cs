using System.Net;
using System.Text;
using CccdBot.Core.Channels;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>Two nodes on one ledger, both called by one Telegram.</summary>
internal sealed class WebhookPair : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Http = new();

    private readonly Ground _ground;
    private readonly RunningService[] _nodes;

    private WebhookPair(Ground ground, FakeTelegram telegram, RunningService[] nodes) => (_ground, Telegram, _nodes) = (ground, telegram, nodes);

    public FakeTelegram Telegram { get; }

    public RunningService this[int node] => _nodes[node];

    public static async Task<WebhookPair> StartAsync(FakeTelegramOptions? options = null, params string[] settings)
    {
        var (ground, telegram) = (await Ground.NewAsync(), await FakeTelegram.StartAsync(options));
        RunningService[] nodes =
        [
            await RunningService.StartAsync(telegram, ground: ground, settings: [.. WebhookVillage.Settings, .. settings]),
            await RunningService.StartAsync(telegram, ground: ground, settings: [.. WebhookVillage.Settings, .. settings]),
        ];
        return new WebhookPair(ground, telegram, nodes);
    }

    public async Task<HttpStatusCode> PostAsync(int node, string update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_nodes[node].Address, "/telegram/webhook"))
        {
            Content = new StringContent(update, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", WebhookVillage.Secret);
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Until so many messages were sent and nothing more waits.</summary>
    public async Task AllIsSaidAsync(int messages)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _nodes[0].InLedgerAsync(db => db.OutgoingMessages.CountAsync(m => m.State == OutgoingState.Sent, patience.Token)) < messages)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Telegram.DisposeAsync();
        await _ground.DisposeAsync();
        Assert.Empty(Telegram.Violations);
    }
}
