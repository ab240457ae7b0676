using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>Evenings that people have booked and the police have not confirmed: a day before their officers are asked, six hours before the chief.</summary>
public sealed class Unconfirmed(Statements sql, StaffChats chats, Crew crew, Outbox outbox)
{
    /// <summary>Who walks home from a far field sets out the day before.</summary>
    public static readonly TimeSpan AsksOfficers = TimeSpan.FromHours(24);

    public static readonly TimeSpan AsksChief = TimeSpan.FromHours(6);

    private const string IsWanted =
        "state = 'Proposed' AND starts_at > @p0 AND starts_at <= @p1 AND EXISTS (SELECT 1 FROM slots s WHERE s.session_id = sessions.id AND s.taken > 0)";

    private static readonly Role[] Officers = [Role.Officer];
    private static readonly Role[] Chiefs = [Role.Chief];

    /// <summary>Asks about every evening whose hour to be asked about has come, once each; returns how many were asked about.</summary>
    public async Task<int> AskAsync(DateTime now, CancellationToken ct) => Coming(now, now + AsksOfficers).Count == 0
        ? 0
        : await AskAsync(Asked.Chief, now + AsksChief, Chiefs, now, ct) + await AskAsync(Asked.Officers, now + AsksOfficers, Officers, now, ct);

    /// <summary>Those of the coming days, the next one first.</summary>
    public List<WantedEvening> Coming(DateTime now, DateTime until) => sql.All(
        $"SELECT {Columns} FROM sessions WHERE {IsWanted} ORDER BY starts_at, id", Read, now, until);

    private async Task<int> AskAsync(Asked whom, DateTime until, Role[] roles, DateTime now, CancellationToken ct)
    {
        // Where there are no officers with a chat, the chief is asked the day before too; who links a chat later is still asked.
        var them = await chats.OfAsync(roles, ct) is { Count: > 0 } some ? some : await chats.OfAsync(Chiefs, ct);
        if (them.Count == 0)
        {
            return 0;
        }

        var due = sql.All(
            $"UPDATE sessions SET asked = @p2 WHERE {IsWanted} AND asked < @p2 RETURNING {Columns}", Read, now, until, (int)whom);
        foreach (var evening in due)
        {
            // The officers named for the evening know; where none is named, or none has a chat, all of them are asked.
            var named = whom == Asked.Officers ? await chats.OfMembersAsync(crew.OfficersOf(evening.Id).ConvertAll(one => one.Id), ct) : [];
            (named.Count > 0 ? named : them).ForEach(chat => Tell(chat, evening, now));
        }

        return due.Count;
    }

    private void Tell(ChannelAddress chat, WantedEvening evening, DateTime now)
    {
        var asked = OutgoingMessage.For(chat, MessageKind.Duty, EveningTexts.StillUnconfirmed(evening), now);
        asked.KeepFor(AboutOf(evening.Id));
        outbox.Add(asked);
    }

    /// <summary>Its button stays good among other messages.</summary>
    internal static string AboutOf(long evening) => string.Create(CultureInfo.InvariantCulture, $"evening {evening}");

    private const string Columns =
        "id, starts_at, (SELECT name FROM places p WHERE p.code = place_code), (SELECT CAST(SUM(s.taken) AS bigint) FROM slots s WHERE s.session_id = sessions.id)";

    private static WantedEvening Read(System.Data.Common.DbDataReader row) =>
        new(row.GetInt64(0), UtcTime.Read(row.GetDateTime(1)), row.GetString(2), row.GetInt64(3));

    /// <summary>How far up an evening was asked about, as it is kept.</summary>
    private enum Asked
    {
        Officers = 1,
        Chief = 2,
    }
}

/// <summary>An evening that so many people count on.</summary>
public sealed record WantedEvening(long Id, DateTime StartsAt, string Place, long Taken);
