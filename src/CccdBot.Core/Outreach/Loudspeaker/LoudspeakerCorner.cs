using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>The corner of the room where evenings are called out over the villages' loudspeakers.</summary>
internal static class LoudspeakerCorner
{
    public static IServiceCollection AddLoudspeaker(this IServiceCollection house) => house
        .AddSingleton<ITables, LoudspeakerTables>()
        .AddScoped<LoudspeakerBook>()
        .AddTopic<ReadScript>();
}
