using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>The first thing a page may show before anyone has said a word.</summary>
public static class SmallTalk
{
    /// <summary>The welcome of "/start"; its choices lead to the beginning of their topics.</summary>
    public static Reply Welcome(CommuneProfile commune) => ConversationTexts.Welcome(commune);

    /// <summary>Nothing but a yes, however politely.</summary>
    internal static bool IsYes(string text) => ConversationTexts.Yes.Contains(Bare(text));

    /// <summary>Nothing but a no.</summary>
    internal static bool IsNo(string text) => ConversationTexts.No.Contains(Bare(text));

    /// <summary>The folded words alone, without the small ones of politeness around them: "Dạ vâng ạ!" is "vang".</summary>
    private static string Bare(string text)
    {
        var words = Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && ConversationTexts.PoliteFirst.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && ConversationTexts.PoliteLast.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }

    /// <summary>Folded, with signs for blanks: what is typed and what stands on a button meet here.</summary>
    internal static string Words(string text) => string.Join(
        ' ', new string([.. Time.VietnameseText.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the welcome's button for this command says; null when it has none.</summary>
    public static string? LabelOf(string command) =>
        ConversationTexts.MenuChoices.FirstOrDefault(choice => choice.Topic == command)?.Label;
}
