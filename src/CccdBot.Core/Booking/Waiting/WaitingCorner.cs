using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>The corner of the booking room where one waits for a seat.</summary>
internal static class WaitingCorner
{
    public static IServiceCollection AddWaiting(this IServiceCollection house) => house
        .AddSingleton<ITables, WaitingTables>()
        .AddSingleton<FreedSeats>()
        .AddScoped<WaitingLine>()
        .AddScoped<SeatOffers>()
        .AddScoped<IForgetsPerson, ForgetWaiting>()
        .AddTopic<WaitForSeat>();
}
