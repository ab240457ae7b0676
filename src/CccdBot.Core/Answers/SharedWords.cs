namespace CccdBot.Core.Answers;

/// <summary>How many telling words a question shares with all that is written about a topic (BM25).</summary>
internal sealed class SharedWords
{
    private const double Saturation = 1.2;
    private const double LengthMatters = 0.35;

    private readonly Dictionary<string, List<(int Topic, double Weight)>> _postings = [];
    private readonly Dictionary<string, double> _rarity;
    private readonly int _topics;

    public SharedWords(int topics, IEnumerable<Saying> sayings)
    {
        _topics = topics;
        var documents = Documents(topics, sayings);
        _rarity = documents.SelectMany(document => document.Keys).CountBy(feature => feature)
            .ToDictionary(seen => seen.Key, seen => Math.Log(1 + ((topics - seen.Value + 0.5) / (seen.Value + 0.5))));
        var usual = documents.Average(document => document.Values.Sum());
        for (var topic = 0; topic < topics; topic++)
        {
            Post(topic, documents[topic], usual);
        }
    }

    /// <summary>A word of few topics tells more; one the book does not know tells nothing.</summary>
    public double Rarity(string feature) => _rarity.GetValueOrDefault(feature);

    /// <summary>A word or pair of words that is in the book; three letters in common are not yet a word.</summary>
    public bool Knows(string feature) => char.IsLetterOrDigit(feature[0]) && _rarity.ContainsKey(feature);

    public double[] Scores(Dictionary<string, double> asked)
    {
        var scores = new double[_topics];
        var most = asked.Sum(feature => feature.Value * Rarity(feature.Key)) * (Saturation + 1);
        foreach (var (feature, count) in asked)
        {
            foreach (var (topic, weight) in _postings.GetValueOrDefault(feature) ?? [])
            {
                scores[topic] += count * weight / most;
            }
        }

        return scores;
    }

    private static Dictionary<string, double>[] Documents(int topics, IEnumerable<Saying> sayings)
    {
        var documents = Enumerable.Range(0, topics).Select(_ => new Dictionary<string, double>()).ToArray();
        foreach (var (topic, features) in sayings)
        {
            foreach (var (feature, count) in features)
            {
                documents[topic][feature] = documents[topic].GetValueOrDefault(feature) + count;
            }
        }

        return documents;
    }

    private void Post(int topic, Dictionary<string, double> document, double usual)
    {
        var length = 1 - LengthMatters + (LengthMatters * document.Values.Sum() / usual);
        foreach (var (feature, count) in document)
        {
            var weight = Rarity(feature) * count * (Saturation + 1) / (count + (Saturation * length));
            (_postings.TryGetValue(feature, out var list) ? list : _postings[feature] = []).Add((topic, weight));
        }
    }
}
