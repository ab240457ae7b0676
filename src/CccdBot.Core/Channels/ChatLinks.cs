namespace CccdBot.Core.Channels;

/// <summary>Addresses that open the chat with something carried along.</summary>
public static class ChatLinks
{
    /// <summary>Null while no channel has told its address.</summary>
    public static string? LinkWith(this IEnumerable<IChannel> channels, string carried) =>
        channels.Select(channel => channel.PrivateTalk).FirstOrDefault(talk => talk is not null) is { } talk ? $"{talk}?start={carried}" : null;
}
