using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>What time does to words that are to be carried, looked after whenever the clock ticks.</summary>
public sealed class RelayRounds(WriteGate gate, Postman postman, TimeProvider clock)
{
    public async Task LookAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isNew = await gate.RunAsync<RelayPlan, int>(plan => plan.WriteAsync(now, CancellationToken.None)) > 0;
        if (await gate.RunAsync<DailyReport, bool>(report => report.WriteAsync(now, CancellationToken.None)) || isNew)
        {
            postman.RingAll();
        }
    }
}
