using CccdBot.Core.Conversation;
using CccdBot.Core.People;

namespace CccdBot.Core.Outreach.Posters;

/// <summary>The words for who comes from a poster.</summary>
internal static class PosterTexts
{
    public const string Title = "Tôi ở buôn này";

    /// <param name="home">Where they live by what they scanned; null where they had said another village.</param>
    public static string Welcome(CommuneProfile commune, string? home, string evenings) =>
        ConversationTexts.Greeting(commune, home is null ? evenings : $"Em ghi bà con ở {home}. {evenings}");

    public static string BookAt(string village) => $"Đặt lịch, {village}";
}
