using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.People;

/// <summary>What this room brings into the house.</summary>
public static class PeopleRoom
{
    public static IServiceCollection AddPeople(this IServiceCollection house) => house
        .AddSingleton<ITables, PeopleTables>()
        .AddScoped<Household>()
        .AddScoped<Homes>()
        .AddScoped<Reach>();
}
