using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>A citizen asks for a human being: it waits, an officer takes it in hand, and it is ended.</summary>
public sealed class HelpRequest
{
    public long Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string Text { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>The officer who took it; whoever is silent for too long may be relieved by another.</summary>
    public Guid? TakenBy { get; init; }

    /// <summary>The officer has it in hand until then, unless they say more.</summary>
    public DateTime? HeldUntil { get; init; }

    /// <summary>When the citizen, writing while the bot is silent, was told that an officer reads it: once is enough.</summary>
    public DateTime? AcknowledgedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public ChannelAddress From => new(Channel, Address);

    public bool IsHeld(DateTime now) => EndedAt is null && HeldUntil > now;

    /// <summary>Whatever an officer's chat was told about this request.</summary>
    public static string AboutOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"help {id}");
}
