using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Voices;

/// <summary>What this room brings into the house: words spoken in the languages of the villages.</summary>
public static class VoicesRoom
{
    public static IServiceCollection AddVoices(this IServiceCollection house) => house
        .AddSingleton<ITables, VoicesTables>()
        .AddScoped<ClipDesk>()
        .AddScoped<ClipPost>()
        .AddScoped<ClipJudge>()
        .AddSingleton<ClipRounds>()
        .AddScoped<IClearsOld, ClearOldClips>()
        .AddTopic<RecordClip>()
        .AddTopic<HearClip>();

    /// <summary>What another room has that can be said aloud.</summary>
    public static IServiceCollection AddVoiced<TVoiced>(this IServiceCollection house) where TVoiced : class, IVoiced => house
        .AddScoped<TVoiced>()
        .AddScoped<IVoiced>(desk => desk.GetRequiredService<TVoiced>());
}
