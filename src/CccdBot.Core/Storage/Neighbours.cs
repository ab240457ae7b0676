namespace CccdBot.Core.Storage;

/// <summary>The list of the nodes that live, and which of them holds what only one may do.</summary>
public sealed class Neighbours(Statements sql, Node me, IEnumerable<IInherits> heirs, TimeProvider clock)
{
    /// <summary>This node lives; if it had been taken for dead, it is listed anew.</summary>
    public void Beat()
    {
        if (sql.Execute("UPDATE nodes SET beats = beats + 1 WHERE id = @p0", me.Id) == 0)
        {
            sql.Execute("INSERT INTO nodes (id, beats, since) VALUES (@p0, 0, @p1)", me.Id, clock.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>All that are listed, with their beats.</summary>
    public List<(Guid Id, long Beats)> Listed() => sql.All("SELECT id, beats FROM nodes", row => (row.GetGuid(0), row.GetInt64(1)));

    /// <summary>Strikes out a node that has not beaten since, and takes up its work; false when it lives after all.</summary>
    public bool Bury(Guid id, long beats)
    {
        if (sql.Execute("DELETE FROM nodes WHERE id = @p0 AND beats = @p1", id, beats) == 0)
        {
            return false;
        }

        TakeUp();
        return true;
    }

    /// <summary>On a ledger no one else can open, whoever is still listed is of an earlier run.</summary>
    public void BuryAllOthers()
    {
        sql.Execute("DELETE FROM nodes WHERE id <> @p0", me.Id);
        TakeUp();
    }

    /// <summary>This node goes; what it could not finish is free for the others.</summary>
    public void Leave()
    {
        sql.Execute("DELETE FROM nodes WHERE id = @p0", me.Id);
        TakeUp();
    }

    /// <summary>True when this node holds the lease now: it was free, its holder is gone, or it was ours.</summary>
    public bool Holds(string lease)
    {
        sql.Execute(
            "INSERT INTO leases (name, node_id) VALUES (@p0, @p1) ON CONFLICT (name) DO UPDATE SET node_id = excluded.node_id "
            + "WHERE leases.node_id NOT IN (SELECT id FROM nodes)",
            lease,
            me.Id);
        return sql.First("SELECT name FROM leases WHERE name = @p0 AND node_id = @p1", row => row.GetString(0), lease, me.Id) is not null;
    }

    private void TakeUp()
    {
        foreach (var heir in heirs)
        {
            heir.TakeUp();
        }
    }
}
