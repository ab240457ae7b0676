namespace CccdBot.Core.Channels;

/// <summary>A chat nobody answers at any more: the person blocked us or left. It opens again when they write.</summary>
public sealed class ClosedAddress
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required DateTime Since { get; init; }
}
