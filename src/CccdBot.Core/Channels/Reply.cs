namespace CccdBot.Core.Channels;

/// <summary>What is said to a citizen: plain text and the answers offered below it.</summary>
public sealed record Reply(string Text, params IReadOnlyList<Choice> Choices)
{
    /// <summary>A voice or a picture that goes with the words.</summary>
    public Enclosed? Encloses { get; init; }
}
