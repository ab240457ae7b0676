using CccdBot.Host.Settings;
using Telegram.Bot;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>The line to Telegram: one client for sending and one for the long wait, both without silent retries.</summary>
internal sealed class TelegramLine : IDisposable
{
    /// <summary>The server holds a question for updates so long; the client must be more patient than that.</summary>
    public static readonly TimeSpan LongWait = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _sending;
    private readonly HttpClient _waiting;

    public TelegramLine(TelegramSettings settings)
    {
        _sending = NewHttp(settings, SendPatience);
        _waiting = NewHttp(settings, LongWait + SendPatience);

        // Every 429 must be seen by our own pace: the library would sleep inside the call and send again.
        var options = new TelegramBotClientOptions(settings.Token!, settings.BaseUrl) { RetryThreshold = 0, RetryCount = 0 };
        Sending = new TelegramBotClient(options, _sending);
        Waiting = new TelegramBotClient(options, _waiting);
    }

    public TelegramBotClient Sending { get; }

    public TelegramBotClient Waiting { get; }

    public void Dispose()
    {
        _sending.Dispose();
        _waiting.Dispose();
    }

    private static HttpClient NewHttp(TelegramSettings settings, TimeSpan patience)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(3),
            ConnectTimeout = ConnectPatience,
        };
        if (settings.Proxy is not null)
        {
            (handler.Proxy, handler.UseProxy) = (new System.Net.WebProxy(settings.Proxy), true);
        }

        return new HttpClient(handler) { Timeout = patience };
    }
}
