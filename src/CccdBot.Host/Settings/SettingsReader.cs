using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CccdBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CccdBot.Host.Settings;

/// <summary>Reads the settings and says, for each wrong one, what to write instead.</summary>
internal sealed partial class SettingsReader(IConfiguration configuration)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";
    public const string DefaultDatabase = "Data Source=data/cccdbot.db";
    private const int ShortestAuditKey = 32;
    private const string SampleServer = "Host=127.0.0.1;Database=cccdbot;Username=cccdbot;Password=...";

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Telegram"] = ["Token", "BaseUrl", "Mode", "WebhookUrl", "SecretToken", "Proxy", "MessagesPerSecond"],
        ["Database"] = ["Provider", "ConnectionString"],
        ["Commune"] = ["File"],
        ["Audit"] = ["Key"],
    };

    private readonly List<string> _problems = [];

    /// <summary>Every setting there is, as written in the environment.</summary>
    public static IEnumerable<string> Names => [.. Known.SelectMany(section => section.Value.Select(name => $"{section.Key}__{name}")), "Urls", "PublicUrl", "Proxies"];

    /// <summary>The file, the environment and the command line, read into <paramref name="configuration"/> and checked.</summary>
    public static (ServiceSettings? Settings, IReadOnlyList<string> Problems) Read(ConfigurationManager configuration, string[] args) =>
        SettingsFile.Load(configuration, args) is { } unreadable ? (null, [unreadable]) : new SettingsReader(configuration).Read();

    /// <summary>The settings, or what is wrong with them, in Vietnamese, one sentence each.</summary>
    public (ServiceSettings? Settings, IReadOnlyList<string> Problems) Read()
    {
        RefuseUnknownNames();
        var database = ReadDatabase();
        var telegram = ReadTelegram();
        var commune = ReadCommune();
        var (urls, publicUrl) = (ReadUrls(), ReadPublicUrl());
        var proxies = ReadProxies();
        var auditKey = ReadAuditKey();
        return _problems.Count == 0 ? (new ServiceSettings(database, telegram, commune!, urls, publicUrl, proxies, auditKey), []) : (null, _problems);
    }

    /// <summary>A connection string that leads to a file.</summary>
    public static bool IsSqlite(string connection)
    {
        try
        {
            // In memory every connection would have a ledger of its own, and a restart none.
            return new SqliteConnectionStringBuilder(connection) is { DataSource: not ("" or ":memory:"), Mode: not SqliteOpenMode.Memory };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return false;
        }
    }

    /// <summary>A name typed wrongly would otherwise be silently without effect.</summary>
    private void RefuseUnknownNames()
    {
        foreach (var (section, names) in Known)
        {
            foreach (var child in configuration.GetSection(section).GetChildren().Where(c => !names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            {
                _problems.Add($"{section}__{child.Key}: không có mục này. Các mục dùng được: {string.Join(", ", names)}.");
            }
        }
    }

    private string? ReadAuditKey()
    {
        var key = Value("Audit:Key");
        Require(key is null || key.Length >= ShortestAuditKey, "Audit:Key", $"viết ít nhất {ShortestAuditKey} ký tự ngẫu nhiên, hoặc để trống");
        return key;
    }

    private DatabaseSettings ReadDatabase()
    {
        var provider = Value("Database:Provider") ?? LedgerStorage.Sqlite;
        var connection = Value("Database:ConnectionString");
        switch (provider)
        {
            case LedgerStorage.Sqlite:
                Require(IsSqlite(connection ?? DefaultDatabase), "Database:ConnectionString", $"viết như mẫu: {DefaultDatabase}");
                break;
            case LedgerStorage.Postgres:
                Require(IsPostgres(connection), "Database:ConnectionString", $"viết như mẫu: {SampleServer}");
                break;
            default:
                Wrong("Database:Provider", "viết sqlite (một máy) hoặc postgres (nhiều máy)");
                break;
        }

        return new DatabaseSettings(provider, connection ?? DefaultDatabase);
    }

    private static bool IsPostgres(string? connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection) is { Host: not (null or ""), Database: not (null or "") };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private TelegramSettings ReadTelegram()
    {
        var mode = Value("Telegram:Mode") ?? "polling";
        Require(mode is "polling" or "webhook", "Telegram:Mode", "viết polling hoặc webhook");
        var settings = new TelegramSettings
        {
            Token = Checked("Telegram:Token", TokenShape().IsMatch, "chép đúng mã BotFather đã cấp, dạng 123456:ABC-def; để trống nếu chưa dùng Telegram"),
            BaseUrl = Checked("Telegram:BaseUrl", IsWebAddress, "viết địa chỉ http(s) của máy chủ Bot API riêng; để trống để dùng máy chủ của Telegram"),
            UsesWebhook = mode == "webhook",
            WebhookUrl = Checked("Telegram:WebhookUrl", IsHttps, "viết địa chỉ https mà Telegram gọi tới, ví dụ https://ten-mien-cua-xa/telegram/webhook"),
            SecretToken = Checked("Telegram:SecretToken", SecretShape().IsMatch, "viết 16 đến 256 ký tự, chỉ gồm A-Z a-z 0-9 _ -"),
            Proxy = Checked("Telegram:Proxy", IsProxy, "viết http://máy:cổng hoặc socks5://máy:cổng; để trống nếu không qua proxy") is { } proxy ? new Uri(proxy) : null,
            MessagesPerSecond = ReadPace(),
        };
        if (settings is { IsOn: true, UsesWebhook: true })
        {
            Require(settings.WebhookUrl is not null, "Telegram:WebhookUrl", "cần có khi Telegram__Mode là webhook");
            Require(settings.SecretToken is not null, "Telegram:SecretToken", "cần có khi Telegram__Mode là webhook");
        }

        return settings;
    }

    private double ReadPace()
    {
        var written = Value("Telegram:MessagesPerSecond") ?? "30";
        var isNumber = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var pace) && pace >= 0;
        Require(isNumber, "Telegram:MessagesPerSecond", "viết số tin mỗi giây; Telegram cho khoảng 30, còn 0 là không giới hạn, chỉ để thử tải");
        return pace;
    }

    private CommuneFile? ReadCommune()
    {
        var path = Value("Commune:File") ?? Path.Combine(AppContext.BaseDirectory, "Communes", "ia-rmok.json");
        if (!File.Exists(path))
        {
            Wrong("Commune:File", "không thấy tệp này; viết đường dẫn tới tệp của xã, hoặc để trống để dùng dữ liệu mẫu");
            return null;
        }

        var (commune, problem) = CommuneFile.Read(path);
        Require(commune is not null, "Commune:File", problem ?? "");
        return commune;
    }

    private string ReadUrls() =>
        Checked("Urls", urls => urls.Split(';').All(IsOpenable), $"viết như mẫu: {DefaultUrls} (https do máy chủ đứng trước lo)") ?? DefaultUrls;

    private Uri? ReadPublicUrl() =>
        Checked("PublicUrl", IsPublic, "viết địa chỉ https mà bà con mở được trang, ví dụ https://ten-mien-cua-xa") is { } address ? new Uri(address) : null;

    private IPAddress[] ReadProxies()
    {
        var written = Checked("Proxies", list => list.Split(';').All(one => IPAddress.TryParse(one, out _)), "viết địa chỉ IP của máy chủ đứng trước, ví dụ 10.0.0.5;10.0.0.6");
        return written is null ? [] : [.. written.Split(';').Select(IPAddress.Parse)];
    }

    private string? Checked(string name, Func<string, bool> isGood, string instead)
    {
        var value = Value(name);
        if (value is not null && !isGood(value))
        {
            Wrong(name, instead);
            return null;
        }

        return value;
    }

    private void Require(bool isGood, string name, string instead)
    {
        if (!isGood)
        {
            Wrong(name, instead);
        }
    }

    private void Wrong(string name, string instead) => _problems.Add($"{name.Replace(":", "__", StringComparison.Ordinal)}: {instead}.");

    private string? Value(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();

    private static bool IsWebAddress(string value) =>
        Uri.TryCreate(value.Replace("*", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    /// <summary>We have no certificate of our own, and serve from the root.</summary>
    private static bool IsOpenable(string value) => IsWebAddress(value)
        && value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && value.TrimEnd('/').LastIndexOf('/') < "http://".Length;

    private static bool IsHttps(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == "https";

    /// <summary>Telegram refuses a message whole when a button in it leads to a name without a dot.</summary>
    private static bool IsPublic(string value) =>
        IsHttps(value) && new Uri(value) is { PathAndQuery: "/", HostNameType: UriHostNameType.Dns } url && url.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsProxy(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "socks5";

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]{6,}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{16,256}$")]
    private static partial Regex SecretShape();
}
