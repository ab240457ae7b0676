namespace CccdBot.Core.Answers;

/// <summary>One thing people come to ask about, with what was true of it at different times.</summary>
public sealed record AnswerTopic(
    string Id,
    string Title,
    string Group,
    string About,
    IReadOnlyList<Phrasing> Phrasings,
    IReadOnlyList<string> Next,
    IReadOnlyList<string> Also,
    DateOnly Reviewed,
    IReadOnlyList<Passage> Passages)
{
    /// <summary>About evenings at the hall and places in them, not about cards, the app or the law.</summary>
    public bool IsAboutEvenings => Group.StartsWith("A ", StringComparison.Ordinal);

    public Passage? InForce(DateOnly asOf) => Passages.FirstOrDefault(passage => passage.IsInForce(asOf));

    internal AnswerTopic Without(string? voice) =>
        this with { Phrasings = [.. Phrasings.Where(phrasing => phrasing.Voice != voice)] };
}
