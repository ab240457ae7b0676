using CccdBot.Core.Conversation;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>What a citizen answers when asked for a name.</summary>
internal static class PersonName
{
    /// <summary>The name, on one line; null when it cannot be one: no letters, digits in it, too long, a covered ID number, a question, a mere yes.</summary>
    public static string? Read(string text)
    {
        var name = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Any(char.IsLetter) && name.Length <= Person.LongestName && !name.Any(IsNotOfAName) && !SmallTalk.IsYes(name) ? name : null;
    }

    private static bool IsNotOfAName(char sign) => char.IsDigit(sign) || sign is '[' or ']' or '?' or '/' or '@';
}
