using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CccdBot.Host.Storage.Moving;

/// <summary>How many rows there are, and the SHA-256 over all their values in the order of their keys.</summary>
internal readonly record struct Tally(long Rows, string Sum);

/// <summary>Sums up rows by the text of their values, which no engine has a part in.</summary>
internal sealed class Checksum : IDisposable
{
    private const int Plenty = 64 * 1024;

    private readonly IncrementalHash _sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _waiting = new(2 * Plenty);
    private long _rows;

    public void Add(object?[] row)
    {
        foreach (var value in row)
        {
            Write(value is null ? "-" : WithLength(Words(value)));
        }

        _rows++;
        if (_waiting.WrittenCount > Plenty)
        {
            Sum();
        }
    }

    public Tally Close()
    {
        Sum();
        return new Tally(_rows, Convert.ToHexString(_sum.GetHashAndReset()));
    }

    public void Dispose() => _sum.Dispose();

    /// <summary>The length keeps "ab" and "c" from being taken for "a" and "bc".</summary>
    private static string WithLength(string words) => $"{words.Length}:{words}";

    private static string Words(object value) => value switch
    {
        string words => words,
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private void Write(string words) => Encoding.UTF8.GetBytes(words, _waiting);

    private void Sum()
    {
        _sum.AppendData(_waiting.WrittenSpan);
        _waiting.ResetWrittenCount();
    }
}
