using CccdBot.Core.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Outreach.Rosters;

/// <summary>The corner of the room where lists are taken by chat.</summary>
internal static class RostersCorner
{
    public static IServiceCollection AddRosters(this IServiceCollection house) => house
        .AddScoped<RosterDesk>()
        .AddTopic<PasteRoster>();
}
