using Quartz;

namespace CccdBot.Host.Scheduling;

/// <summary>Which job runs when, by the clock on the village hall's wall.</summary>
internal static class Clockwork
{
    /// <summary>A reminder is at most so late.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddClockwork(this IServiceCollection house, TimeProvider clock) => house
        .AddSingleton<Cleaning>()
        .AddQuartz(quartz =>
        {
            quartz.UseDefaultTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
            quartz.UseTimeProvider(clock);
            quartz.UseInMemoryStore();
            Every<WriteDueRemindersJob>(quartz, "write-due-reminders");
            Every<FreeLapsedHoldsJob>(quartz, "free-lapsed-holds");
            Nightly<KeepEveningsOpenJob>(quartz, "keep-evenings-open", "0 5 0 * * ?");
            Nightly<ClearOldJob>(quartz, "clear-old", "0 30 2 * * ?");
        })
        .AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);

    private static void Every<TJob>(IQuartzBuilder quartz, string name) where TJob : class, IJob => quartz
        .AddJob<TJob>(job => job.WithIdentity(name))
        .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).StartNow().WithSimpleSchedule(every => every.WithInterval(Tick).RepeatForever()));

    private static void Nightly<TJob>(IQuartzBuilder quartz, string name, string cron) where TJob : class, IJob => quartz
        .AddJob<TJob>(job => job.WithIdentity(name))
        .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).WithCronSchedule(cron));
}
