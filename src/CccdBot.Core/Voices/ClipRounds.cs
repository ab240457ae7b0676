using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Voices;

/// <summary>Fetches what was spoken into chats, outside any transaction, and lays it before a second person.</summary>
public sealed partial class ClipRounds(
    IServiceScopeFactory scopes, WriteGate gate, Postman postman, IEnumerable<IChannel> channels, TimeProvider clock, ILogger<ClipRounds> log)
{
    /// <summary>A chat that does not give it out for so long will not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var clip in await LyingAsync(ct))
        {
            if (await FetchAsync(clip, ct) is (IsOver: true, var voice))
            {
                await gate.RunAsync<ClipPost, bool>(post => post.TakeInAsync(clip, voice, Now, ct));
                postman.RingAll();
            }
        }
    }

    private async Task<List<Clip>> LyingAsync(CancellationToken ct)
    {
        await using var desk = scopes.CreateAsyncScope();
        return await desk.ServiceProvider.GetRequiredService<CccdDb>().Clips.AsNoTracking()
            .Where(clip => clip.State == ClipState.Fetching).OrderBy(clip => clip.Id).ToListAsync(ct);
    }

    /// <summary>What came, and whether it is worth trying again.</summary>
    private async Task<(bool IsOver, byte[]? Voice)> FetchAsync(Clip clip, CancellationToken ct)
    {
        try
        {
            return (true, channels.FirstOrDefault(channel => channel.Name == clip.Channel) is { } channel ? await channel.FetchAsync(clip.File, ct) : null);
        }
#pragma warning disable CA1031 // whatever stood in the way, the next round tries again
        catch (Exception broken) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotFetched(clip.Id, broken.GetType().Name);
            return (Now - clip.RecordedAt >= Patience, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recording {ClipId} could not be fetched: {Problem}")]
    private partial void LogNotFetched(long clipId, string problem);
}
