using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Cases;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Booking;

/// <summary>What this room brings into the house.</summary>
public static class BookingRoom
{
    public static IServiceCollection AddBooking(this IServiceCollection house) => house
        .AddSingleton<ITables, BookingTables>()
        .AddScoped<SeatBook>()
        .AddScoped<Timetable>()
        .AddScoped<Seating>()
        .AddScoped<ReservationChanges>()
        .AddScoped<SlotMenus>()
        .AddScoped<WishEar>()
        .AddScoped<WishedChanges>()
        .AddScoped<EveningPlan>()
        .AddScoped<IForgetsPerson, ForgetBookings>()
        .AddScoped<IClearsOld, ClearOldNames>()
        .AddVoiced<VoicedEvenings>()
        .AddTopic<BookSlot>()
        .AddTopic<ForWhom>()
        .AddTopic<WishDesk>()
        .AddScoped<IHearsWishes>(desk => desk.GetRequiredService<WishDesk>())
        .AddTopic<MyBookings>()
        .AddTopic<MoveBooking>()
        .AddTopic<CancelBooking>()
        .AddTopic<PutOffIll>()
        .AddWaiting()
        .AddEvenings()
        .AddArrivals()
        .AddCases()
        .AddVisits();
}
