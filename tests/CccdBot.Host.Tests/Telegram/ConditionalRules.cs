using System.Text.Json;
using System.Text.RegularExpressions;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>Rules of single methods that no table can say.</summary>
internal static partial class ConditionalRules
{
    private static readonly int[] WebhookPorts = [443, 80, 88, 8443];

    private static readonly Dictionary<string, Action<JsonElement, List<string>>> Rules = new()
    {
        ["editMessageText"] = CheckEditedText,
        ["editMessageCaption"] = CheckEditTarget,
        ["editMessageMedia"] = CheckEditTarget,
        ["editMessageReplyMarkup"] = CheckEditTarget,
        ["sendMediaGroup"] = CheckAlbum,
        ["setMyCommands"] = CheckCommands,
        ["setWebhook"] = CheckWebhook,
    };

    public static IEnumerable<string> Methods => Rules.Keys;

    public static void Check(string method, JsonElement parameters, List<string> problems)
    {
        if (Rules.TryGetValue(method, out var check))
        {
            check(parameters, problems);
        }
    }

    private static void CheckEditedText(JsonElement parameters, List<string> problems)
    {
        CheckEditTarget(parameters, problems);
        if (parameters.TryGetProperty("text", out _) == parameters.TryGetProperty("rich_message", out _))
        {
            problems.Add("exactly one of text and rich_message is needed");
        }
    }

    private static void CheckEditTarget(JsonElement parameters, List<string> problems)
    {
        var hasChat = parameters.TryGetProperty("chat_id", out _);
        var hasMessage = parameters.TryGetProperty("message_id", out _);
        var isInline = parameters.TryGetProperty("inline_message_id", out _);
        if (isInline ? hasChat || hasMessage : !hasChat || !hasMessage)
        {
            problems.Add("exactly one of chat_id with message_id and inline_message_id is needed");
        }
    }

    private static void CheckAlbum(JsonElement parameters, List<string> problems)
    {
        var kinds = ItemsOf(parameters, "media").Select(item => ApiCall.String(item, "type")).Distinct().ToList();
        if (kinds.Count > 1 && (kinds.Contains("document") || kinds.Contains("audio")))
        {
            problems.Add("documents go only with documents and audio only with audio in one album");
        }
    }

    private static void CheckCommands(JsonElement parameters, List<string> problems)
    {
        var commands = ItemsOf(parameters, "commands");
        if (commands.Count > 100)
        {
            problems.Add($"BOT_COMMANDS_TOO_MUCH: {commands.Count} commands, 100 allowed");
        }

        foreach (var name in commands.Select(command => ApiCall.String(command, "command")).Where(name => name is not null && !Command().IsMatch(name)))
        {
            problems.Add($"BOT_COMMAND_INVALID: \"{name}\" is not 1 to 32 of a-z, 0-9 and _");
        }

        if (ApiCall.String(parameters, "language_code") is { } language && !Language().IsMatch(language))
        {
            problems.Add($"LANGUAGE_CODE_INVALID: \"{language}\" is not two letters");
        }
    }

    private static List<JsonElement> ItemsOf(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)]
            : [];

    private static void CheckWebhook(JsonElement parameters, List<string> problems)
    {
        if (ApiCall.String(parameters, "url") is { Length: > 0 } url && !IsWebhookAddress(url))
        {
            problems.Add($"bad webhook: \"{url}\" is not https on port 443, 80, 88 or 8443");
        }

        if (ApiCall.String(parameters, "secret_token") is { } secret && !Secret().IsMatch(secret))
        {
            problems.Add("secret token contains unallowed characters");
        }
    }

    private static bool IsWebhookAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && WebhookPorts.Contains(address.Port);

    [GeneratedRegex(@"^[a-z0-9_]{1,32}\z")]
    private static partial Regex Command();

    [GeneratedRegex(@"^([a-z]{2})?\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Secret();
}
