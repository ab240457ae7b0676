namespace CccdBot.Core.Channels;

/// <summary>What a message is for; this decides how hard it is tried, how long it is of use and who goes first.</summary>
public enum MessageKind
{
    /// <summary>The answer to something the citizen just said or tapped.</summary>
    Answer,

    /// <summary>A booking was made, moved or cancelled.</summary>
    Booking,

    /// <summary>The evening someone has a seat in is called off or moved.</summary>
    Change,

    /// <summary>A seat has come free for someone who waits, for a short while.</summary>
    Offer,

    /// <summary>An officer's own words to someone who asked for a human being.</summary>
    FromStaff,

    /// <summary>A citizen's question that waits, told to the officers' own chats.</summary>
    Duty,

    /// <summary>What a citizen says to the officer who is talking with them just now.</summary>
    ToStaff,

    /// <summary>What officers have decided about a home visit or a trip.</summary>
    Visit,

    /// <summary>An evening comes near.</summary>
    Reminder,

    /// <summary>The commune's word to many.</summary>
    Notice,
}
