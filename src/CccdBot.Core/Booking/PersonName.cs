using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>What a citizen answers when asked for a name.</summary>
internal static class PersonName
{
    /// <summary>The name, on one line; null when it cannot be one: no letters, too long, a covered ID number, a question.</summary>
    public static string? Read(string text)
    {
        var name = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Any(char.IsLetter) && name.Length <= Person.LongestName && !name.Contains('[') && !name.Contains('?') ? name : null;
    }
}
