using CccdBot.Core.Channels;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>An invitation to work with us: opened once, by whoever holds it, and good for nothing until the chief knows the name behind it.</summary>
public sealed class StaffInvite
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Hash { get; init; }

    public required Role Role { get; init; }

    public string VillageCodes { get; init; } = "";

    public required Guid InvitedBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>The chat in which it was opened.</summary>
    public string? Channel { get; init; }

    public string? Address { get; init; }

    public DateTime? OpenedAt { get; init; }

    /// <summary>Who they say they are.</summary>
    public string? Name { get; init; }

    public InviteEnd? End { get; init; }

    public DateTime? EndedAt { get; init; }

    public ChannelAddress? Chat => Channel is null || Address is null ? null : new ChannelAddress(Channel, Address);
}

/// <summary>How an invitation ended.</summary>
public enum InviteEnd
{
    Accepted,
    Refused,
}
