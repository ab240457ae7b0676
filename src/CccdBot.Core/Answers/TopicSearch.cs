namespace CccdBot.Core.Answers;

/// <summary>From a question to topics: danger first, then what is not ours, then what comes nearest.</summary>
internal sealed class TopicSearch
{
    private const int MostChoices = 4;

    // Tuned on questions set aside for it, so that at most two answers in a hundred are confidently wrong.
    private const double ClearScore = 0.9;
    private const double LeadAgreed = 0.15;
    private const double LeadDisputed = 0.4;
    private const double FaintScore = 0.18;

    private readonly Dictionary<string, AnswerTopic> _byId;
    private readonly Speller _speller;
    private readonly TopicIndex _index;

    public TopicSearch(List<AnswerTopic> topics)
    {
        _byId = topics.ToDictionary(topic => topic.Id);
        _speller = new Speller(topics.SelectMany(Texts).SelectMany(Wording.Syllables).Concat(Signs.Vocabulary));
        _index = new TopicIndex(topics);
    }

    public Found For(string question)
    {
        var said = Wording.Of(question, _speller);
        return Signs.Of(said).Select(_byId.GetValueOrDefault).FirstOrDefault(topic => topic is not null) is { } plain
            ? new Found.Sure(plain)
            : Decide(_index.Rank(said), Signs.IsOurs(said));
    }

    private static IEnumerable<string> Texts(AnswerTopic topic) =>
        [topic.Title, topic.About, .. topic.Phrasings, .. topic.Passages.Select(passage => passage.Text)];

    private static Found Decide(Ranking ranking, bool isOurs)
    {
        var topics = ranking.Topics.FindAll(near => !isOurs || near.Topic.Id != Signs.NotOurs);
        if (topics.Count == 0 || topics[0].Score < FaintScore)
        {
            return new Found.Nothing();
        }

        return IsClear(topics, ranking.Agreed)
            ? new Found.Sure(topics[0].Topic)
            : new Found.Unsure([.. topics.Take(MostChoices).Select(near => near.Topic)]);
    }

    private static bool IsClear(List<Nearness> topics, int agreed)
    {
        var lead = topics.Count == 1 ? 1 : (topics[0].Score - topics[1].Score) / topics[0].Score;
        return topics[0].Score >= ClearScore && lead >= (agreed == TopicIndex.Ways ? LeadAgreed : LeadDisputed);
    }
}
