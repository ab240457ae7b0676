using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>parse_mode=HTML as Telegram reads it: few tags, strict nesting, four named entities.</summary>
internal sealed partial class HtmlRules(HtmlLimits limits)
{
    private readonly FrozenDictionary<string, string[][]> _tags = limits.AllowedTags
        .Where(tag => !tag.Contains('>', StringComparison.Ordinal))
        .Select(tag => tag.Split(' '))
        .GroupBy(words => words[0])
        .ToFrozenDictionary(group => group.Key, group => group.Select(words => words[1..]).ToArray());

    public static HtmlRules Shared { get; } = new(ProseRules.Shared.Html);

    /// <summary>The text as the citizen sees it, or why Telegram would refuse it.</summary>
    public (string Visible, string? Problem) Read(string html)
    {
        var visible = new StringBuilder(html.Length);
        var open = new Stack<string>();
        for (var at = 0; at < html.Length;)
        {
            var (length, problem) = html[at] switch
            {
                '<' => ReadTag(html, at, open),
                '&' => ReadEntity(html, at, visible),
                _ => Copy(html[at], visible),
            };
            if (problem is not null)
            {
                return (html, $"can't parse entities: {problem} at byte offset {Encoding.UTF8.GetByteCount(html.AsSpan(0, at))}");
            }

            at += length;
        }

        return open.TryPeek(out var left)
            ? (html, $"can't parse entities: Can't find end tag corresponding to start tag \"{left}\"")
            : (visible.ToString(), null);
    }

    private (int Length, string? Problem) ReadTag(string html, int at, Stack<string> open)
    {
        var tag = Tag().Match(html, at);
        if (!tag.Success)
        {
            return (1, "Unsupported start tag \"\" (an unescaped \"<\")");
        }

        var name = tag.Groups["name"].Value.ToLowerInvariant();
        return (tag.Length, tag.Groups["slash"].Length > 0 ? Close(name, open) : Open(name, tag.Groups["attributes"].Value, open));
    }

    private string? Open(string name, string attributes, Stack<string> open)
    {
        open.Push(name);
        if (!_tags.TryGetValue(name, out var forms))
        {
            return $"Unsupported start tag \"{name}\"";
        }

        var present = Attribute().Matches(attributes).Select(found => found.Value.Trim().Replace("\"", "", StringComparison.Ordinal)).ToList();
        return forms.Any(needs => needs.All(need => present.Exists(has => has == need || has.StartsWith(need + "=", StringComparison.Ordinal))))
            ? null
            : $"Tag \"{name}\" must have {string.Join(" or ", forms.Select(needs => string.Join(' ', needs)))}";
    }

    private static string? Close(string name, Stack<string> open)
    {
        if (!open.TryPop(out var expected))
        {
            return "Unexpected end tag";
        }

        return expected == name ? null : $"Unmatched end tag, expected \"</{expected}>\", found \"</{name}>\"";
    }

    private (int Length, string? Problem) ReadEntity(string html, int at, StringBuilder visible)
    {
        var entity = Entity().Match(html, at);
        if (!entity.Success)
        {
            return Copy('&', visible);
        }

        var decoded = Decoded(entity.Groups["name"].Value);
        visible.Append(decoded);
        return (entity.Length, decoded is null ? $"Unsupported entity \"{entity.Value}\"" : null);
    }

    private string? Decoded(string name)
    {
        if (name[0] != '#')
        {
            return limits.NamedEntities.Contains(name) ? System.Net.WebUtility.HtmlDecode($"&{name};") : null;
        }

        var isNumber = name[1] is 'x' or 'X'
            ? int.TryParse(name.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isNumber && Rune.IsValid(code) ? new Rune(code).ToString() : null;
    }

    private static (int Length, string? Problem) Copy(char letter, StringBuilder visible)
    {
        visible.Append(letter);
        return (1, null);
    }

    [GeneratedRegex("""\G<(?<slash>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?<attributes>(\s+[^\s=<>"']+(\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s+[^\s=<>"']+(=("[^"]*"|'[^']*'|[^\s"'<>]+))?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex("""\G&(?<name>[A-Za-z]+|#[0-9]+|#[xX][0-9A-Fa-f]+);""", RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}
