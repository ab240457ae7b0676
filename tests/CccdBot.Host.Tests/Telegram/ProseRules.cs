namespace CccdBot.Host.Tests.Telegram;

internal sealed record ConditionalRule(string Method, string Needs);

internal sealed record KeyboardLimits(
    IReadOnlyList<string> InlineButtonTypesExactlyOneOf, int InlineMaxButtons, int InlineMaxButtonsPerRow, int CallbackDataMaxUtf8Bytes);

internal sealed record HtmlLimits(IReadOnlyList<string> AllowedTags, IReadOnlyList<string> NamedEntities);

/// <summary>Rules that Telegram states only in prose.</summary>
internal sealed record ProseRules(IReadOnlyList<ConditionalRule> Conditional, KeyboardLimits Keyboards, HtmlLimits Html)
{
    public static ProseRules Shared { get; } = DataFile.Read<ProseRules>("telegram-rules.json", isSnakeCase: true);
}
