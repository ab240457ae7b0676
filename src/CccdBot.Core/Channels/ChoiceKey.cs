using System.Globalization;

namespace CccdBot.Core.Channels;

/// <summary>The opaque key of a button: which message, which of its choices. "3f2.1" is choice 1 of message 1010.</summary>
public readonly record struct ChoiceKey(long Message, int Choice)
{
    public static string Of(long message, int choice) =>
        string.Create(CultureInfo.InvariantCulture, $"{message:x}.{choice}");

    /// <summary>Reads a key; null when it is none of ours.</summary>
    public static ChoiceKey? Read(string? key)
    {
        var parts = (key ?? "").Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var message)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var choice)
            ? new ChoiceKey(message, choice)
            : null;
    }
}
