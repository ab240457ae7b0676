using System.Text.RegularExpressions;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>Which links a notice may carry: fraud comes with links, so ours are few and known.</summary>
/// <param name="Allowed">Hosts as the settings name them: "dichvucong.gov.vn".</param>
public sealed partial record LinkRule(IReadOnlyList<string> Allowed)
{
    /// <summary>The first link that is not among them; null when there is none.</summary>
    public string? Refuses(string text) => Links().Matches(text).Select(link => link.Groups["host"].Value.ToLowerInvariant())
        .FirstOrDefault(host => !Allowed.Any(allowed => host == allowed || host.EndsWith($".{allowed}", StringComparison.Ordinal)));

    /// <summary>With or without "https": what a telephone makes tappable.</summary>
    [GeneratedRegex(
        @"(?:https?://|(?<![\w@.-]))(?<host>(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|top|xyz|site|online|io|me|app|link|click|shop|cc|co|us|biz|pro|live|store|tk|ml|ly|gl))(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
