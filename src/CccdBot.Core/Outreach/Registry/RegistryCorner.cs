using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>The corner of the room where the list of people to reach lies.</summary>
internal static class RegistryCorner
{
    public static IServiceCollection AddRegistry(this IServiceCollection house) => house
        .AddSingleton<ITables, VillagerTables>()
        .AddScoped<VillagerBook>()
        .AddScoped<ImportDesk>()
        .AddScoped<VillagerDesk>()
        .AddScoped<IForgetsPerson, ForgetVillager>()
        .AddScoped<IClearsOld, ClearOldList>();
}
