using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Who wants to be forgotten goes from the list too; so do those they speak for.</summary>
internal sealed class ForgetVillager(Statements sql) : IForgetsPerson
{
    private const string Them = "(SELECT id FROM people WHERE id = @p0 UNION ALL SELECT id FROM people WHERE keeper_id = @p0)";

    private const string Theirs = $"SELECT id FROM villagers WHERE person_id IN {Them}";

    public Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        sql.Execute($"DELETE FROM relay_tasks WHERE villager_id IN ({Theirs}) OR person_id IN {Them}", person.Value);
        sql.Execute($"DELETE FROM villagers WHERE id IN ({Theirs})", person.Value);
        return Task.CompletedTask;
    }
}
