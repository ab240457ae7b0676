namespace CccdBot.Core.Answers;

/// <summary>A topic and how near a question came to it: 0 is nothing in common, 3 is the very words.</summary>
internal readonly record struct Nearness(AnswerTopic Topic, double Score);

/// <summary>Which topics a question is nearest to, asked in three ways that err differently.</summary>
internal sealed class TopicIndex
{
    private readonly List<AnswerTopic> _topics;
    private readonly SharedWords _words;
    private readonly NearestPhrasing _phrasings;
    private readonly Learned _learned;

    public TopicIndex(List<AnswerTopic> topics)
    {
        _topics = topics;
        var sayings = topics.SelectMany(SayingsOf).ToList();
        _words = new SharedWords(topics.Count, sayings);
        _phrasings = new NearestPhrasing(sayings, _words);
        _learned = new Learned(topics.Count, sayings);
    }

    public List<Nearness> Rank(Wording question)
    {
        var asked = Features.Of(question);
        var scores = new double[_topics.Count];
        _words.AddTo(scores, asked);
        _phrasings.AddTo(scores, asked);
        _learned.AddTo(scores, asked);
        return [.. scores.Select((score, topic) => new Nearness(_topics[topic], score)).OrderByDescending(near => near.Score)];
    }

    private static IEnumerable<Saying> SayingsOf(AnswerTopic topic, int number) =>
        topic.Phrasings.Append(topic.Title).Append(topic.About)
            .Select(text => new Saying(number, Features.Of(Wording.Of(text))));
}

/// <summary>One way the book knows of asking about a topic.</summary>
internal readonly record struct Saying(int Topic, Dictionary<string, double> Features);
