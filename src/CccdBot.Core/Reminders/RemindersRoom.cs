using CccdBot.Core.Booking;
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
        .AddScoped<IRecallsReminders, ReminderRecall>()
        .AddScoped<IReminderKind, EveningBefore>()
        .AddScoped<IReminderKind, TwoHoursBefore>()
        .AddScoped<IReminderKind, WhatToBring>()
        .AddScoped<IReminderKind, PoliceConfirmed>()
        .AddScoped<IReminderKind, MissedYesterday>()
        .AddScoped<IReminderKind, CardIsReady>()
        .AddScoped<IReminderKind, NotYetActivatedOnDayThree>()
        .AddScoped<IReminderKind, NotYetActivatedOnDaySix>()
        .AddScoped<IReminderKind, AfterIllness>();
}
