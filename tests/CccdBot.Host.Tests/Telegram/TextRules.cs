using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>Texts that may carry markup: one way of marking only, and the length is that of the text seen.</summary>
internal static class TextRules
{
    public static void Check(JsonElement holder, string path, string name, IReadOnlyDictionary<string, FieldRule> fields, List<string> problems)
    {
        var (modeName, entitiesName) = MarkingOf(name, fields);
        var mode = ApiCall.String(holder, modeName);
        if (mode is not null && holder.TryGetProperty(entitiesName, out _))
        {
            problems.Add($"{path}{modeName} and {path}{entitiesName} exclude each other");
        }

        if (ApiCall.String(holder, name) is { } text && fields[name].Limits is { } limits)
        {
            CheckText(path + name, text, mode, limits, problems);
        }
    }

    public static bool IsHtml(string? mode) => string.Equals(mode, "HTML", StringComparison.OrdinalIgnoreCase);

    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    public static string TooShort(string path, int length, int least) =>
        path == "text" ? "message text is empty" : $"{path} has {length} characters, at least {least} needed";

    public static string TooLong(string path, int length, int most) => path switch
    {
        "text" => $"message is too long ({length} characters, {most} allowed)",
        "caption" => $"message caption is too long ({length} characters, {most} allowed)",
        _ => $"{path} has {length} characters, {most} allowed",
    };

    private static (string Mode, string Entities) MarkingOf(string name, IReadOnlyDictionary<string, FieldRule> fields) =>
        fields.ContainsKey(name + "_parse_mode")
            ? (name + "_parse_mode", name + "_entities")
            : ("parse_mode", name == "caption" ? "caption_entities" : fields.ContainsKey(name + "_entities") ? name + "_entities" : "entities");

    private static void CheckText(string path, string text, string? mode, Limits limits, List<string> problems)
    {
        var (visible, problem) = IsHtml(mode) ? HtmlRules.Shared.Read(text) : (text, null);
        if (problem is not null)
        {
            problems.Add(problem);
            return;
        }

        // Telegram trims before it counts, so a text of blanks is an empty one.
        var length = LengthOf(visible.Trim());
        if (length < limits.MinLength)
        {
            problems.Add(TooShort(path, length, limits.MinLength.Value));
        }

        if (length > limits.MaxLength)
        {
            problems.Add(TooLong(path, length, limits.MaxLength.Value));
        }
    }
}
