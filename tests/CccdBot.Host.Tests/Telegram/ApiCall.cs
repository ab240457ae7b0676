using System.Globalization;
using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

public sealed record FakeButton(string Label, string? CallbackData, string? Url = null);

/// <summary>One request of the bot and what became of it.</summary>
public sealed record ApiCall(
    int Number,
    string Method,
    JsonElement Parameters,
    long? ChatId,
    string? Text,
    IReadOnlyList<FakeButton> Buttons,
    long? MessageId,
    DateTimeOffset At,
    string Outcome)
{
    /// <summary>What it carried along.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>True also when the bot never heard of it: the citizen got the message, the answer was lost.</summary>
    public bool IsAccepted => Outcome.StartsWith(Answer.Accepted, StringComparison.Ordinal);

    public bool IsSend => StartsWith("send") && Method != "sendChatAction" || StartsWith("copy") || StartsWith("forward");

    public bool IsMessageCall => IsSend || StartsWith("edit");

    public override string ToString()
    {
        var buttons = string.Concat(Buttons.Select(button => $" [{button.Label}|{button.CallbackData}]"));
        return string.Create(CultureInfo.InvariantCulture, $"#{Number} {Method} chat {ChatId} \"{Text}\"{buttons} -> {Outcome}");
    }

    internal static ApiCall Read(int number, string method, JsonElement parameters, DateTimeOffset at)
    {
        var isObject = parameters.ValueKind == JsonValueKind.Object;
        return new(number, method, parameters,
            isObject ? Long(parameters, "chat_id") : null,
            isObject ? String(parameters, "text") ?? String(parameters, "caption") : null,
            isObject ? ButtonsIn(parameters) : [],
            isObject ? Long(parameters, "message_id") : null, at, "");
    }

    internal static long? Long(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    internal static string? String(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<FakeButton> ButtonsIn(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("reply_markup", out var markup) || markup.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var isKeyboard = markup.TryGetProperty("inline_keyboard", out var rows) || markup.TryGetProperty("keyboard", out rows);
        return isKeyboard && rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray().SelectMany(ButtonsOfRow)] : [];
    }

    private static IEnumerable<FakeButton> ButtonsOfRow(JsonElement row) =>
        row.ValueKind != JsonValueKind.Array
            ? []
            : row.EnumerateArray().Where(button => button.ValueKind == JsonValueKind.Object)
                .Select(button => new FakeButton(String(button, "text") ?? "", String(button, "callback_data"), String(button, "url")));

    private bool StartsWith(string verb) => Method.StartsWith(verb, StringComparison.Ordinal);
}
