using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Conversation;

/// <summary>What this room brings into the house.</summary>
public static class ConversationRoom
{
    public static IServiceCollection AddConversation(this IServiceCollection house) => house
        .AddSingleton<ITables, ConversationTables>()
        .AddSingleton<FrontDesk>()
        .AddScoped<Inbox>()
        .AddScoped<Dialogues>()
        .AddScoped<Listener>()
        .AddScoped<Clerk>()
        .AddScoped<StaffChats>()
        .AddScoped<DutyPost>()
        .AddScoped<SealOfTheDay.Teller>()
        .AddSingleton<SealOfTheDay>()
        .AddScoped<Invites>()
        .AddScoped<DoorCalls>()
        .AddScoped<HelpDesk>()
        .AddScoped<PastTalk>()
        .AddScoped<IForgetsPerson, ForgetTalk>()
        .AddScoped<IClearsOld, ClearOldTalk>()
        .AddTopic<Menu>()
        .AddTopic<Help>()
        .AddTopic<AskHuman>()
        .AddTopic<StopMessages>()
        .AddTopic<ForgetMe>()
        .AddTopic<OnDuty>()
        .AddTopic<OffDuty>()
        .AddTopic<AtTheDoor>()
        .AddTopic<ComeIn>();

    /// <summary>A new command: known to the front desk, the help list and every channel's menu.</summary>
    public static IServiceCollection AddTopic<TTopic>(this IServiceCollection house) where TTopic : class, ITopic => house
        .AddScoped<TTopic>()
        .AddScoped<ITopic>(desk => desk.GetRequiredService<TTopic>());
}
