using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>The corner of the room from which word is carried on foot.</summary>
internal static class RelayCorner
{
    public static IServiceCollection AddRelay(this IServiceCollection house) => house
        .AddSingleton<ITables, RelayTables>()
        .AddScoped<RelayBook>()
        .AddScoped<RelayPlan>()
        .AddScoped<NoticeErrands>()
        .AddScoped<DailyReport>()
        .AddSingleton<RelayRounds>()
        .AddTopic<CarryWord>();
}
