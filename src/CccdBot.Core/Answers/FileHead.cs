using CccdBot.Core.Time;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CccdBot.Core.Answers;

/// <summary>What stands in YAML between two lines of --- at the top of every file of the book.</summary>
internal sealed class FileHead
{
    private const string Fence = "---";

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public string? Title { get; init; }

    public string? Group { get; init; }

    public string? About { get; init; }

    /// <summary>By the voice they were written in: what was learned from one voice is judged by another.</summary>
    [YamlIgnore]
    public List<Phrasing>? Phrasings { get; private set; }

    public List<string>? Next { get; init; }

    public List<string>? Also { get; init; }

    public string? Reviewed { get; init; }

    /// <summary>Of a family: the topic that answers it.</summary>
    public string? Of { get; init; }

    public static (FileHead Head, string[] Body) Read(string file, string text)
    {
        var lines = VietnameseText.Nfc(text.TrimStart('\uFEFF')).ReplaceLineEndings("\n").Split('\n');
        var fence = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || fence < 0)
        {
            throw AnswerFile.Bad(file, "the head must stand between two lines of ---");
        }

        var phrasings = PhrasingLines.In(lines[1..fence], out var others);
        var head = Read(file, others);
        head.Phrasings = phrasings ?? throw AnswerFile.Bad(file, "the key \"phrasings\" is missing");
        return (head, lines[(fence + 1)..]);
    }

    private static FileHead Read(string file, IEnumerable<string> lines)
    {
        try
        {
            return Yaml.Deserialize<FileHead>(string.Join('\n', lines)) ?? throw AnswerFile.Bad(file, "the head is empty");
        }
        catch (YamlException broken)
        {
            throw new InvalidDataException($"{file}: the head is not readable, {broken.Message}", broken);
        }
    }
}
