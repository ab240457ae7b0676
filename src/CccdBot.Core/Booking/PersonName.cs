using CccdBot.Core.Conversation;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>What a citizen answers when asked for a name.</summary>
internal static class PersonName
{
    /// <summary>"Ama 2" is a name; a phone number or a year is not.</summary>
    private const int MostDigits = 3;

    /// <summary>The name, on one line; null when it cannot be one: no letters, a number of more than three digits, too long, a covered ID number, a question, a mere yes.</summary>
    public static string? Read(string text)
    {
        var name = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Any(char.IsLetter) && name.Length <= Person.LongestName && !name.Any(IsNotOfAName) && name.Count(char.IsDigit) <= MostDigits && !SmallTalk.IsYes(name) && !SmallTalk.IsNo(name) ? name : null;
    }

    private static bool IsNotOfAName(char sign) => sign is '[' or ']' or '?';
}
