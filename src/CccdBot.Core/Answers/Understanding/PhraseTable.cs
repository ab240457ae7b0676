namespace CccdBot.Core.Answers.Understanding;

/// <summary>Phrases and what each of them means, looked up in a row of words.</summary>
internal sealed class PhraseTable
{
    private static readonly List<Entry> None = [];

    private readonly Dictionary<string, List<Entry>> _byFirstWord = [];

    /// <param name="lines">Lines of "meaning: phrase, phrase".</param>
    public PhraseTable(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Add(new Entry(phrase.Split(' '), line[..colon]));
            }
        }

        foreach (var entries in _byFirstWord.Values)
        {
            entries.Sort((one, other) => other.Phrase.Length.CompareTo(one.Phrase.Length));
        }
    }

    public IEnumerable<string> Words => _byFirstWord.Values.SelectMany(entries => entries).SelectMany(entry => entry.Phrase);

    /// <summary>The meanings of all phrases that occur, also of those within another.</summary>
    public IEnumerable<string> MeaningsIn(IReadOnlyList<string> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var entry in _byFirstWord.GetValueOrDefault(words[start], None))
            {
                if (entry.Stands(words, start))
                {
                    yield return entry.Meaning;
                }
            }
        }
    }

    /// <summary>The words with every phrase replaced by what it means, the longest phrase first.</summary>
    public List<string> Replace(IReadOnlyList<string> words)
    {
        var replaced = new List<string>(words.Count);
        for (var at = 0; at < words.Count;)
        {
            if (_byFirstWord.GetValueOrDefault(words[at], None).Find(entry => entry.Stands(words, at)) is { } longest)
            {
                replaced.AddRange(longest.MeaningWords);
                at += longest.Phrase.Length;
            }
            else
            {
                replaced.Add(words[at++]);
            }
        }

        return replaced;
    }

    private void Add(Entry entry) =>
        (_byFirstWord.TryGetValue(entry.Phrase[0], out var entries) ? entries : _byFirstWord[entry.Phrase[0]] = []).Add(entry);

    private sealed record Entry(string[] Phrase, string Meaning)
    {
        public string[] MeaningWords { get; } = Meaning.Split(' ');

        public bool Stands(IReadOnlyList<string> words, int start)
        {
            if (start + Phrase.Length > words.Count)
            {
                return false;
            }

            for (var i = 1; i < Phrase.Length; i++)
            {
                if (words[start + i] != Phrase[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
