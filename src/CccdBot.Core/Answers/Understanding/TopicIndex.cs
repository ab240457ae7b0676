using System.Collections.Concurrent;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>A topic, and how likely it is the one meant: all of them together are 1.</summary>
internal readonly record struct Likely(AnswerTopic Topic, float Chance);

/// <summary>All topics, likeliest first, and what speaks for trusting the first.</summary>
/// <param name="IsSeconded">The nearest phrasings put the same topic first.</param>
/// <param name="Known">The share of the telling words the book has heard before.</param>
internal sealed record Ranking(IReadOnlyList<Likely> Topics, bool IsSeconded, float Known)
{
    /// <summary>The two mixed, of the other so much.</summary>
    public Ranking With(Ranking other, float share)
    {
        var others = other.Topics.ToDictionary(likely => likely.Topic, likely => likely.Chance);
        var mixed = Topics.Select(likely => likely with { Chance = ((1 - share) * likely.Chance) + (share * others.GetValueOrDefault(likely.Topic)) })
            .OrderByDescending(likely => likely.Chance).ToList();
        return this with { Topics = mixed, IsSeconded = mixed[0].Topic == Topics[0].Topic && IsSeconded };
    }
}

/// <summary>Which topics a question is likely about: what was learned, and a vote of the nearest phrasings.</summary>
internal sealed class TopicIndex
{
    /// <summary>How much the vote counts beside what was learned.</summary>
    private const float VoteCounts = 0.15f;

    private readonly List<AnswerTopic> _topics;

    /// <summary>Of every label, topics and families alike, the number of the topic that answers it.</summary>
    private readonly int[] _topicOf;

    private readonly Rarities _rarities;
    private readonly Learned _learned;
    private readonly NearestPhrasing _phrasings;
    private readonly ConcurrentDictionary<string, Dictionary<int, float>> _read = [];

    public TopicIndex(List<AnswerTopic> topics, List<Family> families, Knowledge knowledge)
    {
        _topics = topics;
        _topicOf = [.. Enumerable.Range(0, topics.Count), .. families.Select(family => topics.FindIndex(topic => topic.Id == family.Of))];
        (_rarities, _learned, _phrasings) = (knowledge.Rarities, knowledge.Learned, knowledge.Phrasings);
    }

    public Ranking Rank(Wording question)
    {
        var said = _rarities.Weigh(Features.Of(question));
        var known = _rarities.Known(question);
        if (known == 0)
        {
            return new Ranking([], false, 0);
        }

        var learned = ByTopic(_learned.Chances(said));
        var voted = ByTopic(_phrasings.Votes(said));
        var likely = _topics.Select((topic, i) => new Likely(topic, (learned[i] + (VoteCounts * voted[i])) / (1 + VoteCounts)))
            .OrderByDescending(topic => topic.Chance).ToList();
        return new Ranking(likely, likely[0].Topic == _topics[Array.IndexOf(voted, voted.Max())], known);
    }

    /// <summary>How much of what makes up two texts they share: 0 nothing, 1 all.</summary>
    /// <param name="text">A text of the book: it is read once and remembered.</param>
    public float Likeness(Wording said, string text)
    {
        var asked = _rarities.Weigh(Features.Of(said));
        var told = _read.GetOrAdd(text, _ => _rarities.WeightsOf(Features.Of(Wording.Of(text))));
        return asked.Columns.Zip(asked.Weights).Sum(shared => shared.Second * told.GetValueOrDefault(shared.First));
    }

    public Dictionary<int, float> Hear(Wording said) => _rarities.WeightsOf(Features.Of(said));

    private float[] ByTopic(float[] labels)
    {
        var topics = new float[_topics.Count];
        for (var label = 0; label < labels.Length; label++)
        {
            topics[_topicOf[label]] += labels[label];
        }

        return topics;
    }
}
