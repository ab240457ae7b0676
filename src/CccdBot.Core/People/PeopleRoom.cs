using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CccdBot.Core.People;

/// <summary>What this room brings into the house.</summary>
public static class PeopleRoom
{
    public static IServiceCollection AddPeople(this IServiceCollection house)
    {
        house.TryAddSingleton(new AuditSecret(null));
        return house
            .AddSingleton<ITables, PeopleTables>()
            .AddScoped<Household>()
            .AddScoped<Homes>()
            .AddScoped<Reach>()
            .AddScoped<StaffList>()
            .AddScoped<AuditBook>();
    }
}
