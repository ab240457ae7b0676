using CccdBot.Core.Storage;

namespace CccdBot.Core.People;

/// <summary>Which village people say they live in, by the code of its hall; asked only where it decides something.</summary>
public sealed class Homes(Statements sql)
{
    /// <summary>What was said once stays: who could say another village each time would be at home everywhere. False when they had said another.</summary>
    public bool Say(PersonId person, string placeCode) =>
        sql.Execute("UPDATE people SET home_place = @p1 WHERE id = @p0 AND (home_place IS NULL OR home_place = @p1)", person.Value, placeCode) == 1;

    /// <summary>They said so; or another speaks for them, as for those who have no phone.</summary>
    public bool IsNear(PersonId person, string placeCode) => sql.Number(
        "SELECT COUNT(*) FROM people WHERE id = @p0 AND (keeper_id IS NOT NULL OR home_place = @p1)", person.Value, placeCode) > 0;

    public void Forget(PersonId person) => sql.Execute("UPDATE people SET home_place = NULL WHERE id = @p0", person.Value);
}
