using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>The first thing a page may show before anyone has said a word.</summary>
public static class SmallTalk
{
    /// <summary>The welcome of "/start"; its choices lead to the beginning of their topics.</summary>
    public static Reply Welcome(CommuneProfile commune) => ConversationTexts.Welcome(commune);

    /// <summary>Nothing but a yes.</summary>
    internal static bool IsYes(string text) => ConversationTexts.Yes.Contains(Time.VietnameseText.Fold(text).TrimEnd('.', '!', ' '));

    /// <summary>What the welcome's button for this command says; null when it has none.</summary>
    public static string? LabelOf(string command) =>
        ConversationTexts.MenuChoices.FirstOrDefault(choice => choice.Topic == command)?.Label;
}
