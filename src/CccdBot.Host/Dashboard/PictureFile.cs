using System.Buffers.Binary;

namespace CccdBot.Host.Dashboard;

/// <summary>A picture as it may be sent on: JPEG or PNG, without where, when and by whom it was taken; only which way is up stays.</summary>
internal static class PictureFile
{
    private const byte Marker = 0xFF;
    private const byte Exif = 0xE1;
    private const byte ImageBegins = 0xDA;
    private const int PngLengthAndCheck = 12;

    /// <summary>How a viewer shows it and how its colours are coded; beside these only the colours' profile stays, as everything else around the picture tells of its owner.</summary>
    private static readonly byte[] Needed = [0xE0, 0xEE];

    private static readonly string[] TellsOfItsOwner = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"];

    private static ReadOnlySpan<byte> JpegHead => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    private static ReadOnlySpan<byte> PngHead => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null when it is neither, or broken off.</summary>
    public static byte[]? Cleaned(ReadOnlySpan<byte> file) =>
        file.StartsWith(JpegHead) ? CleanedJpeg(file) : file.StartsWith(PngHead) ? CleanedPng(file) : null;

    private static byte[]? CleanedJpeg(ReadOnlySpan<byte> file)
    {
        List<byte> kept = [.. JpegHead];
        for (var at = JpegHead.Length; at + 4 <= file.Length && file[at] == Marker;)
        {
            var (kind, length) = (file[at + 1], 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]));
            if (kind == ImageBegins)
            {
                // Cameras append films and more pictures behind the end.
                var end = file[at..].IndexOf(JpegEnd);
                return end < 0 ? null : [.. kept, .. file.Slice(at, end + JpegEnd.Length)];
            }

            if (at + length > file.Length)
            {
                return null;
            }

            var segment = file.Slice(at, length);
            if (kind == Exif)
            {
                kept.AddRange(WayUp(segment));
            }
            else if (kind is < 0xE0 or (> 0xEF and not 0xFE) || Needed.Contains(kind) || segment[4..].StartsWith("ICC_PROFILE"u8))
            {
                kept.AddRange(segment);
            }

            at += length;
        }

        return null;
    }

    /// <summary>A block that says nothing but which way is up; nothing where the old one did not say so.</summary>
    private static byte[] WayUp(ReadOnlySpan<byte> exif)
    {
        const int TiffAt = 10;
        if (exif.Length < TiffAt + 8 || !exif[4..].StartsWith("Exif\0\0"u8))
        {
            return [];
        }

        var tiff = exif[TiffAt..];
        var isLittle = tiff[0] == (byte)'I';
        var first = (int)Math.Min(Number(tiff, 4, 4, isLittle), int.MaxValue);
        for (var entry = first + 2; entry > first && entry + 12 <= tiff.Length && entry < first + 2 + (12 * Number(tiff, first, 2, isLittle)); entry += 12)
        {
            if (Number(tiff, entry, 2, isLittle) == 0x0112 && Number(tiff, entry + 8, 2, isLittle) is > 1 and <= 8 and var way)
            {
                return [Marker, Exif, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0, 0, 0, 0, 0];
            }
        }

        return [];
    }

    private static uint Number(ReadOnlySpan<byte> from, int at, int bytes, bool isLittle) => (at < 0 || at + bytes > from.Length, bytes, isLittle) switch
    {
        (true, _, _) => 0,
        (_, 2, true) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]),
        (_, 2, false) => BinaryPrimitives.ReadUInt16BigEndian(from[at..]),
        (_, _, true) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]),
        _ => BinaryPrimitives.ReadUInt32BigEndian(from[at..]),
    };

    private static byte[]? CleanedPng(ReadOnlySpan<byte> file)
    {
        List<byte> kept = [.. PngHead];
        var at = PngHead.Length;
        while (at + PngLengthAndCheck <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]) + PngLengthAndCheck;
            if (length > file.Length - at)
            {
                return null;
            }

            var chunk = file.Slice(at, (int)length);
            var kind = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (!TellsOfItsOwner.Contains(kind))
            {
                kept.AddRange(chunk);
            }

            if (kind == "IEND")
            {
                return [.. kept];
            }

            at += (int)length;
        }

        return null;
    }
}
