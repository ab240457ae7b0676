using System.Globalization;

namespace CccdBot.Core.Answers;

/// <summary>One topic as its author wrote it: a head in YAML, then a passage for every time the rule was different.</summary>
internal sealed class AnswerFile(string name, string text)
{
    /// <summary>The title is also the text of a button, and Zalo cuts a longer one.</summary>
    private const int LongestTitle = 20;

    private const string PassageMark = "## ";
    private const string MoreMark = "Xem thêm:";

    public AnswerTopic Read()
    {
        var (head, body) = FileHead.Read(name, text);
        return Topic(head, Passages(body));
    }

    internal static InvalidDataException Bad(string file, string reason) => new($"{file}: {reason}.");

    private AnswerTopic Topic(FileHead head, List<Passage> passages)
    {
        var title = Given(head.Title, "title");
        if (title.Length > LongestTitle)
        {
            throw Bad($"the title \"{title}\" is longer than {LongestTitle} characters");
        }

        return new AnswerTopic(
            Path.GetFileNameWithoutExtension(name),
            title,
            Given(head.Group, "group"),
            Given(head.About, "about"),
            head.Phrasings!,
            Given(head.Next, "next"),
            Given(head.Also, "also"),
            Date(Given(head.Reviewed, "reviewed")),
            passages);
    }

    private string Given(string? value, string key) =>
        string.IsNullOrWhiteSpace(value) ? throw Bad($"the key \"{key}\" is missing") : value.Trim();

    private List<string> Given(List<string>? values, string key) =>
        values ?? throw Bad($"the key \"{key}\" is missing");

    private DateOnly Date(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Bad($"\"{written}\" is not a date such as 2026-11-23");

    private List<Passage> Passages(string[] lines)
    {
        var headings = Enumerable.Range(0, lines.Length).Where(i => IsHeading(lines[i])).ToList();
        if (headings.Count == 0 || lines[..headings[0]].Any(line => line.Trim().Length > 0))
        {
            throw Bad("the text must begin with a heading such as ## 2024-07-01 .. | Luật Căn cước 2023");
        }

        var ends = headings.Skip(1).Append(lines.Length);
        var passages = headings.Zip(ends, (from, to) => PassageOf(lines[from], lines[(from + 1)..to])).ToList();
        RefuseOverlaps(passages);
        return passages;
    }

    private static bool IsHeading(string line) => line.StartsWith(PassageMark, StringComparison.Ordinal);

    private Passage PassageOf(string heading, string[] body)
    {
        var (period, grounds) = Halves(heading[PassageMark.Length..], "|", heading);
        var (from, to) = Halves(period, "..", heading);
        var (basis, facts) = grounds.Contains('|') ? Halves(grounds, "|", heading) : (grounds, "");
        var passage = new Passage(Text(body), More(body), Given(basis, "basis"), Date(from), to.Length == 0 ? null : Date(to))
        {
            Facts = facts.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
        if (passage.To < passage.From)
        {
            throw Bad($"the passage \"{heading}\" ends before it begins");
        }

        return passage.Text.Length > 0 ? passage : throw Bad($"the passage \"{heading}\" has no text");
    }

    private (string Left, string Right) Halves(string whole, string mark, string heading)
    {
        var parts = whole.Split(mark, 2);
        return parts.Length == 2
            ? (parts[0].Trim(), parts[1].Trim())
            : throw Bad($"the heading \"{heading}\" lacks \"{mark}\"");
    }

    private static string Text(string[] body) => Joined(body.TakeWhile(line => line.Trim() != MoreMark));

    private static string? More(string[] body) =>
        Joined(body.SkipWhile(line => line.Trim() != MoreMark).Skip(1)) is { Length: > 0 } more ? more : null;

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines).Trim();

    private void RefuseOverlaps(List<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages.Skip(i + 1).FirstOrDefault(passages[i].Overlaps) is { } other)
            {
                throw Bad($"the passages from {passages[i].From:yyyy-MM-dd} and from {other.From:yyyy-MM-dd} overlap");
            }
        }
    }

    private InvalidDataException Bad(string reason) => Bad(name, reason);
}
