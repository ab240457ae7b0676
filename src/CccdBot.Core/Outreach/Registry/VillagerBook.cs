using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Writes the list of people to reach: each person stands on it once, whichever way they came.</summary>
public sealed class VillagerBook(Statements sql)
{
    private const int Columns = 17;

    /// <summary>So many rows in one statement: few enough for the parameters that each engine takes.</summary>
    private const int Together = 50;

    private const string Insert =
        "INSERT INTO villagers (name, name_folded, place_code, phone, birth_year, field_area, carrier, back, household, has_card, has_vneid, why_not, frail, note, import_id, created_at, changed_at) VALUES";

    private static readonly string InsertTogether = $"{Insert} {string.Join(", ", Enumerable.Range(0, Together).Select(RowOf))}";

    private readonly Dictionary<(string Place, string Name), List<OnList>> _known = [];

    /// <summary>Opens the list for writing: what stands on it is looked at once, and nobody else writes on it until the transaction ends.</summary>
    public void Open()
    {
        sql.Alone("list of people");
        _known.Clear();
        foreach (var one in sql.All(
            "SELECT id, place_code, name_folded, phone, birth_year FROM villagers",
            row => (Place: row.GetString(1), Name: row.GetString(2), On: new OnList(row.GetInt64(0), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetInt32(4)))))
        {
            Note(one.Place, one.Name, one.On);
        }
    }

    /// <summary>The one who stands on the list already; null for someone new. One of the same name is another only where phone or birth year says so.</summary>
    public long? Find(VillagerForm form, long? except = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        return _known.GetValueOrDefault((form.PlaceCode, VillagerForm.KeyOf(form.NameFolded)))?.Find(one => one.Id != except && one.MayBe(form))?.Id;
    }

    /// <summary>Writes someone down; null when they stand on the list already.</summary>
    public long? Add(VillagerForm form, Guid? import, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Find(form) is not null)
        {
            return null;
        }

        var id = sql.Number($"{Insert} {RowOf(0)} RETURNING id", Values(form, import, now));
        Note(form.PlaceCode, form.NameFolded, new OnList(id, form.Phone, form.BirthYear));
        return id;
    }

    /// <summary>Writes many down in few statements: a server far away answers each in a millisecond or two.</summary>
    /// <returns>How many were new.</returns>
    public int AddAll(IReadOnlyCollection<VillagerForm> forms, Guid import, DateTime now)
    {
        var fresh = forms.Where(IsNew).ToList();
        foreach (var together in fresh.Chunk(Together))
        {
            if (together.Length == Together)
            {
                sql.Execute(InsertTogether, [.. together.SelectMany(form => Values(form, import, now))]);
            }
            else
            {
                Array.ForEach(together, form => sql.Execute($"{Insert} {RowOf(0)}", Values(form, import, now)));
            }
        }

        return fresh.Count;
    }

    /// <summary>What a line tells of someone on the list, where nothing was known; what was written before stays.</summary>
    public void FillIn(long id, VillagerForm form, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(form);
        sql.Execute(
            "UPDATE villagers SET phone = COALESCE(phone, @p1), field_area = COALESCE(field_area, @p2), carrier = COALESCE(carrier, @p3), back = COALESCE(back, @p4), changed_at = @p5 "
            + "WHERE id = @p0 AND ((phone IS NULL AND COALESCE(phone, @p1) IS NOT NULL) OR (field_area IS NULL AND COALESCE(field_area, @p2) IS NOT NULL) OR (carrier IS NULL AND COALESCE(carrier, @p3) IS NOT NULL) OR (back IS NULL AND COALESCE(back, @p4) IS NOT NULL))",
            id,
            form.Phone,
            form.FieldArea,
            form.Carrier,
            form.Back,
            now);
    }

    /// <summary>What was heard of them since.</summary>
    /// <returns>False when they are on the list no more, or of a village that is not the caller's to see.</returns>
    public bool Change(long id, Func<string, bool> worksFor, VillagerNews news, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(worksFor);
        ArgumentNullException.ThrowIfNull(news);
        return IsTheirs(id, worksFor) && sql.Execute(
            "UPDATE villagers SET has_card = @p1, has_vneid = @p2, why_not = @p3, carrier = @p4, back = @p5, changed_at = @p6 WHERE id = @p0 AND left_at IS NULL",
            id,
            news.HasCard,
            news.HasVneid,
            news.WhyNot,
            news.Carrier,
            news.Back,
            now) == 1;
    }

    /// <summary>They are not to be reached any more: moved away, died, or do not want to be on a list.</summary>
    /// <inheritdoc cref="Change"/>
    public bool Leave(long id, Func<string, bool> worksFor, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(worksFor);
        return IsTheirs(id, worksFor) && sql.Execute("UPDATE villagers SET left_at = @p1, changed_at = @p1 WHERE id = @p0 AND left_at IS NULL", id, now) == 1;
    }

    /// <summary>The person who can have a seat in the hall: made when they are booked for the first time.</summary>
    public PersonId PersonOf(long id, DateTime now)
    {
        if (sql.First("SELECT person_id FROM villagers WHERE id = @p0 AND person_id IS NOT NULL", row => new Box(new PersonId(row.GetGuid(0))), id) is { } known)
        {
            // Thirty days after an appointment the name goes from there; here it is still known.
            sql.Execute("UPDATE people SET name = (SELECT v.name FROM villagers v WHERE v.id = @p1) WHERE id = @p0 AND name IS NULL", known.Id.Value, id);
            return known.Id;
        }

        var (name, place) = sql.First("SELECT name, place_code FROM villagers WHERE id = @p0", row => Tuple.Create(row.GetString(0), row.GetString(1)), id)!;
        var person = PersonId.New();
        sql.Execute("INSERT INTO people (id, name, home_place, created_at) VALUES (@p0, @p1, @p2, @p3)", person.Value, name, place, now);
        sql.Execute("UPDATE villagers SET person_id = @p1 WHERE id = @p0", id, person.Value);
        return person;
    }

    /// <summary>And from now on they are known: the next line may be of the same person.</summary>
    private bool IsNew(VillagerForm form)
    {
        if (Find(form) is not null)
        {
            return false;
        }

        Note(form.PlaceCode, form.NameFolded, new OnList(0, form.Phone, form.BirthYear));
        return true;
    }

    /// <summary>What is known of them, in the order in which it is written.</summary>
    internal static object?[] Words(VillagerForm form) =>
    [
        form.Name, form.NameFolded, form.PlaceCode, form.Phone, form.BirthYear, form.FieldArea, form.Carrier, form.Back, form.Household, form.HasCard, form.HasVneid,
        form.WhyNot, form.Frail, form.Note,
    ];

    private static object?[] Values(VillagerForm form, Guid? import, DateTime now) => [.. Words(form), import, now, now];

    /// <summary>"(@p0, @p1, ...)" for the row at this place of a statement.</summary>
    private static string RowOf(int at) => $"({string.Join(", ", Enumerable.Range(at * Columns, Columns).Select(column => $"@p{column}"))})";

    private bool IsTheirs(long id, Func<string, bool> worksFor) =>
        sql.First("SELECT place_code FROM villagers WHERE id = @p0", row => row.GetString(0), id) is { } place && worksFor(place);

    private void Note(string place, string folded, OnList one)
    {
        var key = (place, VillagerForm.KeyOf(folded));
        if (!_known.TryGetValue(key, out var same))
        {
            _known[key] = same = [];
        }

        same.Add(one);
    }

    private sealed record OnList(long Id, string? Phone, int? BirthYear)
    {
        public bool MayBe(VillagerForm form) => Fits(Phone, form.Phone) && Fits(BirthYear, form.BirthYear);

        private static bool Fits<T>(T? here, T? there) => here is null || there is null || here.Equals(there);
    }

    private sealed record Box(PersonId Id);
}

/// <summary>What was heard of someone on the list.</summary>
public sealed record VillagerNews(Known HasCard, Known HasVneid, WhyNotYet? WhyNot, string? Carrier, string? Back);
