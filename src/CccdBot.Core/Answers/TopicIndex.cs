namespace CccdBot.Core.Answers;

/// <summary>A topic and how near a question came to it: 0 is nothing in common, 3 is the very words.</summary>
internal readonly record struct Nearness(AnswerTopic Topic, double Score);

/// <summary>All topics, nearest first, and how many of the three ways put the same one first.</summary>
internal sealed record Ranking(List<Nearness> Topics, int Agreed);

/// <summary>Which topics a question is nearest to, asked in three ways that err differently.</summary>
internal sealed class TopicIndex
{
    public const int Ways = 3;

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

    public Ranking Rank(Wording question)
    {
        var asked = Features.Of(question);
        if (!asked.Keys.Any(_words.Knows))
        {
            return new Ranking([], 0);
        }

        double[][] opinions = [_words.Scores(asked), _phrasings.Scores(asked), _learned.Scores(asked)];
        var together = _topics.Select((topic, i) => (Topic: topic, Number: i, Score: opinions.Sum(opinion => opinion[i])))
            .OrderByDescending(topic => topic.Score).ToList();
        var agreed = opinions.Count(opinion => opinion[together[0].Number] >= opinion.Max());
        return new Ranking(together.ConvertAll(topic => new Nearness(topic.Topic, topic.Score)), agreed);
    }

    private static IEnumerable<Saying> SayingsOf(AnswerTopic topic, int number) =>
        topic.Phrasings.Append(topic.Title).Append(topic.About)
            .Select(text => new Saying(number, Features.Of(Wording.Of(text))));
}

/// <summary>One way the book knows of asking about a topic.</summary>
internal readonly record struct Saying(int Topic, Dictionary<string, double> Features);
