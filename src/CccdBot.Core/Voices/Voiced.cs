using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CccdBot.Core.Voices;

/// <summary>Something that can be said aloud in another language: an answer, an evening, a notice.</summary>
/// <param name="Kind">Whose it is; see <see cref="IVoiced.Kind"/>.</param>
/// <param name="Id">Among those of its kind.</param>
/// <param name="Title">A few words, for who chooses it.</param>
/// <param name="Words">What is to be said.</param>
public sealed record Voiced(string Kind, string Id, string Title, string Words)
{
    private const int MarkLength = 8;

    /// <summary>A recording goes with the very words it was made for: when an hour, a law or a letter changes, it falls silent.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Kind} {Id} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Words)))[..MarkLength]}");
}

/// <summary>What a room has that can be said aloud.</summary>
public interface IVoiced
{
    /// <summary>One word, lasting: it stands before every key.</summary>
    string Kind { get; }

    /// <summary>What is worth recording now, most urgent first; a few.</summary>
    IEnumerable<Voiced> Offered(DateTime now);

    /// <summary>What is meant by these words of an officer, likeliest first; nothing where such things are not looked for by words.</summary>
    IEnumerable<Voiced> Search(string words, DateTime now);

    /// <summary>As its words are now; null when there is no such thing (any more).</summary>
    Voiced? Find(string id, DateTime now);
}

/// <summary>All rooms' things that can be said aloud.</summary>
internal static class VoicedRooms
{
    /// <summary>As its words are now; null when no room has such a thing (any more).</summary>
    public static Voiced? Find(this IEnumerable<IVoiced> rooms, string kind, string id, DateTime now) => rooms.FirstOrDefault(room => room.Kind == kind)?.Find(id, now);
}
