using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Voices;

/// <summary>A voice nobody can hear any more goes after thirty days.</summary>
internal sealed class ClearOldClips(CccdDb db) : IClearsOld
{
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public async Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var (old, clips) = (now - Keeps, db.Clips);
        var gone = clips.Where(clip => clip.State != ClipState.Approved && clip.RecordedAt < old && (clip.DecidedAt == null || clip.DecidedAt < old));
        await db.Set<Channels.Enclosure>().Where(voice => gone.Any(clip => clip.EnclosureId == voice.Id)).ExecuteDeleteAsync(ct);
        return await gone.ExecuteDeleteAsync(ct);
    }
}
