using System.Net;
using CccdBot.Core.Channels;
using CccdBot.Host.Channels.WebChat;

namespace CccdBot.Host.Settings;

/// <summary>Everything that can be set, as it was read and found good.</summary>
/// <param name="PublicUrl">Where citizens open our pages from outside; null where only the web chat leads to them.</param>
/// <param name="AuditKey">Seals the book of what staff did; null keeps a key in the ledger itself.</param>
/// <param name="Proxies">The servers before us whose word on who visits, and over https or not, is believed; this machine's own always is.</param>
internal sealed record ServiceSettings(
    DatabaseSettings Database, TelegramSettings Telegram, CommuneFile Commune, string Urls, Uri? PublicUrl, IReadOnlyList<IPAddress> Proxies,
    string? AuditKey)
{
    /// <summary>Where our pages are opened from outside; where that is not said, as this visitor came to them.</summary>
    public string AddressSeenFrom(HttpRequest visit) => PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{visit.Scheme}://{visit.Host}";

    /// <summary>One of our pages as it can be opened from this chat; null where it cannot.</summary>
    public string? LinkFrom(ChannelAddress chat, string path) =>
        chat.Channel == WebChatChannel.ChannelName ? path : PublicUrl is { } address ? new Uri(address, path).ToString() : null;
}

internal sealed record DatabaseSettings(string Provider, string ConnectionString);

/// <summary>How we talk with Telegram; without a token we do not.</summary>
internal sealed record TelegramSettings
{
    public string? Token { get; init; }

    public string? BaseUrl { get; init; }

    public bool UsesWebhook { get; init; }

    public string? WebhookUrl { get; init; }

    public string? SecretToken { get; init; }

    public Uri? Proxy { get; init; }

    /// <summary>Telegram's published figure is about 30 messages a second over all chats; 0 is no limit, for load tests against a fake.</summary>
    public double MessagesPerSecond { get; init; } = 30;

    public bool IsOn => Token is not null;
}
