using System.Runtime.CompilerServices;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>What two texts can share: words, pairs of words, the ideas behind them, and the kinds of words in their order.</summary>
internal static class Features
{
    /// <summary>What a single word counts; pairs count less.</summary>
    public const float Word = 1;

    private const float Pair = 0.6f;
    private const float Idea = 1;

    /// <summary>Features by a number made of their letters, each once: numbers are compared and kept in a fraction of the time.</summary>
    public static Dictionary<ulong, float> Of(Wording said)
    {
        var features = new Dictionary<ulong, float>();
        Add(features, 'w', said.Words);
        foreach (var idea in said.Ideas())
        {
            features[Number('i', idea)] = Idea;
        }

        Add(features, 'k', said.OfKinds);
        return features;
    }

    /// <summary>The feature that is the word itself.</summary>
    public static ulong OfWord(string word) => Number('w', word);

    // Runs for every phrasing while the bot wakes, before the runtime would think of optimising it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Dictionary<ulong, float> features, char layer, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isFiller = Lexicon.Filler.Contains(words[i]);
            if (!isFiller)
            {
                features[Number(layer, words[i])] = Word;
            }

            if (i > 0 && !(isFiller && Lexicon.Filler.Contains(words[i - 1])))
            {
                features[Number(layer, words[i - 1], words[i])] = Pair;
            }
        }
    }

    /// <summary>FNV-1a over the letters; two features with one number are as good as impossible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Number(char layer, string word, string next = "")
    {
        var number = (14695981039346656037UL ^ layer) * 1099511628211UL;
        foreach (var letter in word)
        {
            number = (number ^ letter) * 1099511628211UL;
        }

        number = (number ^ ' ') * 1099511628211UL;
        foreach (var letter in next)
        {
            number = (number ^ letter) * 1099511628211UL;
        }

        return number;
    }
}
