namespace CccdBot.Core.Channels;

/// <summary>What a message is for; this decides how hard it is tried, how long it is of use and who goes first.</summary>
public enum MessageKind
{
    /// <summary>The answer to something the citizen just said or tapped.</summary>
    Answer,

    /// <summary>A booking was made, moved or cancelled.</summary>
    Booking,

    /// <summary>An officer's own words to someone who asked for a human being.</summary>
    FromStaff,

    /// <summary>An evening comes near.</summary>
    Reminder,
}
