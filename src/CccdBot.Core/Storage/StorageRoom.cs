using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Storage;

/// <summary>What this room brings into the house.</summary>
public static class StorageRoom
{
    public static IServiceCollection AddStorage(this IServiceCollection house) => house
        .AddSingleton<ITables, StorageTables>()
        .AddSingleton<WriteGate>()
        .AddSingleton<Node>()
        .AddSingleton<NodeWatch>()
        .AddSingleton<Calls>()
        .AddScoped<Neighbours>()
        .AddScoped<Statements>();
}
