using System.Numerics;
using System.Runtime.CompilerServices;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>What tells the labels apart, learned from all sayings when the book is opened (softmax regression with drop-out).</summary>
internal sealed class Learned
{
    /// <summary>Each learns alone, with its own dice; together they err less, and two processors teach both in the time of one.</summary>
    private const int Students = 2;

    private const int Rounds = 4;
    private const float FirstStep = 5;
    private const float Slowing = 0.3f;

    /// <summary>Of every saying so much is covered up while learning, so that no label hangs on a single word.</summary>
    private const float CoveredUp = 0.4f;

    private readonly int _labels;

    /// <summary>Labels, filled up to whole vectors.</summary>
    private readonly int _width;

    private readonly float[] _weights;

    public Learned(int labels, int features, IReadOnlyList<Saying> sayings)
    {
        _labels = labels;
        _width = (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var taught = new float[Students][];
        Parallel.For(0, Students, student => taught[student] = Teach(new float[features * _width], sayings, student));
        _weights = MeanOf(taught);
    }

    private Learned(int labels, int width, float[] weights) => (_labels, _width, _weights) = (labels, width, weights);

    public static Learned Read(BinaryReader from) => new(from.ReadInt32(), from.ReadInt32(), Rows.Read<float>(from));

    public void Write(BinaryWriter to)
    {
        to.Write(_labels);
        to.Write(_width);
        Rows.Write<float>(to, _weights);
    }

    /// <summary>How likely each label is.</summary>
    public float[] Chances(Weighed said)
    {
        var chances = new float[_width];
        Judge(_weights, said.Columns, said.Weights, chances);
        return chances[.._labels];
    }

    private float[] Teach(float[] weights, IReadOnlyList<Saying> sayings, int student)
    {
        // Always the same dice, so that the same book always gives the same answers.
        var dice = new Random(sayings.Count + student);
        var inTurn = sayings.ToArray();
        dice.Shuffle(inTurn);
        var errors = new float[_width];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var saying in inTurn)
            {
                var (columns, shares) = Uncovered(saying.Said, dice);
                Judge(weights, columns, shares, errors);
                errors[saying.Label] -= 1;
                Correct(weights, columns, shares, errors, -FirstStep / (1 + (Slowing * round)));
            }
        }

        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Columns, float[] Weights) Uncovered(Weighed said, Random dice)
    {
        var (columns, weights, kept) = (new int[said.Columns.Length], new float[said.Columns.Length], 0);
        for (var i = 0; i < columns.Length; i++)
        {
            if (dice.NextSingle() >= CoveredUp)
            {
                (columns[kept], weights[kept++]) = (said.Columns[i], said.Weights[i] / (1 - CoveredUp));
            }
        }

        return (columns[..kept], weights[..kept]);
    }

    // These two run a hundred thousand times while the bot wakes, long before the runtime would think of optimising them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Judge(float[] learned, int[] columns, float[] weights, float[] chances)
    {
        Array.Clear(chances);
        for (var i = 0; i < columns.Length; i++)
        {
            var row = columns[i] * _width;
            var weight = new Vector<float>(weights[i]);
            for (var at = 0; at < _width; at += Vector<float>.Count)
            {
                (new Vector<float>(chances, at) + (weight * new Vector<float>(learned, row + at))).CopyTo(chances, at);
            }
        }

        ToChances(chances.AsSpan(0, _labels));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Correct(float[] learned, int[] columns, float[] weights, float[] errors, float step)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var row = columns[i] * _width;
            var weight = new Vector<float>(step * weights[i]);
            for (var at = 0; at < _width; at += Vector<float>.Count)
            {
                (new Vector<float>(learned, row + at) + (weight * new Vector<float>(errors, at))).CopyTo(learned, row + at);
            }
        }
    }

    private static void ToChances(Span<float> scores)
    {
        var highest = float.MinValue;
        foreach (var score in scores)
        {
            highest = MathF.Max(highest, score);
        }

        var all = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            all += scores[i] = MathF.Exp(scores[i] - highest);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= all;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] MeanOf(float[][] taught)
    {
        var mean = taught[0];
        for (var i = 0; i < mean.Length; i++)
        {
            for (var student = 1; student < taught.Length; student++)
            {
                mean[i] += taught[student][i];
            }

            mean[i] /= taught.Length;
        }

        return mean;
    }
}
