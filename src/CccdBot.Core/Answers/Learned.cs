using System.Runtime.CompilerServices;

namespace CccdBot.Core.Answers;

/// <summary>What tells the topics apart, learned from their phrasings when the book is opened (softmax regression).</summary>
internal sealed class Learned
{
    private const int Rounds = 7;
    private const double FirstStep = 2.5;
    private const double Slowing = 0.3;
    private const double Weight = 1.5;

    /// <summary>Smaller errors are not worth the time: learning takes half as long without them.</summary>
    private const double SmallestError = 0.01;

    private readonly Dictionary<string, double[]> _weights = [];
    private readonly int _topics;

    public Learned(int topics, IEnumerable<Saying> sayings)
    {
        _topics = topics;
        var examples = sayings.Select(saying => (saying.Topic, Columns: Columns(saying.Features, _weights))).ToArray();

        // Always the same order, so that the same book always gives the same answers.
        new Random(examples.Length).Shuffle(examples);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (topic, columns) in examples)
            {
                Learn(topic, columns, FirstStep / (1 + (Slowing * round)));
            }
        }
    }

    public double[] Scores(Dictionary<string, double> asked) =>
        Array.ConvertAll(Chances(Columns(asked, null)), chance => Weight * chance);

    private List<(double[] Column, double Value)> Columns(Dictionary<string, double> features, Dictionary<string, double[]>? growing)
    {
        var length = Math.Sqrt(features.Sum(feature => feature.Value * feature.Value));
        var columns = new List<(double[] Column, double Value)>();
        foreach (var (feature, value) in features.Where(feature => feature.Key[0] != Features.LettersMark))
        {
            if (!_weights.TryGetValue(feature, out var column) && growing is not null)
            {
                growing[feature] = column = new double[_topics];
            }

            if (column is not null)
            {
                columns.Add((column, value / length));
            }
        }

        return columns;
    }

    // Runs for every phrasing while the bot wakes, long before the runtime would think of optimising it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] Chances(List<(double[] Column, double Value)> columns)
    {
        var chances = new double[_topics];
        foreach (var (column, value) in columns)
        {
            for (var topic = 0; topic < chances.Length; topic++)
            {
                chances[topic] += column[topic] * value;
            }
        }

        var highest = chances.Max();
        var all = 0.0;
        for (var topic = 0; topic < chances.Length; topic++)
        {
            all += chances[topic] = Math.Exp(chances[topic] - highest);
        }

        for (var topic = 0; topic < chances.Length; topic++)
        {
            chances[topic] /= all;
        }

        return chances;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(int topic, List<(double[] Column, double Value)> columns, double step)
    {
        var errors = Chances(columns);
        errors[topic] -= 1;
        for (var i = 0; i < errors.Length; i++)
        {
            if (Math.Abs(errors[i]) > SmallestError)
            {
                foreach (var (column, value) in columns)
                {
                    column[i] -= step * errors[i] * value;
                }
            }
        }
    }
}
