using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CccdBot.Host.Health;

/// <summary>"/healthz/live": the process answers. "/healthz/ready": it can do its work, or says what is in the way.</summary>
internal static class HealthRegistration
{
    public static IServiceCollection AddPulse(this IServiceCollection house) => house
        .AddHealthChecks()
        .AddCheck<LedgerPulse>("ledger")
        .AddCheck<ClockPulse>("clock")
        .AddCheck<QueuePulse>("queues")
        .AddCheck<DiskPulse>("disk")
        .Services;

    public static void MapPulse(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    /// <summary>No exception texts: they may carry paths and more.</summary>
    private static Task WriteAsync(HttpContext visit, HealthReport report) => visit.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(
            check => check.Key,
            check => new { status = check.Value.Status.ToString(), Description = check.Value.Exception?.GetType().Name ?? check.Value.Description }),
    });
}
