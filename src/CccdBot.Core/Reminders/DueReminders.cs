using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Reminders;

/// <summary>Looks what is due whenever the clock ticks; a lost tick, a double tick or a restart changes nothing.</summary>
public sealed class DueReminders(IEnumerable<IReminderKind> kinds, WriteGate gate, Postman postman, TimeProvider clock)
{
    /// <summary>When the last look was finished (UTC); null before the first. A silent clock would otherwise be silent.</summary>
    public DateTime? LastLook { get; private set; }

    /// <summary>Writes every reminder that is due now and was not written before, and returns how many.</summary>
    public async Task<int> WriteAsync()
    {
        var total = 0;
        foreach (var kind in kinds)
        {
            bool mayBeMore;
            do
            {
                var now = clock.GetUtcNow().UtcDateTime;
                (var written, mayBeMore) = await gate.RunAsync<ReminderWriter, (int, bool)>(
                    pen => pen.WriteAsync(kind, now, CancellationToken.None));
                total += written;
            }
            while (mayBeMore);
        }

        if (total > 0)
        {
            postman.RingAll();
        }

        LastLook = clock.GetUtcNow().UtcDateTime;
        return total;
    }
}
