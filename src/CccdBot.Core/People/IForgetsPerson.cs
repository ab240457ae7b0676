using CccdBot.Core.Channels;

namespace CccdBot.Core.People;

/// <summary>A room that keeps something about people and clears it when one of them asks.</summary>
public interface IForgetsPerson
{
    /// <summary>Clears what this room keeps, inside the turn that asked for it; what cannot be told apart from others' stays as a count.</summary>
    Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct);
}
