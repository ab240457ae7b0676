namespace CccdBot.Core.Answers;

/// <summary>How like a question is to the most similar thing the book has heard about a topic (cosine of rare words).</summary>
internal sealed class NearestPhrasing
{
    private readonly SharedWords _words;
    private readonly int[] _topicOf;
    private readonly Dictionary<string, List<(int Saying, double Weight)>> _postings = [];

    public NearestPhrasing(List<Saying> sayings, SharedWords words)
    {
        _words = words;
        _topicOf = [.. sayings.Select(saying => saying.Topic)];
        for (var i = 0; i < sayings.Count; i++)
        {
            Post(i, sayings[i].Features);
        }
    }

    public double[] Scores(Dictionary<string, double> asked)
    {
        var nearest = new double[_topicOf[^1] + 1];
        var alike = Alike(asked);
        for (var i = 0; i < alike.Length; i++)
        {
            nearest[_topicOf[i]] = Math.Max(nearest[_topicOf[i]], alike[i]);
        }

        return nearest;
    }

    private void Post(int saying, Dictionary<string, double> features)
    {
        foreach (var (feature, weight) in OfLengthOne(features))
        {
            (_postings.TryGetValue(feature, out var list) ? list : _postings[feature] = []).Add((saying, weight));
        }
    }

    private double[] Alike(Dictionary<string, double> asked)
    {
        var alike = new double[_topicOf.Length];
        foreach (var (feature, weight) in OfLengthOne(asked))
        {
            foreach (var (saying, own) in _postings.GetValueOrDefault(feature) ?? [])
            {
                alike[saying] += weight * own;
            }
        }

        return alike;
    }

    private List<(string Feature, double Weight)> OfLengthOne(Dictionary<string, double> features)
    {
        var weighed = features.Select(feature => (feature.Key, Weight: feature.Value * _words.Rarity(feature.Key))).ToList();
        var length = Math.Sqrt(weighed.Sum(feature => feature.Weight * feature.Weight));
        return length > 0 ? weighed.ConvertAll(feature => (feature.Key, feature.Weight / length)) : [];
    }
}
