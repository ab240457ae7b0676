using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using CccdBot.Host.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CccdBot.Host.Health;

/// <summary>The ledger can be read, and the pen writes.</summary>
internal sealed class LedgerPulse(CccdDb db, WriteGate gate) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
        await gate.RunAsync<CccdDb>(_ => Task.CompletedTask).WaitAsync(Patience, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>The clock ticks: a dead one would be silent, and so would the reminders.</summary>
internal sealed class ClockPulse(CccdDb db, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var age = clock.GetUtcNow().UtcDateTime - await db.ReminderLooks.MaxAsync(look => (DateTime?)look.At, cancellationToken);
        return age is { } known && known <= Longest
            ? HealthCheckResult.Healthy($"{known.TotalSeconds:0} s")
            : HealthCheckResult.Unhealthy(age is null ? "no look yet" : $"last look {age.Value.TotalSeconds:0} s ago");
    }
}

/// <summary>No message waits for long, neither to be heard nor to be sent.</summary>
internal sealed class QueuePulse(CccdDb db, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestIncoming = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestOutgoing = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldestIn = await db.IncomingMessages.Where(m => m.State == IncomingState.Waiting)
            .MinAsync(m => (DateTime?)m.ReceivedAt, cancellationToken);
        var oldestOut = await db.OutgoingMessages
            .Where(m => m.State == OutgoingState.Queued && m.NotBefore <= now && !m.KeepsQuietHours)
            .MinAsync(m => (DateTime?)m.NotBefore, cancellationToken);
        var (inAge, outAge) = (now - (oldestIn ?? now), now - (oldestOut ?? now));
        var words = $"oldest incoming {inAge.TotalSeconds:0} s, oldest outgoing {outAge.TotalSeconds:0} s";
        return inAge <= LongestIncoming && outAge <= LongestOutgoing ? HealthCheckResult.Healthy(words) : HealthCheckResult.Unhealthy(words);
    }
}

/// <summary>There is room on the disk for some more evenings.</summary>
internal sealed class DiskPulse(LedgerStorage ledger) : IHealthCheck
{
    private const long Least = 200L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (ledger.Folder is not { } folder)
        {
            return Task.FromResult(HealthCheckResult.Healthy("on the database server"));
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        var words = $"{free / 1024 / 1024} MB free";
        return Task.FromResult(free >= Least ? HealthCheckResult.Healthy(words) : HealthCheckResult.Unhealthy(words));
    }
}
