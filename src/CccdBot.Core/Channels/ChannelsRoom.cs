using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Channels;

/// <summary>What this room brings into the house.</summary>
public static class ChannelsRoom
{
    public static IServiceCollection AddChannels(this IServiceCollection house) => house
        .AddSingleton<ITables, ChannelsTables>()
        .AddSingleton<Postman>()
        .AddScoped<SendPace>()
        .AddScoped<Outbox>()
        .AddScoped<Enclosures>()
        .AddScoped<IInherits>(desk => desk.GetRequiredService<Outbox>());
}
