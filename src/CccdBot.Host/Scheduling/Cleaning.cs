using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Scheduling;

/// <summary>Goes through every room that clears old things, all in one transaction.</summary>
internal sealed partial class Cleaning(WriteGate gate, TimeProvider clock, ILogger<Cleaning> log)
{
    /// <summary>How many rows were cleared.</summary>
    public async Task<int> ClearAsync()
    {
        var cleared = await gate.RunAsync<IEnumerable<IClearsOld>, int>(async rooms =>
        {
            var total = 0;
            foreach (var room in rooms)
            {
                total += await room.ClearAsync(clock.GetUtcNow().UtcDateTime, CancellationToken.None);
            }

            return total;
        });
        LogCleared(cleared);
        return cleared;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cleared {Rows} rows whose time was over")]
    private partial void LogCleared(int rows);
}
