using CccdBot.Host.Settings;
using CccdBot.Host.Storage;
using Quartz;

namespace CccdBot.Host.Scheduling;

/// <summary>Which job runs when, by the clock on the village hall's wall.</summary>
internal static class Clockwork
{
    /// <summary>A reminder is at most so late.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>Who walks from house to house, or is to hear a recording, is not in such a hurry.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A node that missed its check-in by so much has gone, and the others take over its ticks.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckInMissed = TimeSpan.FromSeconds(3);

    /// <param name="shared">The ledger whose nodes share the ticks; null where they are this process's own.</param>
    public static IServiceCollection AddClockwork(this IServiceCollection house, DatabaseSettings? shared, TimeProvider clock) => house
        .AddSingleton<Cleaning>()
        .AddQuartz(quartz =>
        {
            quartz.UseDefaultTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
            quartz.UseTimeProvider(clock);
            KeepIn(quartz, shared);
            Every<WriteDueRemindersJob>(quartz, "write-due-reminders");
            Every<FreeLapsedHoldsJob>(quartz, "free-lapsed-holds");
            Every<HandOnSeatsJob>(quartz, "hand-on-seats");
            Every<SendNoticesJob>(quartz, "send-notices");
            Every<FetchVoicesJob>(quartz, "fetch-voices", Minute);
            Every<CarryWordJob>(quartz, "carry-word", Minute);
            Daily<KeepEveningsOpenJob>(quartz, "keep-evenings-open", "0 5 0 * * ?");
            Daily<ClearOldJob>(quartz, "clear-old", "0 30 2 * * ?");
            Daily<TellSealJob>(quartz, "tell-seal", "0 0 7 * * ?");
        })
        .AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);

    /// <summary>One node keeps its clock in memory; several share one in their ledger, and each tick is one node's.</summary>
    private static void KeepIn(IQuartzBuilder quartz, DatabaseSettings? shared)
    {
        if (shared?.Provider != LedgerStorage.Postgres)
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.GenerateInstanceId) = ("CccdBot", true));
        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.UsePostgres(shared.ConnectionString);
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckInMissed));
        });
    }

    private static void Every<TJob>(IQuartzBuilder quartz, string name, TimeSpan? every = null) where TJob : class, IJob => quartz
        .AddJob<TJob>(job => job.WithIdentity(name))
        .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).StartNow().WithSimpleSchedule(often => often.WithInterval(every ?? Tick).RepeatForever()));

    private static void Daily<TJob>(IQuartzBuilder quartz, string name, string cron) where TJob : class, IJob => quartz
        .AddJob<TJob>(job => job.WithIdentity(name))
        .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).WithCronSchedule(cron));
}
