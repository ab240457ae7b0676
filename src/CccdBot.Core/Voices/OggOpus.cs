using System.Buffers.Binary;

namespace CccdBot.Core.Voices;

/// <summary>OGG-Opus, the one shape in which we keep voices: every channel and every browser plays it.</summary>
internal static class OggOpus
{
    /// <summary>RFC 7845: positions count samples of 48 kHz, whatever was recorded.</summary>
    private const int PositionsPerSecond = 48_000;

    private const int PositionAt = 6;
    private const int PageHeader = 27;

    /// <summary>How long it plays, in seconds; null when it is no OGG-Opus.</summary>
    public static int? SecondsOf(ReadOnlySpan<byte> file)
    {
        var (head, last) = (file.IndexOf("OpusHead"u8), file.LastIndexOf("OggS"u8));
        if (!file.StartsWith("OggS"u8) || head is < PageHeader or > 2 * PageHeader || last + PageHeader > file.Length)
        {
            return null;
        }

        var (skipped, end) = (BinaryPrimitives.ReadUInt16LittleEndian(file[(head + 10)..]), BinaryPrimitives.ReadInt64LittleEndian(file[(last + PositionAt)..]));
        return end < skipped ? null : (int)Math.Ceiling((end - skipped) / (double)PositionsPerSecond);
    }
}
