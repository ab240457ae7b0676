using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking;

/// <summary>What this room brings into the house.</summary>
public static class BookingRoom
{
    public static IServiceCollection AddBooking(this IServiceCollection house) => house
        .AddSingleton<ITables, BookingTables>()
        .AddScoped<SeatBook>()
        .AddScoped<Timetable>()
        .AddScoped<SlotMenus>()
        .AddScoped<EveningPlan>()
        .AddScoped<IForgetsPerson, ForgetBookings>()
        .AddScoped<IClearsOld, ClearOldNames>()
        .AddTopic<BookSlot>()
        .AddTopic<MyBookings>()
        .AddTopic<MoveBooking>()
        .AddTopic<CancelBooking>();
}
