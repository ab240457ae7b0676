using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>The way to the page on which someone's bookings stand ready for printing; null where this chat cannot open our pages.</summary>
public delegate string? PrintedBookings(PersonId person, ChannelAddress chat, DateTime now);
