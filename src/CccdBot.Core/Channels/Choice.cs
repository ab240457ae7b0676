namespace CccdBot.Core.Channels;

/// <summary>One numbered answer offered below a message: what it says, and where in which topic it leads.</summary>
/// <remarks>Labels stay within 20 characters where it can be helped: each is a button on a small phone.</remarks>
public sealed record Choice(string Label, string Topic, string Step, string Value = "");
