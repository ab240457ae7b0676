using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Voices;

/// <summary>What was recorded for words that are said no more falls silent; a voice nobody can hear any more goes after thirty days.</summary>
internal sealed class ClearOldClips(CccdDb db, ClipDesk desk, IEnumerable<IVoiced> rooms) : IClearsOld
{
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public async Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        foreach (var clip in await db.Clips.AsNoTracking().Where(clip => clip.State == ClipState.Approved).ToListAsync(ct))
        {
            if (!IsStillSaid(clip.Subject, now))
            {
                desk.FallSilent(clip.Id, now);
            }
        }

        var (old, clips) = (now - Keeps, db.Clips);
        var gone = clips.Where(clip => clip.State != ClipState.Approved && clip.RecordedAt < old && (clip.DecidedAt == null || clip.DecidedAt < old));
        await db.Set<Channels.Enclosure>().Where(voice => gone.Any(clip => clip.EnclosureId == voice.Id)).ExecuteDeleteAsync(ct);
        return await gone.ExecuteDeleteAsync(ct);
    }

    private bool IsStillSaid(string subject, DateTime now) =>
        subject.Split(' ') is [var kind, var id, _] && rooms.Find(kind, id, now)?.Key == subject;
}
