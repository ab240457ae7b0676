using System.Reflection;

namespace CccdBot.Core.Answers;

/// <summary>Everything the commune has agreed to say, checked and dated; it does not change while the bot runs.</summary>
public sealed class AnswerBook
{
    private const string Shelf = "answers/";

    /// <summary>What a button under an answer may do besides opening another topic.</summary>
    private static readonly HashSet<string> Commands =
        ["/datlich", "/doilich", "/huylich", "/lichcuatoi", "/hoi", "/gapnguoi"];

    private readonly Dictionary<string, AnswerTopic> _byId;
    private readonly TopicSearch _search;

    private AnswerBook(List<AnswerTopic> topics)
    {
        Topics = topics;
        _byId = topics.ToDictionary(topic => topic.Id);
        topics.ForEach(RefuseDeadEnds);
        _search = new TopicSearch(topics);
    }

    public IReadOnlyList<AnswerTopic> Topics { get; }

    public static AnswerBook Load()
    {
        var core = typeof(AnswerBook).Assembly;
        return Of(core.GetManifestResourceNames()
            .Where(name => name.StartsWith(Shelf, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Shelf.Length..], TextOf(core, name))));
    }

    internal static AnswerBook Of(IEnumerable<(string Name, string Text)> files) =>
        new([.. files.Select(file => new AnswerFile(file.Name, file.Text).Read())]);

    public AnswerTopic? Find(string id) => _byId.GetValueOrDefault(id);

    public Found Search(string question) => _search.For(question);

    private static string TextOf(Assembly core, string name)
    {
        using var reader = new StreamReader(core.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private void RefuseDeadEnds(AnswerTopic topic)
    {
        var deadEnd = topic.Next.Where(next => !Commands.Contains(next)).Concat(topic.Also)
            .FirstOrDefault(id => !_byId.ContainsKey(id));
        if (deadEnd is not null)
        {
            throw AnswerFile.Bad($"{topic.Id}.md", $"it points to \"{deadEnd}\", which is neither a topic nor a command");
        }
    }
}
