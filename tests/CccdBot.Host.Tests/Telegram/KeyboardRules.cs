using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>What a keyboard needs beyond the types of its fields.</summary>
internal static class KeyboardRules
{
    private static readonly KeyboardLimits Limits = ProseRules.Shared.Keyboards;
    private static readonly string[] PrivateOnly = ["web_app", "request_contact", "request_location", "request_poll"];
    private static readonly string[] LinkSchemes = ["http", "https", "tg"];

    public static void Check(JsonElement parameters, List<string> problems)
    {
        if (!parameters.TryGetProperty("reply_markup", out var markup) || markup.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var inline = RowsOf(markup, "inline_keyboard");
        CheckSize(inline, problems);
        foreach (var button in inline.SelectMany(row => row))
        {
            CheckInline(button, problems);
        }

        if (ApiCall.Long(parameters, "chat_id") < 0)
        {
            CheckGroup(inline.Concat(RowsOf(markup, "keyboard")).SelectMany(row => row), problems);
        }
    }

    /// <summary>Rows and buttons of a wrong shape are left out: the type table has named them already.</summary>
    private static List<List<JsonElement>> RowsOf(JsonElement markup, string name) =>
        markup.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array
            ? [.. rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Array).Select(ButtonsOf)]
            : [];

    private static List<JsonElement> ButtonsOf(JsonElement row) =>
        [.. row.EnumerateArray().Where(button => button.ValueKind == JsonValueKind.Object)];

    private static void CheckSize(List<List<JsonElement>> rows, List<string> problems)
    {
        var all = rows.Sum(row => row.Count);
        if (all > Limits.InlineMaxButtons)
        {
            problems.Add($"reply markup is too long: {all} buttons, {Limits.InlineMaxButtons} allowed");
        }

        if (rows.Exists(row => row.Count > Limits.InlineMaxButtonsPerRow))
        {
            problems.Add($"reply markup is too long: more than {Limits.InlineMaxButtonsPerRow} buttons in a row");
        }
    }

    private static void CheckInline(JsonElement button, List<string> problems)
    {
        var label = ApiCall.String(button, "text");
        if (string.IsNullOrWhiteSpace(label))
        {
            problems.Add("inline keyboard button text is empty");
        }

        var actions = Limits.InlineButtonTypesExactlyOneOf.Where(action => button.TryGetProperty(action, out _)).ToList();
        if (actions.Count != 1)
        {
            problems.Add($"BUTTON_TYPE_INVALID: button \"{label}\" needs exactly one action, not {actions.Count} ({string.Join(", ", actions)})");
        }

        if (ApiCall.String(button, "url") is { } url && !IsLink(url))
        {
            problems.Add($"BUTTON_URL_INVALID: button \"{label}\" leads to \"{url}\"");
        }
    }

    private static bool IsLink(string url) => Uri.TryCreate(url, UriKind.Absolute, out var link) && LinkSchemes.Contains(link.Scheme);

    private static void CheckGroup(IEnumerable<JsonElement> buttons, List<string> problems) =>
        problems.AddRange(buttons.SelectMany(button => PrivateOnly.Where(name => button.TryGetProperty(name, out _)))
            .Select(name => $"BUTTON_TYPE_INVALID: {name} works in private chats only"));
}
