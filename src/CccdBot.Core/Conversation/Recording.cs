using System.Globalization;

namespace CccdBot.Core.Conversation;

/// <summary>Something spoken into a chat: how long it is, and the channel's own name for it.</summary>
public sealed record Recording(int Seconds, string File)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds} {File}");

    /// <summary>Null for null.</summary>
    public static Recording? Read(string? written) =>
        written?.Split(' ', 2) is [var seconds, var file] ? new(int.Parse(seconds, CultureInfo.InvariantCulture), file) : null;
}
