using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>Looks what is due whenever the clock ticks; a lost tick, a double tick or a restart changes nothing.</summary>
public sealed class DueReminders(WriteGate gate, Postman postman, TimeProvider clock)
{
    /// <summary>Writes every reminder that is due now and was not written before, and returns how many.</summary>
    public async Task<int> WriteAsync()
    {
        var total = 0;
        bool mayBeMore;
        do
        {
            var now = clock.GetUtcNow().UtcDateTime;
            (var written, mayBeMore) = await gate.RunAsync<ReminderWriter, (int, bool)>(pen => pen.WriteAsync(now, CancellationToken.None));
            total += written;
        }
        while (mayBeMore);

        if (total > 0)
        {
            postman.RingAll();
        }

        await gate.RunAsync<ReminderWriter>(pen => pen.NoteLook(clock.GetUtcNow().UtcDateTime));
        return total;
    }
}
