namespace CccdBot.Core.Answers;

/// <summary>One thing people come to ask about, with what was true of it at different times.</summary>
public sealed record AnswerTopic(
    string Id,
    string Title,
    string About,
    IReadOnlyList<string> Phrasings,
    IReadOnlyList<string> Next,
    IReadOnlyList<string> Also,
    DateOnly Reviewed,
    IReadOnlyList<Passage> Passages)
{
    public Passage? InForce(DateOnly asOf) => Passages.FirstOrDefault(passage => passage.IsInForce(asOf));
}
