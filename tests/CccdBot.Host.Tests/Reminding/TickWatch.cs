using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CccdBot.Host.Tests.Reminding;

/// <summary>Knows of a scheduler in this process whether all that was to happen by a moment has happened.</summary>
internal sealed class TickWatch : IJobListener
{
    private readonly IScheduler _scheduler;
    private readonly ConcurrentDictionary<JobKey, DateTimeOffset> _done = new();

    private readonly DateTimeOffset _since;

    private TickWatch(IScheduler scheduler, DateTimeOffset since) => (_scheduler, _since) = (scheduler, since);

    public string Name => "the ticks a test waits for";

    public static async Task<TickWatch> OverAsync(IServiceProvider service)
    {
        var scheduler = await service.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var watch = new TickWatch(scheduler, service.GetRequiredService<TimeProvider>().GetUtcNow());
        watch._scheduler.ListenerManager.AddJobListener(watch);
        return watch;
    }

    /// <summary>Each job has run to the end for every hour up to this one, or its hour was skipped as too long ago.</summary>
    public async Task<bool> HasTickedAsync(DateTime now)
    {
        foreach (var key in await _scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup()))
        {
            var trigger = await _scheduler.GetTrigger(key);
            if (trigger?.NextFireTimeUtc <= now || (trigger?.PreviousFireTimeUtc is { } fired && fired > Done(trigger.JobKey)))
            {
                return false;
            }
        }

        return true;
    }

    private DateTimeOffset Done(JobKey job) => _done.GetValueOrDefault(job, _since);

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        _done[context.JobDetail.Key] = context.FireTimeUtc;
        return default;
    }
}
