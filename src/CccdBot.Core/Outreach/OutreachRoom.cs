using CccdBot.Core.Outreach.Loudspeaker;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Posters;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.Outreach.Rosters;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Outreach;

/// <summary>What this room brings into the house: everything by which people are reached who do not come by themselves.</summary>
/// <remarks>Each corner is a folder that brings its own tables; one line here for each.</remarks>
public static class OutreachRoom
{
    public static IServiceCollection AddOutreach(this IServiceCollection house) => house
        .AddNotices()
        .AddRegistry()
        .AddRosters()
        .AddRelay()
        .AddLoudspeaker()
        .AddPosters();
}
