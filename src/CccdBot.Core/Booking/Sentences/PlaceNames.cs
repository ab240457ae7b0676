using System.Text.RegularExpressions;
using CccdBot.Core.Time;
using CccdBot.Core.Time.Spoken;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>Finds the commune's halls in a sentence, by their names and by what else people call them.</summary>
public sealed class PlaceNames
{
    /// <summary>Between stops, days and hours: nothing else says what an everyday word is.</summary>
    private const string AloneBefore = "(?<=^ | [,;?(+] | [A-Z0-9:]+ | hay | hoac )";

    private const string AloneAfter = "(?= (?:[,;?!)]|nhe|nha|nghe|nghen|a|ad|duoc|giup|voi|luc|cung|deu|[A-Z0-9:]+) | $)";

    private readonly Dictionary<string, string> _codes = [];
    private readonly Regex _names;
    private readonly Regex _elsewhere;

    /// <param name="elsewhere">What sounds like one of the halls and is none: "trường tiểu học".</param>
    public PlaceNames(IReadOnlyList<PlaceEntry> places, IReadOnlyList<string> elsewhere)
    {
        foreach (var place in places)
        {
            foreach (var name in (place.Aliases ?? []).Append(place.Name).Append(place.ShortName))
            {
                _codes.TryAdd(Key(name), place.Code);
            }
        }

        var alone = places.SelectMany(place => (place.Alone ?? []).Select(name => (Name: Key(name), place.Code))).ToDictionary();
        Words = new Vocabulary(_codes.Keys.Concat(alone.Keys));
        _names = AnyOf(_codes.Keys, [.. alone.Keys]);
        foreach (var (name, code) in alone)
        {
            _codes.TryAdd(name, code);
        }

        _elsewhere = AnyOf(elsewhere.Select(Key));
    }

    /// <summary>Words waited for in this commune.</summary>
    public Vocabulary Words { get; }

    internal IReadOnlyList<PlaceMention> Read(string text)
    {
        var here = _elsewhere.Replace(text, elsewhere => new string('#', elsewhere.Length));
        var mentions = new List<PlaceMention>();
        foreach (Match name in _names.Matches(here))
        {
            var mention = new PlaceMention(name.Index, name.Index + name.Length, _codes[name.Value.Replace("TO", "sang", StringComparison.Ordinal)]);
            if (mentions.Count > 0 && IsOneName(here[mentions[^1].End..mention.Start]))
            {
                // "nhà rông buôn Dan": the village says which.
                mention = mention with { Start = mentions[^1].Start };
                mentions.RemoveAt(mentions.Count - 1);
            }

            mentions.Add(mention);
        }

        return mentions;
    }

    private static bool IsOneName(string between) => between.Trim() is "" or "o" or "tai" or "cua" or "ben" or "trong" or "xa";

    private static string Key(string name) => VietnameseText.Fold(name);

    /// <summary>The longest name first; "sang" before a place has been settled to TO.</summary>
    private static Regex AnyOf(IEnumerable<string> keys, params string[] alone)
    {
        var names = keys.OrderByDescending(key => key.Length).Select(key => Regex.Escape(key).Replace("sang\\ ", "(?:sang|TO)\\ ", StringComparison.Ordinal)).ToList();
        var named = names.Count == 0 ? "(?!)" : $"(?<= )(?:{string.Join('|', names)})(?= )";
        var standing = alone.Length == 0 ? "(?!)" : $"{AloneBefore}(?:{string.Join('|', alone.Select(Regex.Escape))}){AloneAfter}";
        return new Regex($"{named}|{standing}", RegexOptions.Compiled | RegexOptions.CultureInvariant);
    }
}

/// <summary>A hall named at one spot of a sentence.</summary>
internal sealed record PlaceMention(int Start, int End, string Code);
