using System.Text.Json;
using System.Text.Json.Serialization;

namespace CccdBot.Core.Channels;

/// <summary>How the offered answers are kept beside their message.</summary>
internal static class ChoicesJson
{
    public static string Write(IReadOnlyList<Choice> choices) =>
        choices.Count == 0 ? "[]" : JsonSerializer.Serialize(choices, ChoicesContext.Default.IReadOnlyListChoice);

    public static IReadOnlyList<Choice> Read(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize(json, ChoicesContext.Default.IReadOnlyListChoice) ?? [];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Choice>))]
internal sealed partial class ChoicesContext : JsonSerializerContext;
