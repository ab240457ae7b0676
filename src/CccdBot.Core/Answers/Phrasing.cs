namespace CccdBot.Core.Answers;

/// <summary>One way people ask about a topic, and in whose voice it was written down.</summary>
public sealed record Phrasing(string Voice, string Text);
