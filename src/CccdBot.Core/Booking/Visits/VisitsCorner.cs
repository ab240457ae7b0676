using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking.Visits;

/// <summary>The corner of the booking room from which officers set out: to a house, and to far spots.</summary>
internal static class VisitsCorner
{
    public static IServiceCollection AddVisits(this IServiceCollection house) => house
        .AddSingleton<ITables, VisitTables>()
        .AddScoped<FamilyPost>()
        .AddScoped<VillageOf>()
        .AddScoped<VisitBook>()
        .AddScoped<TripBook>()
        .AddScoped<IForgetsPerson, ForgetVisits>()
        .AddScoped<IClearsOld, ClearOldVisits>()
        .AddTopic<AskVisit>()
        .AddTopic<JoinTrip>();
}
