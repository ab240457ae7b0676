using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Writes one person down, or corrects what stands there, read as strictly as a line of a file.</summary>
public sealed class VillagerDesk(Statements sql, VillagerBook book)
{
    /// <summary>What is typed by hand; the rest is chosen.</summary>
    private static readonly ListColumn[] Typed =
    [
        ListColumn.Name, ListColumn.Village, ListColumn.Phone, ListColumn.BirthYear, ListColumn.Household, ListColumn.FieldArea, ListColumn.Carrier, ListColumn.Back, ListColumn.Note,
    ];

    /// <summary>What was typed: with a form when it is sound, else with all that is wrong with it.</summary>
    public ReadLine Read(IReadOnlyDictionary<ListColumn, string?> typed, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var line = ListStager.LineOf(Typed, [.. Typed.Select(column => typed.GetValueOrDefault(column))]);
        return new LineReader(Typed, VillageNames.Read(sql), VietnamTime.DateOf(now).Year).Read(line);
    }

    /// <summary>A new one; who left and is here again comes back with what is written now.</summary>
    public WriteOutcome Add(VillagerForm form, Func<string, bool> worksFor, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(worksFor);
        if (!worksFor(form.PlaceCode))
        {
            return WriteOutcome.NotTheirs;
        }

        book.Open();
        if (book.Find(form) is not { } known)
        {
            book.Add(form, null, now);
            return WriteOutcome.Written;
        }

        return sql.Execute("UPDATE villagers SET left_at = NULL WHERE id = @p0 AND left_at IS NOT NULL", known) == 1 ? Write(known, form, now) : WriteOutcome.IsThere;
    }

    /// <summary>What is written now in place of what stood there.</summary>
    public WriteOutcome Correct(long id, VillagerForm form, Func<string, bool> worksFor, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(worksFor);
        if (!worksFor(form.PlaceCode) || sql.First("SELECT place_code FROM villagers WHERE id = @p0 AND left_at IS NULL", row => row.GetString(0), id) is not { } village || !worksFor(village))
        {
            return WriteOutcome.NotTheirs;
        }

        book.Open();
        return book.Find(form, except: id) is null ? Write(id, form, now) : WriteOutcome.IsThere;
    }

    private WriteOutcome Write(long id, VillagerForm form, DateTime now)
    {
        sql.Execute(
            "UPDATE villagers SET name = @p1, name_folded = @p2, place_code = @p3, phone = @p4, birth_year = @p5, field_area = @p6, carrier = @p7, back = @p8, household = @p9, "
            + "has_card = @p10, has_vneid = @p11, why_not = @p12, frail = @p13, note = @p14, changed_at = @p15 WHERE id = @p0",
            [id, .. VillagerBook.Words(form), now]);
        // Who has a chat of their own said there what they are called.
        sql.Execute(
            "UPDATE people SET name = @p1, home_place = @p2 WHERE id = (SELECT v.person_id FROM villagers v WHERE v.id = @p0) AND name IS NOT NULL AND keeper_id IS NULL "
            + "AND NOT EXISTS (SELECT 1 FROM contact_routes c WHERE c.person_id = people.id)",
            id,
            form.Name,
            form.PlaceCode);
        // Another village has another volunteer.
        sql.Execute(
            "UPDATE relay_tasks SET assigned_to = NULL WHERE villager_id = @p0 AND state IN ('Open', 'NotMet', 'CallAgain') AND assigned_to IS NOT NULL AND NOT EXISTS "
            + "(SELECT 1 FROM staff_members s WHERE s.id = relay_tasks.assigned_to AND (s.role <> 'Volunteer' OR ',' || s.village_codes || ',' LIKE '%,' || @p1 || ',%'))",
            id,
            form.PlaceCode);
        return WriteOutcome.Written;
    }
}

/// <summary>What became of a person who was written down.</summary>
public enum WriteOutcome
{
    Written,

    /// <summary>Someone of this name is on the list of that village, and neither phone nor year says that it is another.</summary>
    IsThere,

    /// <summary>Of a village for which this member does not work, or on the list no more.</summary>
    NotTheirs,
}
