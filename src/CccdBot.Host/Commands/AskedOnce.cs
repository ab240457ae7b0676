using System.Text.Json.Serialization;
using CccdBot.Core.Answers;

namespace CccdBot.Host.Commands;

/// <summary>What the bot says, as other programs read it.</summary>
internal sealed class AskedOnce(Advice advice)
{
    public string Outcome { get; } = advice switch
    {
        Advice.Answer => "answer",
        Advice.Choose => "choices",
        _ => "handover",
    };

    /// <summary>The topics that were answered.</summary>
    public IReadOnlyList<string> Topics { get; } = advice is Advice.Answer answer ? [.. answer.Given.Select(given => given.Topic.Id)] : [];

    /// <summary>The topics that were offered instead.</summary>
    public IReadOnlyList<string> Choices { get; } = advice is Advice.Choose choose ? [.. choose.Topics.Select(topic => topic.Id)] : [];

    public string Text { get; } = advice.Text;

    public IReadOnlyList<Source> Sources { get; } = advice is Advice.Answer answered
        ? [.. answered.Given.Select(given => new Source(given.Passage.Basis, given.Passage.From, given.Passage.To))]
        : [];

    /// <summary>The same for people.</summary>
    [JsonIgnore]
    public string Told => Choices.Count == 0 ? Text : $"{Text}\n{string.Join('\n', Choices.Select(choice => $"- {choice}"))}";

    public sealed record Source(string Title, DateOnly From, DateOnly? To);
}
