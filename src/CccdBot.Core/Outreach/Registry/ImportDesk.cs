using System.Text.Json;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Takes a file with a list of people: shows it, takes it over whole or not at all, takes it back within a day.</summary>
public sealed class ImportDesk(Statements sql, VillagerBook book)
{
    /// <summary>Every so many lines whoever waits is told how far it is.</summary>
    private const int ToldEvery = 250;

    /// <summary>Keeps the file to be shown; nobody of it is on the list yet.</summary>
    public Guid Show(StagedList list, Guid staff, DateTime now)
    {
        var id = Guid.CreateVersion7();
        sql.Execute(
            "INSERT INTO list_imports (id, staff_id, at, state, lines, added, known, refused) VALUES (@p0, @p1, @p2, 'Shown', @p3, 0, 0, 0)",
            id,
            staff,
            now,
            JsonSerializer.Serialize(list));
        return id;
    }

    /// <summary>The file as it was read; null when its time is over.</summary>
    public StagedList? Find(Guid id) => sql.First("SELECT lines FROM list_imports WHERE id = @p0 AND lines IS NOT NULL", row => row.GetString(0), id) is { } lines
        ? JsonSerializer.Deserialize<StagedList>(lines)
        : null;

    /// <summary>Reads it with other columns; false when it was taken over meanwhile, or that would be no list.</summary>
    public bool Choose(Guid id, IReadOnlyList<ListColumn> columns) => Find(id)?.With(columns) is { } list
        && sql.Execute("UPDATE list_imports SET lines = @p1 WHERE id = @p0 AND state = 'Shown'", id, JsonSerializer.Serialize(list)) == 1;

    /// <summary>Every line of it, read: the good ones with a form, the others with why not.</summary>
    public IEnumerable<ReadLine> Read(StagedList list, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(list);
        var reader = new LineReader(list.Columns, VillageNames.Read(sql), VietnamTime.DateOf(now).Year);
        return list.Lines.Select(line => reader.Read(ListStager.Masked(line, list.Columns)));
    }

    /// <summary>Takes the good lines over, all in one transaction.</summary>
    /// <param name="step">Is told how many lines are done.</param>
    /// <returns>Null when the file was taken over before, or its time is over.</returns>
    public ImportCount? TakeOver(Guid id, DateTime now, Action<int> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (sql.Execute("UPDATE list_imports SET state = 'Done', done_at = @p1 WHERE id = @p0 AND state = 'Shown' AND lines IS NOT NULL", id, now) == 0 || Find(id) is not { } list)
        {
            return null;
        }

        book.Open();
        var (added, known, refused, done) = (0, 0, 0, 0);
        foreach (var some in Read(list, now).Chunk(ToldEvery))
        {
            var good = some.Select(line => line.Form).OfType<VillagerForm>().ToList();
            var fresh = book.AddAll(good, id, now);
            (added, known, refused, done) = (added + fresh, known + good.Count - fresh, refused + some.Length - good.Count, done + some.Length);
            step(done);
        }

        sql.Execute(
            "UPDATE list_imports SET added = @p1, known = @p2, refused = @p3, lines = @p4 WHERE id = @p0", id, added, known, refused, JsonSerializer.Serialize(list.Needed()));
        return new ImportCount(added, known, refused);
    }

    /// <summary>Takes a file back: who came by it goes from the list, except those for whom something was done since.</summary>
    /// <returns>How many went and how many stay; null when it is too late, or was not taken over.</returns>
    public (int Gone, int Stay)? Undo(Guid id, DateTime now)
    {
        if (sql.Execute(
            "UPDATE list_imports SET state = 'Undone', lines = NULL WHERE id = @p0 AND state = 'Done' AND done_at > @p1", id, now - ListImport.Kept) == 0)
        {
            return null;
        }

        const string Untouched = "import_id = @p0 AND person_id IS NULL AND NOT EXISTS (SELECT 1 FROM relay_tasks t WHERE t.villager_id = villagers.id AND t.state <> 'Open')";
        sql.Execute($"DELETE FROM relay_tasks WHERE villager_id IN (SELECT id FROM villagers WHERE {Untouched})", id);
        var gone = sql.Execute($"DELETE FROM villagers WHERE {Untouched}", id);
        return (gone, (int)sql.Number("SELECT COUNT(*) FROM villagers WHERE import_id = @p0", id));
    }
}

/// <summary>What became of the lines of a file.</summary>
public sealed record ImportCount(int Added, int Known, int Refused);
