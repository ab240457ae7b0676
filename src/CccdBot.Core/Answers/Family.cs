namespace CccdBot.Core.Answers;

/// <summary>A kind of talk that many phrasings share and one topic answers: passports, football, insults.</summary>
/// <param name="Of">The topic that answers it.</param>
public sealed record Family(string Id, string Of, IReadOnlyList<Phrasing> Phrasings)
{
    internal static Family Read(string file, string text)
    {
        var (head, _) = FileHead.Read(file, text);
        return new Family(
            Path.GetFileNameWithoutExtension(file), head.Of ?? throw AnswerFile.Bad(file, "the key \"of\" is missing"), head.Phrasings!);
    }

    internal Family Without(string? voice) => this with { Phrasings = [.. Phrasings.Where(phrasing => phrasing.Voice != voice)] };
}
