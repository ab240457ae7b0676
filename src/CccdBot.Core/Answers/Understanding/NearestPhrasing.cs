namespace CccdBot.Core.Answers.Understanding;

/// <summary>Which labels the sayings have that are most like a question: a second voice that has learned nothing by heart.</summary>
internal sealed class NearestPhrasing
{
    /// <summary>So many of the nearest vote.</summary>
    private const int Voters = 20;

    private readonly int _labels;
    private readonly int[] _labelOf;
    private readonly List<(int Saying, float Weight)>?[] _heardIn;

    public NearestPhrasing(int labels, int features, IReadOnlyList<Saying> sayings)
    {
        _labels = labels;
        _labelOf = [.. sayings.Select(saying => saying.Label)];
        _heardIn = new List<(int Saying, float Weight)>?[features];
        for (var i = 0; i < sayings.Count; i++)
        {
            Note(i, sayings[i].Said);
        }
    }

    private NearestPhrasing(int labels, int[] labelOf, List<(int Saying, float Weight)>?[] heardIn) =>
        (_labels, _labelOf, _heardIn) = (labels, labelOf, heardIn);

    public static NearestPhrasing Read(BinaryReader from)
    {
        var (labels, labelOf, sizes) = (from.ReadInt32(), Rows.Read<int>(from), Rows.Read<int>(from));
        var all = Rows.Read<(int Saying, float Weight)>(from).AsSpan();
        var heardIn = new List<(int Saying, float Weight)>?[sizes.Length];
        for (var feature = 0; feature < sizes.Length; feature++)
        {
            heardIn[feature] = [.. all[..sizes[feature]]];
            all = all[sizes[feature]..];
        }

        return new NearestPhrasing(labels, labelOf, heardIn);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_labels);
        Rows.Write<int>(to, _labelOf);
        Rows.Write<int>(to, Array.ConvertAll(_heardIn, heard => heard?.Count ?? 0));
        Rows.Write<(int Saying, float Weight)>(to, _heardIn.SelectMany(heard => heard ?? []).ToArray());
    }

    /// <summary>The share of the vote each label gets.</summary>
    public float[] Votes(Weighed said)
    {
        var votes = new float[_labels];
        foreach (var (saying, likeness) in Nearest(Likeness(said)))
        {
            votes[_labelOf[saying]] += likeness * likeness;
        }

        var all = votes.Sum();
        return all > 0 ? Array.ConvertAll(votes, vote => vote / all) : votes;
    }

    private void Note(int saying, Weighed said)
    {
        for (var i = 0; i < said.Columns.Length; i++)
        {
            (_heardIn[said.Columns[i]] ??= []).Add((saying, said.Weights[i]));
        }
    }

    private float[] Likeness(Weighed said)
    {
        var alike = new float[_labelOf.Length];
        for (var i = 0; i < said.Columns.Length; i++)
        {
            foreach (var (saying, weight) in _heardIn[said.Columns[i]]!)
            {
                alike[saying] += weight * said.Weights[i];
            }
        }

        return alike;
    }

    private static List<(int Saying, float Likeness)> Nearest(float[] alike)
    {
        var nearest = new PriorityQueue<int, float>();
        for (var saying = 0; saying < alike.Length; saying++)
        {
            if (nearest.Count < Voters)
            {
                nearest.Enqueue(saying, alike[saying]);
            }
            else
            {
                nearest.EnqueueDequeue(saying, alike[saying]);
            }
        }

        return [.. nearest.UnorderedItems.Select(item => (item.Element, item.Priority))];
    }
}
