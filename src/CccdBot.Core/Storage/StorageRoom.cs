using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Storage;

/// <summary>What this room brings into the house.</summary>
public static class StorageRoom
{
    public static IServiceCollection AddStorage(this IServiceCollection house) => house
        .AddSingleton<WriteGate>()
        .AddScoped<Statements>();
}
