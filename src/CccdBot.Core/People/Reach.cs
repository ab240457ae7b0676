using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.People;

/// <summary>By which chat someone is reached: their own, or that of the one who speaks for them.</summary>
public sealed class Reach(Statements sql)
{
    /// <summary>Of a row "c" of contact_routes: nobody has blocked us there.</summary>
    internal const string IsOpen = "NOT EXISTS (SELECT 1 FROM closed_addresses x WHERE x.channel = c.channel AND x.address = c.address)";

    /// <summary>Null when no chat is open: then a human being has to carry the word.</summary>
    public ChannelAddress? Of(PersonId person) => sql.All(
        "SELECT c.channel, c.address FROM people p JOIN contact_routes c ON c.person_id = COALESCE(p.keeper_id, p.id) WHERE p.id = @p0 "
        + $"AND {IsOpen} ORDER BY c.channel, c.address LIMIT 1",
        row => new ChannelAddress(row.GetString(0), row.GetString(1)),
        person.Value) is [var chat] ? chat : null;
}
