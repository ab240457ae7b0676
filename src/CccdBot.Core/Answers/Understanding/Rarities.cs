using System.Runtime.InteropServices;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>A text as the index sees it: the columns of its features, and their weights, which together have length one.</summary>
internal readonly record struct Weighed(int[] Columns, float[] Weights);

/// <summary>Something said about a topic, and the number of the label it belongs to.</summary>
internal readonly record struct Saying(int Label, Weighed Said);

/// <summary>All features the book has heard, and how rare each is: a rare one tells more.</summary>
internal sealed class Rarities
{
    private readonly Dictionary<ulong, int> _columns = [];
    private readonly float[] _rarity;

    public Rarities(IReadOnlyCollection<Dictionary<ulong, float>> heard)
    {
        var timesHeard = new Dictionary<ulong, int>();
        foreach (var feature in heard.SelectMany(said => said.Keys))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(timesHeard, feature, out _)++;
        }

        var counts = new List<int>();
        foreach (var (feature, value) in heard.SelectMany(said => said))
        {
            // A pair of words heard only once knows its one saying by heart and tells nothing about others; two in three are such.
            if ((value >= Features.Word || timesHeard[feature] > 1) && _columns.TryAdd(feature, counts.Count))
            {
                counts.Add(timesHeard[feature]);
            }
        }

        _rarity = [.. counts.Select(count => MathF.Log(1 + ((float)heard.Count / count)))];
    }

    private Rarities(ulong[] features, float[] rarity)
    {
        _rarity = rarity;
        _columns.EnsureCapacity(features.Length);
        for (var column = 0; column < features.Length; column++)
        {
            _columns.Add(features[column], column);
        }
    }

    public int Count => _rarity.Length;

    public static Rarities Read(BinaryReader from) => new(Rows.Read<ulong>(from), Rows.Read<float>(from));

    public void Write(BinaryWriter to)
    {
        var features = new ulong[Count];
        foreach (var (feature, column) in _columns)
        {
            features[column] = feature;
        }

        Rows.Write<ulong>(to, features);
        Rows.Write<float>(to, _rarity);
    }

    /// <summary>The share of the telling words of a text that the book has heard.</summary>
    public float Known(Wording said)
    {
        var telling = said.Words.Where(word => !Lexicon.Filler.Contains(word)).ToList();
        return telling.Count == 0 ? 1 : (float)telling.Count(word => _columns.ContainsKey(Features.OfWord(word))) / telling.Count;
    }

    /// <summary>What is known of a text; what the book has never heard tells nothing.</summary>
    public Weighed Weigh(Dictionary<ulong, float> features)
    {
        var (columns, weights, known, square) = (new int[features.Count], new float[features.Count], 0, 0f);
        foreach (var (feature, value) in features)
        {
            if (_columns.TryGetValue(feature, out var column))
            {
                var weight = value * _rarity[column];
                square += weight * weight;
                (columns[known], weights[known++]) = (column, weight);
            }
        }

        var length = MathF.Sqrt(square);
        return new Weighed(columns[..known], Array.ConvertAll(weights[..known], weight => weight / length));
    }

    /// <summary>The same, to look up by column.</summary>
    public Dictionary<int, float> WeightsOf(Dictionary<ulong, float> features)
    {
        var (columns, weights) = Weigh(features);
        return columns.Zip(weights).ToDictionary(one => one.First, one => one.Second);
    }
}
