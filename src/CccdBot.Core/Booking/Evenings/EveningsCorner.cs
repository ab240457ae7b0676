using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>What this corner of the room brings along.</summary>
internal static class EveningsCorner
{
    public static IServiceCollection AddEvenings(this IServiceCollection house) => house
        .AddSingleton<ITables, EveningsTables>()
        .AddScoped<EveningDesk>()
        .AddScoped<SeriesDesk>()
        .AddScoped<Crew>()
        .AddScoped<Displacing>()
        .AddScoped<Displaced>()
        .AddScoped<Unconfirmed>()
        .AddScoped<EveningReport>()
        .AddSingleton<EveningRounds>()
        .AddTopic<NewEvening>()
        .AddTopic<ConfirmEvening>();
}
