using CccdBot.Core.Channels;

namespace CccdBot.Core.Conversation;

/// <summary>What kind of thing came in at the door.</summary>
public enum IncomingKind
{
    Text,
    Choice,
    Edited,
    Photo,

    /// <summary>Spoken into the chat.</summary>
    Voice,
    OwnContact,
    OtherContact,
    NotText,
    InGroup,
    Blocked,
    Unblocked,
}

/// <summary>Where a message in the inbox stands.</summary>
public enum IncomingState
{
    Waiting,
    Handled,
    SetAside,
}

/// <summary>One message of a citizen, as it was let in: cleaned, and with ID numbers covered before anything is kept.</summary>
public sealed class IncomingMessage
{
    /// <summary>Telegram's own limit; a longer text is cut, and told so.</summary>
    public const int LongestText = 4096;

    /// <summary>Twice the limit: decomposed letters still fit, and nobody makes us read a book.</summary>
    private const int WorthReading = 2 * LongestText;

    public long Id { get; set; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    /// <summary>The channel's own id of this delivery: the same one twice is one message.</summary>
    public required string DeliveryId { get; init; }

    public required IncomingKind Kind { get; init; }

    /// <summary>The text, or the key of the button.</summary>
    public string Text
    {
        get;
        init => field = Let(value);
    }

    = "";

    /// <summary>Of what was spoken: where the channel keeps it.</summary>
    public Recording? Recording { get; init; }

    /// <summary>The channel's own id of the message whose button was tapped.</summary>
    public string? TappedMessage { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public IncomingState State { get; set; }

    public int Tries { get; set; }

    /// <summary>After a failed try the next one waits until then; null before any.</summary>
    public DateTime? RetryAt { get; set; }

    public ChannelAddress From => new(Channel, Address);

    private static string Let(string raw)
    {
        var clean = IdNumbers.Mask(CitizenText.Clean(raw.Length <= WorthReading ? raw : raw[..WorthReading]));
        return clean.Length <= LongestText ? clean : clean[..LongestText];
    }
}
