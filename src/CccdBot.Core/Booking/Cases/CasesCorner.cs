using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking.Cases;

/// <summary>What this corner of the room brings along.</summary>
internal static class CasesCorner
{
    public static IServiceCollection AddCases(this IServiceCollection house) => house
        .AddSingleton<ITables, CasesTables>()
        .AddScoped<CaseDesk>()
        .AddScoped<IForgetsPerson, ForgetCases>()
        .AddScoped<IClearsOld, ClearOldCases>()
        .AddTopic<WrongData>();
}
