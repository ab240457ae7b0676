using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Reminders;

/// <summary>What this room brings into the house.</summary>
public static class RemindersRoom
{
    public static IServiceCollection AddReminders(this IServiceCollection house) => house
        .AddSingleton<ITables, RemindersTables>()
        .AddSingleton<DueReminders>()
        .AddScoped<ReminderWriter>()
        .AddSingleton<IReminderKind, EveningBefore>()
        .AddSingleton<IReminderKind, TwoHoursBefore>();
}
