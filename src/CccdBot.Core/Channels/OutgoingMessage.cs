namespace CccdBot.Core.Channels;

/// <summary>Where a message in the outbox stands.</summary>
public enum OutgoingState
{
    Queued,
    Sending,
    Sent,
    Refused,
    Unknown,
    Expired,
    Cancelled,
}

/// <summary>One message to one chat, written together with the change it speaks of.</summary>
public sealed class OutgoingMessage
{
    public long Id { get; set; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The answers offered; their place in this list is the number the citizen may type.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Its buttons stay good after other messages came: a reminder, an undo.</summary>
    public bool Keeps { get; internal set; }

    /// <summary>The channel's own id of the message this one takes the place of, where the citizen tapped a button on it.</summary>
    public string? Replaces { get; internal set; }

    /// <summary>What it speaks of, such as one booking: so that it can be called back before it is sent.</summary>
    public string? About { get; internal set; }

    /// <summary>A voice or a picture that goes with the words; null for words alone.</summary>
    public Enclosed? Encloses { get; internal set; }

    public int Priority { get; init; }

    /// <summary>It waits for the morning when it comes due at night.</summary>
    public bool KeepsQuietHours { get; init; }

    public required DateTime NotBefore { get; set; }

    public required DateTime ExpiresAt { get; set; }

    public required DateTime CreatedAt { get; init; }

    public OutgoingState State { get; set; }

    public int Tries { get; set; }

    /// <summary>The node that has it in hand, or had it last.</summary>
    public Guid? ClaimedBy { get; set; }

    public DateTime? SentAt { get; set; }

    public string? ProviderMessageId { get; set; }

    public string? Problem { get; set; }

    /// <summary>The round it left with, while it is in a postman's hand: not written down.</summary>
    internal long? SendRound { get; set; }

    /// <summary>Its buttons stay good, and it can be called back by what it is about.</summary>
    public void KeepFor(string about) => (Keeps, About) = (true, about);

    public ChannelAddress To => new(Channel, Address);

    /// <summary>What a button carries over the wire: opaque, short, and only good for this message.</summary>
    public string KeyOf(int choice) => ChoiceKey.Of(Id, choice);

    /// <summary>A message for <paramref name="to"/>, due now and useful as long as its kind allows.</summary>
    public static OutgoingMessage For(ChannelAddress to, MessageKind kind, Reply reply, DateTime now) => new()
    {
        Channel = to.Channel,
        Address = to.Address,
        Kind = kind,
        Text = reply.Text,
        Choices = reply.Choices,
        Encloses = reply.Encloses,
        Priority = DeliveryPolicy.Of(kind).Priority,
        KeepsQuietHours = DeliveryPolicy.Of(kind).KeepsQuietHours,
        NotBefore = now,
        ExpiresAt = now + DeliveryPolicy.Of(kind).Lifetime,
        CreatedAt = now,
    };
}
