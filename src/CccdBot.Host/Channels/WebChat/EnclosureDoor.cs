using CccdBot.Core.Channels;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>Where a page finds a voice or a picture it was sent: who has the address has been sent it.</summary>
internal static class EnclosureDoor
{
    /// <summary>What lies there never changes.</summary>
    private const string MayBeKept = "private, max-age=86400, immutable";

    public static string AddressOf(Guid id) => $"/kem/{id:N}";

    public static void MapEnclosures(this WebApplication app) => app.MapGet("/kem/{id:guid}", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext visit, Guid id, Enclosures kept, CancellationToken ct)
    {
        if (await kept.FindAsync(id, ct) is not { } enclosure)
        {
            return Results.NotFound();
        }

        visit.Response.Headers.CacheControl = MayBeKept;
        return Results.Bytes(enclosure.Content, TypeOf(enclosure), enableRangeProcessing: true);
    }

    private static string TypeOf(Enclosure enclosure) => enclosure.Kind switch
    {
        EnclosureKind.Voice => "audio/ogg",
        _ when enclosure.Content is [0x89, ..] => "image/png",
        _ => "image/jpeg",
    };
}
