namespace CccdBot.Core.Channels;

/// <summary>Where one conversation lives: a channel's name and the address it knows the chat by.</summary>
public readonly record struct ChannelAddress(string Channel, string Address);
