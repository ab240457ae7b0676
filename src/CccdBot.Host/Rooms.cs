using CccdBot.Core.Answers;
using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach;
using CccdBot.Core.People;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using CccdBot.Host.Channels.WebChat;
using CccdBot.Host.Storage;

namespace CccdBot.Host;

/// <summary>All the rooms of the house, from the ground up.</summary>
internal static class Rooms
{
    public static IServiceCollection AddRooms(this IServiceCollection house) => house
        .AddStorage()
        .AddChannels()
        .AddPeople()
        .AddConversation()
        .AddVoices()
        .AddAnswers()
        .AddBooking()
        .AddOutreach()
        .AddReminders()
        .AddChatLines()
        .AddSingleton<ITables, KeyTables>();
}
