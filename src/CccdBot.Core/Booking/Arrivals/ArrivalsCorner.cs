using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>The corner of the booking room where people wait in the hall itself.</summary>
internal static class ArrivalsCorner
{
    public static IServiceCollection AddArrivals(this IServiceCollection house) => house
        .AddSingleton<ITables, ArrivalsTables>()
        .AddScoped<HallLine>()
        .AddScoped<HallDesk>()
        .AddScoped<HallTaps>()
        .AddScoped<IForgetsPerson, ForgetArrivals>()
        .AddScoped<IClearsOld, ClearOldArrivals>();
}
