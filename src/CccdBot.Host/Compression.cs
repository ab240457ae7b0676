namespace CccdBot.Host;

/// <summary>Pages travel packed: on a village's mobile network every kilobyte is waited for.</summary>
internal static class Compression
{
    /// <summary>Never the event stream: a packer would hold lines back that should be on the screen now.</summary>
    private static readonly string[] Packed = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"];

    public static IServiceCollection AddCompression(this IServiceCollection house) =>
        house.AddResponseCompression(packing => packing.MimeTypes = Packed);
}
