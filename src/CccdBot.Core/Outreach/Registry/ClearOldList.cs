using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Nobody stays on the list longer than it helps them: thirty days after all is done or they left, and a year after anyone last heard of them.</summary>
internal sealed class ClearOldList(Statements sql) : IClearsOld
{
    private static readonly TimeSpan KeepsDone = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeepsAny = TimeSpan.FromDays(365);

    public Task<int> ClearAsync(DateTime now, CancellationToken ct) => Task.FromResult(
        sql.Execute("UPDATE list_imports SET lines = NULL WHERE lines IS NOT NULL AND at < @p0", now - ListImport.Kept)
        + Erase("SELECT id FROM villagers WHERE changed_at < @p0 AND (left_at IS NOT NULL OR (has_card = 'Yes' AND has_vneid = 'Yes'))", now - KeepsDone)
        + Erase("SELECT id FROM villagers WHERE changed_at < @p0", now - KeepsAny));

    private int Erase(string whom, DateTime before)
    {
        sql.Execute($"DELETE FROM relay_tasks WHERE villager_id IN ({whom})", before);
        return sql.Execute($"DELETE FROM villagers WHERE id IN ({whom})", before);
    }
}
