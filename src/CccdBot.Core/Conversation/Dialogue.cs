namespace CccdBot.Core.Conversation;

/// <summary>Where a conversation stands: the question that is open, and the button pressed last.</summary>
public sealed class Dialogue
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    /// <summary>The topic that asked and waits for words of the citizen's own; null when none is.</summary>
    public string? Topic { get; set; }

    public string? Step { get; set; }

    /// <summary>What the question is about, such as a booking's id.</summary>
    public string? About { get; set; }

    /// <summary>A second tap on the same button within one breath is not a second wish.</summary>
    public string? LastPressed { get; set; }

    /// <summary>How often in a row the bot could not help.</summary>
    public int Misses { get; set; }

    /// <summary>An officer has this conversation in hand until then, unless they say more.</summary>
    public DateTime? HeldUntil { get; init; }

    /// <summary>An officer is talking here: the bot answers nothing typed until then.</summary>
    public DateTime? SilentUntil { get; init; }

    /// <summary>The citizen's request an officer is answering in this chat of their own; null in a citizen's.</summary>
    public long? Answering { get; init; }

    public bool IsHeld(DateTime now) => HeldUntil > now;

    public bool IsSilent(DateTime now) => SilentUntil > now;
}
