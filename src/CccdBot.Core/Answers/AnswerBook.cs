using System.Reflection;
using CccdBot.Core.Answers.Understanding;

namespace CccdBot.Core.Answers;

/// <summary>Everything the commune has agreed to say, checked and dated; what officers teach makes a new one of it.</summary>
public sealed class AnswerBook
{
    /// <summary>The topic that says: this is another office's matter.</summary>
    public const string NotOurs = "out-of-scope";

    private const string TopicShelf = "answers/";
    private const string FamilyShelf = "families/";

    /// <summary>What a button under an answer may do besides opening another topic.</summary>
    private static readonly HashSet<string> Commands =
        ["/datlich", "/doilich", "/huylich", "/lichcuatoi", "/hoi", "/gapnguoi", "/tainha"];

    private static readonly Lazy<AnswerBook> Opened = new(OpenShipped);

    private readonly Dictionary<string, AnswerTopic> _byId;
    private readonly Knowledge _knowledge;
    private readonly TopicSearch _search;

    private AnswerBook(List<AnswerTopic> topics, List<Family> families, Knowledge? knowledge = null)
    {
        (Topics, Families) = (topics, families);
        _byId = topics.ToDictionary(topic => topic.Id);
        topics.ForEach(RefuseDeadEnds);
        families.ForEach(RefuseOrphan);
        _knowledge = knowledge ?? Knowledge.Learn(topics, families);
        _search = new TopicSearch(topics, families, _knowledge);
    }

    /// <summary>The book as it is shipped, opened once a process: what it learns is kept for the next one.</summary>
    public static AnswerBook Shipped => Opened.Value;

    public IReadOnlyList<AnswerTopic> Topics { get; }

    public IReadOnlyList<Family> Families { get; }

    /// <summary>Every phrasing the book has learned from, with the topic it asks about.</summary>
    public IEnumerable<(AnswerTopic Topic, Phrasing Phrasing)> Phrasings => Topics
        .SelectMany(topic => topic.Phrasings.Select(phrasing => (topic, phrasing)))
        .Concat(Families.SelectMany(family => family.Phrasings.Select(phrasing => (_byId[family.Of], phrasing))));

    /// <param name="withoutVoice">A writer the book does not learn from, so that he may judge it.</param>
    public static AnswerBook Load(string? withoutVoice = null) => Of(Shelf(TopicShelf), Shelf(FamilyShelf), withoutVoice);

    internal static AnswerBook Of(
        IEnumerable<(string Name, string Text)> topics,
        IEnumerable<(string Name, string Text)>? families = null,
        string? withoutVoice = null,
        Knowledge? knowledge = null) => new(
        [.. topics.Select(file => new AnswerFile(file.Name, file.Text).Read().Without(withoutVoice))],
        [.. (families ?? []).Select(file => Family.Read(file.Name, file.Text).Without(withoutVoice))],
        knowledge);

    public AnswerTopic? Find(string id) => _byId.GetValueOrDefault(id);

    /// <param name="leaningOn">What was answered a moment ago: "phí bao nhiêu?" may be about it.</param>
    public Found Search(string question, AnswerTopic? leaningOn = null) => _search.For(question, leaningOn);

    /// <summary>The same book, learned with these phrasings as well; those of topics it does not have are left out.</summary>
    public AnswerBook With(IEnumerable<(string Topic, Phrasing Phrasing)> taught)
    {
        var more = taught.ToLookup(one => one.Topic, one => one.Phrasing);
        return new([.. Topics.Select(topic => topic with { Phrasings = [.. topic.Phrasings, .. more[topic.Id]] })], [.. Families]);
    }

    /// <summary>The topics a question may be about, likeliest first.</summary>
    public IReadOnlyList<AnswerTopic> Likeliest(string question, int most) => [.. _search.Rank(question).Topics.Take(most).Select(likely => likely.Topic)];

    /// <summary>What makes up a question, by weight; what two share of it is how alike they are, 0 to 1.</summary>
    internal IReadOnlyDictionary<int, float> Hear(string question) => _search.Hear(question);

    /// <summary>What to say to a question asked today, about today or about the day it names.</summary>
    public Advice Advise(string question, DateOnly today, AnswerTopic? leaningOn = null)
    {
        var asOf = AsOfDate.In(question, today) ?? today;
        return Search(question, leaningOn) switch
        {
            Found.Sure(var topics) => Answer(topics, asOf, today, passage => _search.DetailFor(question, passage)),
            Found.Unsure(var choices) => new Advice.Choose(choices, AnswersTexts.NotSure, asOf),
            _ => new Advice.HandOver(AnswersTexts.NoAnswer, asOf),
        };
    }

    /// <summary>What is in force about these topics on that day, in their order.</summary>
    /// <param name="detailOf">The line of a passage's further part that was asked for, if any.</param>
    public static Advice Answer(
        IReadOnlyList<AnswerTopic> topics, DateOnly asOf, DateOnly today, Func<Passage, string?>? detailOf = null)
    {
        var given = topics.Where(topic => topic.InForce(asOf) is not null).Select(topic => new Advised(topic, topic.InForce(asOf)!)).ToList();
        return given.Count == 0
            ? new Advice.HandOver(AnswersTexts.NothingInForce(topics[0].Title, asOf), asOf, topics[0])
            : new Advice.Answer(given, string.Join("\n\n", given.Select(one => Told(one.Passage, detailOf?.Invoke(one.Passage), today))), asOf);
    }

    private static AnswerBook OpenShipped()
    {
        var kept = KeptKnowledge.Read();
        var book = Of(Shelf(TopicShelf), Shelf(FamilyShelf), knowledge: kept);
        if (kept is null)
        {
            KeptKnowledge.Write(book._knowledge);
        }

        return book;
    }

    private static string Told(Passage passage, string? detail, DateOnly today) =>
        AnswersTexts.Passage(passage, detail is null ? passage.Text : $"{passage.Text}\n{detail}", today);

    private static IEnumerable<(string Name, string Text)> Shelf(string shelf)
    {
        var core = typeof(AnswerBook).Assembly;
        return core.GetManifestResourceNames()
            .Where(name => name.StartsWith(shelf, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[shelf.Length..], TextOf(core, name)));
    }

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

    private void RefuseOrphan(Family family)
    {
        if (!_byId.ContainsKey(family.Of))
        {
            throw AnswerFile.Bad($"{family.Id}.md", $"it is of \"{family.Of}\", which is no topic");
        }
    }
}
