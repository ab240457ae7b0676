using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Channels;

/// <summary>The voices and pictures we keep, and under which names the channels have them.</summary>
public sealed class Enclosures(CccdDb db, Statements sql, TimeProvider clock)
{
    public async Task<Enclosed> AddAsync(EnclosureKind kind, byte[] content, CancellationToken ct)
    {
        var enclosure = new Enclosure { Id = Guid.NewGuid(), Kind = kind, Content = content, AddedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(enclosure);
        await db.SaveChangesAsync(ct);
        return new Enclosed(kind, enclosure.Id);
    }

    /// <summary>Null when it was thrown away.</summary>
    public Task<Enclosure?> FindAsync(Guid id, CancellationToken ct) => db.Enclosures.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);

    /// <summary>Null when the channel has none yet.</summary>
    public string? CopyAt(string channel, Guid id) =>
        sql.First("SELECT file FROM enclosure_copies WHERE enclosure_id = @p0 AND channel = @p1", row => row.GetString(0), id, channel);

    public void NoteCopy(string channel, Guid id, string file) => sql.Execute(
        "INSERT INTO enclosure_copies (enclosure_id, channel, file) VALUES (@p0, @p1, @p2) ON CONFLICT (enclosure_id, channel) DO UPDATE SET file = excluded.file",
        id,
        channel,
        file);

    /// <summary>Its copies at the channels are forgotten with it.</summary>
    public void ThrowAway(Guid id) => sql.Execute("DELETE FROM enclosures WHERE id = @p0", id);
}
