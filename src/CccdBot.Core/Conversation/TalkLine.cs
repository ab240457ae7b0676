namespace CccdBot.Core.Conversation;

/// <summary>Who said a line.</summary>
public enum Speaker
{
    Citizen,
    Bot,
    Officer,
}

/// <summary>One line of a conversation, as an officer reads it.</summary>
public sealed record TalkLine(Speaker Who, string Text, DateTime At);
