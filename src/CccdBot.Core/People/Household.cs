using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.People;

/// <summary>Those a chat speaks for besides its owner: the mother without a phone, the old man next door, each by a name.</summary>
public sealed class Household(Statements sql)
{
    /// <summary>More than a family and its neighbour is a volunteer's work.</summary>
    public const int Most = 5;

    public List<Member> Of(PersonId keeper) => sql.All(
        "SELECT id, name FROM people WHERE keeper_id = @p0 AND name IS NOT NULL ORDER BY created_at, id",
        row => new Member(new PersonId(row.GetGuid(0)), row.GetString(1)),
        keeper.Value);

    /// <summary>The one of this name, written down when new; null when the household is full.</summary>
    public Member? Take(PersonId keeper, string name, DateTime now)
    {
        var known = Of(keeper);
        if (known.Find(member => VietnameseText.Fold(member.Name) == VietnameseText.Fold(name)) is { } there)
        {
            return there;
        }

        if (known.Count >= Most)
        {
            return null;
        }

        var member = new Member(PersonId.New(), name);
        sql.Execute(
            "INSERT INTO people (id, keeper_id, name, consented_at, consent_text, created_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p3)",
            member.Id.Value,
            keeper.Value,
            name,
            now,
            Person.CurrentConsent);
        return member;
    }

    /// <summary>The names go with the wish of the one who gave them.</summary>
    public void Forget(PersonId keeper) => sql.Execute(
        "UPDATE people SET name = NULL, consented_at = NULL, consent_text = NULL WHERE keeper_id = @p0", keeper.Value);
}

/// <summary>Someone spoken for in another's chat.</summary>
public sealed record Member(PersonId Id, string Name);
