using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>Fields, types, limits and enums by the table, into the last nested object.</summary>
internal sealed class TypeRules(BotApi api)
{
    private const string ArrayOf = "Array of ";

    public void CheckFields(string path, JsonElement holder, IReadOnlyDictionary<string, FieldRule> fields, List<string> problems)
    {
        foreach (var property in holder.EnumerateObject().Where(property => !fields.ContainsKey(property.Name)))
        {
            problems.Add($"unknown parameter {path}{property.Name}");
        }

        foreach (var (name, rule) in fields)
        {
            if (holder.TryGetProperty(name, out var value))
            {
                CheckField(path + name, value, rule, problems);
            }
            else if (rule.Required)
            {
                problems.Add($"required parameter {path}{name} is missing");
            }

            if (rule.Limits?.CountsVisibleText == true)
            {
                TextRules.Check(holder, path, name, fields, problems);
            }
        }
    }

    private void CheckField(string path, JsonElement value, FieldRule rule, List<string> problems)
    {
        CheckType(path, value, rule.Types, problems);
        // Telegram lowers the parse mode before it looks, and the library does send "Html".
        var comparison = path.EndsWith("parse_mode", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number && !rule.Allows(value, comparison))
        {
            problems.Add($"{path} is \"{value}\", allowed are {string.Join(", ", rule.Enum!)}");
        }

        if (rule.Limits is { } limits)
        {
            CheckLimits(path, value, limits, problems);
        }
    }

    private void CheckType(string path, JsonElement value, IReadOnlyList<string> types, List<string> problems)
    {
        List<string> fitting = [.. types.SelectMany(api.KindsOf).Where(type => LooksLike(value, type))];
        if (fitting.Count == 0)
        {
            problems.Add($"{path} must be {string.Join(" or ", types)}, not {value.ValueKind}");
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            CheckItems(path, value, [.. fitting.Select(type => type[ArrayOf.Length..])], problems);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            var fields = fitting.Select(api.FieldsOf).MinBy(candidate => MisfitOf(value, candidate))!;
            CheckFields(path + ".", value, fields, problems);
        }
    }

    private void CheckItems(string path, JsonElement items, IReadOnlyList<string> types, List<string> problems)
    {
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            CheckType(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item, types, problems);
        }
    }

    private static bool LooksLike(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Number => type == "Float" || type == "Integer" && value.TryGetInt64(out _),
        JsonValueKind.String => type is "String" or "InputFile",
        JsonValueKind.True or JsonValueKind.False => type == "Boolean",
        JsonValueKind.Array => type.StartsWith(ArrayOf, StringComparison.Ordinal),
        JsonValueKind.Object => type is not ("Float" or "Integer" or "String" or "InputFile" or "Boolean")
            && !type.StartsWith(ArrayOf, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Of several object types the one meant is the one with the fewest strange, missing or contradicting fields.</summary>
    private static int MisfitOf(JsonElement value, IReadOnlyDictionary<string, FieldRule> fields) =>
        value.EnumerateObject().Count(property => !fields.ContainsKey(property.Name))
        + fields.Count(field => field.Value.Required && !value.TryGetProperty(field.Key, out _))
        + fields.Count(field => field.Value.Enum is [_] && value.TryGetProperty(field.Key, out var said) && !field.Value.Allows(said)) * 100;

    private static void CheckLimits(string path, JsonElement value, Limits limits, List<string> problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.GetDouble() < limits.Minimum || value.GetDouble() > limits.Maximum:
                problems.Add($"{path} is {value.GetRawText()}, allowed are {limits.Minimum} to {limits.Maximum}");
                break;
            case JsonValueKind.Array when value.GetArrayLength() < limits.MinItems || value.GetArrayLength() > limits.MaxItems:
                problems.Add($"{path} has {value.GetArrayLength()} items, allowed are {limits.MinItems} to {limits.MaxItems}");
                break;
            case JsonValueKind.String:
                CheckString(path, value.GetString()!, limits, problems);
                break;
            default:
                break;
        }
    }

    private static void CheckString(string path, string text, Limits limits, List<string> problems)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes < limits.MinBytes || bytes > limits.MaxBytes)
        {
            var code = path.EndsWith("callback_data", StringComparison.Ordinal) ? "BUTTON_DATA_INVALID: " : "";
            problems.Add($"{code}{path} has {bytes} bytes, allowed are {limits.MinBytes} to {limits.MaxBytes}");
        }

        var length = TextRules.LengthOf(text);
        if (!limits.CountsVisibleText && (length < limits.MinLength || length > limits.MaxLength))
        {
            problems.Add($"{path} has {length} characters, allowed are {limits.MinLength} to {limits.MaxLength}");
        }
    }
}
