using System.Collections.Frozen;
using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

internal sealed record Limits(
    long? Minimum, long? Maximum, int? MinLength, int? MaxLength, int? MinBytes, int? MaxBytes, int? MinItems, int? MaxItems, string? After)
{
    public bool CountsVisibleText => After == "entities_parsing";
}

internal sealed record FieldRule(IReadOnlyList<string> Types, bool Required, Limits? Limits, IReadOnlyList<JsonElement>? Enum)
{
    public bool Allows(JsonElement value, StringComparison comparison = StringComparison.Ordinal) =>
        Enum is null || Enum.Any(allowed => string.Equals(allowed.ToString(), value.ToString(), comparison));
}

internal sealed record MethodRule(IReadOnlyList<string> Returns, IReadOnlyDictionary<string, FieldRule> Parameters)
{
    public string Name { get; init; } = "";
}

internal sealed record TypeRule(IReadOnlyDictionary<string, FieldRule>? Fields, IReadOnlyList<string>? Subtypes);

/// <summary>The machine-readable Bot API: every method and type with its fields.</summary>
internal sealed class BotApi
{
    private readonly FrozenDictionary<string, MethodRule> _methods;
    private readonly FrozenDictionary<string, TypeRule> _types;

    private BotApi(Tables tables)
    {
        _methods = tables.Methods.ToFrozenDictionary(
            pair => pair.Key, pair => pair.Value with { Name = pair.Key }, StringComparer.OrdinalIgnoreCase);
        _types = tables.Types.ToFrozenDictionary();
    }

    public static BotApi Shared { get; } = new(DataFile.Read<Tables>("telegram-bot-api.json"));

    public MethodRule? Method(ReadOnlySpan<char> name) =>
        _methods.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var method) ? method : null;

    public IReadOnlyDictionary<string, FieldRule> FieldsOf(string type) =>
        _types.TryGetValue(type, out var rule) && rule.Fields is { } fields ? fields : FrozenDictionary<string, FieldRule>.Empty;

    /// <summary>"InputMedia" is any of its six kinds; a plain type is itself.</summary>
    public IEnumerable<string> KindsOf(string type) =>
        _types.TryGetValue(type, out var rule) && rule.Subtypes is { } subtypes ? subtypes.SelectMany(KindsOf) : [type];

    private sealed record Tables(Dictionary<string, MethodRule> Methods, Dictionary<string, TypeRule> Types);
}

internal static class DataFile
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static T Read<T>(string name, bool isSnakeCase = false)
    {
        using var file = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not embedded under that logical name.");
        return JsonSerializer.Deserialize<T>(file, isSnakeCase ? Snake : Camel)!;
    }
}
