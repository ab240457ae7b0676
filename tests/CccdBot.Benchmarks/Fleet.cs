using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Benchmarks;

/// <summary>The nodes of a service on one ledger, and the fake Telegram that talks with them all.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const int FirstPort = 5091;
    private const string Secret = "a-secret-of-the-bench-01";

    private static readonly HttpClient Http = new();

    private readonly List<ServiceProcess> _nodes = [];
    private readonly bool _calls;

    private Fleet(IBenchLedger ledger, FakeTelegram telegram, bool calls) => (Ledger, Telegram, _calls) = (ledger, telegram, calls);

    public IBenchLedger Ledger { get; }

    public FakeTelegram Telegram { get; }

    public TimeSpan FirstAnswer { get; private set; }

    public double MemoryMiB => _nodes.Average(node => node.MemoryMiB);

    public TimeSpan Cpu => _nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.Cpu);

    /// <summary>One node asks Telegram for updates; of several, Telegram calls each in turn.</summary>
    public static async Task<Fleet> StartAsync(string program, IBenchLedger ledger, int nodes, int perSecond = 0)
    {
        var fleet = new Fleet(ledger, await FakeTelegram.StartAsync(new() { Validates = false, RecordsCalls = false }), calls: ledger.IsShared);
        for (var node = 0; node < nodes; node++)
        {
            var (service, firstAnswer) = await ServiceProcess.StartAsync(program, fleet.Settings(perSecond), FirstPort + node);
            fleet._nodes.Add(service);
            fleet.FirstAnswer = firstAnswer;
        }

        return fleet;
    }

    /// <summary>Brings an update to the service, by whichever way it takes them.</summary>
    public void Deliver(JsonObject update, long chat)
    {
        if (_calls)
        {
            _ = CallAsync(Telegram.Updates.Numbered(update), chat);
        }
        else
        {
            Telegram.Raw(update);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Telegram.DisposeAsync();
        await Ledger.DisposeAsync();
    }

    private async Task CallAsync(JsonObject update, long chat)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"http://127.0.0.1:{FirstPort + (int)(chat % _nodes.Count)}/telegram/webhook")) { Content = JsonContent.Create(update) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private Dictionary<string, string> Settings(int perSecond)
    {
        var settings = new Dictionary<string, string>(Ledger.Settings)
        {
            ["Telegram__Token"] = Telegram.Token,
            ["Telegram__BaseUrl"] = Telegram.BaseUrl,
            ["Telegram__MessagesPerSecond"] = perSecond.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        if (_calls)
        {
            settings["Telegram__Mode"] = "webhook";
            settings["Telegram__WebhookUrl"] = "https://bench.example/telegram/webhook";
            settings["Telegram__SecretToken"] = Secret;
        }

        return settings;
    }
}
