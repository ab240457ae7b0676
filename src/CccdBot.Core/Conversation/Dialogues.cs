using System.Data.Common;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>Who is speaking and where the talk stands, fetched and put back once a turn.</summary>
public sealed class Dialogues(Statements sql)
{
    /// <summary>The person and the dialogue behind an address; a stranger becomes a person without a name.</summary>
    public (Person Person, Dialogue Dialogue) Open(ChannelAddress from, DateTime now)
    {
        var known = sql.First(
            "SELECT p.id, p.name, p.consented_at, p.consent_text, p.stopped_at, p.stopped_notices_at, p.created_at, d.topic, d.step, d.about, d.last_pressed, "
            + "d.misses, d.held_until, d.silent_until, s.answering "
            + "FROM contact_routes r JOIN people p ON p.id = r.person_id "
            + "LEFT JOIN dialogues d ON d.channel = r.channel AND d.address = r.address "
            + "LEFT JOIN staff_chats s ON s.channel = r.channel AND s.address = r.address WHERE r.channel = @p0 AND r.address = @p1",
            row => new Known(ReadPerson(row), ReadDialogue(row, from)),
            from.Channel,
            from.Address) ?? Welcome(from, now);
        return (known.Person, known.Dialogue);
    }

    /// <summary>Writes down what the turn changed about the person, if anything.</summary>
    public void Save(Person person)
    {
        if (person.IsChanged)
        {
            sql.Execute(
                "UPDATE people SET name = @p1, consented_at = @p2, consent_text = @p3, stopped_at = @p4, stopped_notices_at = @p5 WHERE id = @p0",
                person.Id.Value,
                person.Name,
                person.ConsentedAt,
                person.ConsentText,
                person.StoppedAt,
                person.StoppedNoticesAt);
        }
    }

    public void Save(Dialogue dialogue) => sql.Execute(
        "INSERT INTO dialogues (channel, address, topic, step, about, last_pressed, misses) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6) "
        + "ON CONFLICT (channel, address) DO UPDATE SET topic = excluded.topic, step = excluded.step, "
        + "about = excluded.about, last_pressed = excluded.last_pressed, misses = excluded.misses",
        dialogue.Channel,
        dialogue.Address,
        dialogue.Topic,
        dialogue.Step,
        dialogue.About,
        dialogue.LastPressed,
        dialogue.Misses);

    /// <summary>An officer has the conversation in hand.</summary>
    public void Hold(ChannelAddress chat, DateTime until) => sql.Execute(
        "INSERT INTO dialogues (channel, address, misses, held_until) VALUES (@p0, @p1, 0, @p2) "
        + "ON CONFLICT (channel, address) DO UPDATE SET held_until = excluded.held_until",
        chat.Channel,
        chat.Address,
        until);

    /// <summary>An officer is speaking: the bot is silent. A question it had left open is dropped when the silence begins.</summary>
    public void Silence(ChannelAddress chat, DateTime now, DateTime until) => sql.Execute(
        "UPDATE dialogues SET misses = 0, topic = CASE WHEN silent_until > @p2 THEN topic END, step = CASE WHEN silent_until > @p2 THEN step END, "
        + "about = CASE WHEN silent_until > @p2 THEN about END, silent_until = @p3 WHERE channel = @p0 AND address = @p1",
        chat.Channel,
        chat.Address,
        now,
        until);

    /// <summary>The officer has gone: the bot speaks again. True when it was silent until now.</summary>
    public bool Release(ChannelAddress chat, DateTime now)
    {
        var wasSilent = sql.Execute(
            "UPDATE dialogues SET silent_until = NULL WHERE channel = @p0 AND address = @p1 AND silent_until > @p2", chat.Channel, chat.Address, now) > 0;
        sql.Execute(
            "UPDATE dialogues SET held_until = NULL, silent_until = NULL WHERE channel = @p0 AND address = @p1", chat.Channel, chat.Address);
        return wasSilent;
    }

    /// <summary>The number of the newest message with buttons in this chat: only its buttons, and its numbers, are current.</summary>
    /// <remarks>A reminder that has not left yet is no one's menu: its "3" would cancel a booking unseen.</remarks>
    public long? CurrentScreen(ChannelAddress at)
    {
        var id = sql.Number(
            "SELECT MAX(id) FROM outgoing_messages WHERE channel = @p0 AND address = @p1 AND choices <> '[]' "
            + "AND (state IN ('Sending', 'Sent', 'Unknown') OR (state = 'Queued' AND kind IN ('Answer', 'Booking')))",
            at.Channel,
            at.Address);
        return id == 0 ? null : id;
    }

    private Known Welcome(ChannelAddress from, DateTime now)
    {
        var person = new Person { CreatedAt = now };
        sql.Execute("INSERT INTO people (id, created_at) VALUES (@p0, @p1)", person.Id.Value, now);
        sql.Execute(
            "INSERT INTO contact_routes (channel, address, person_id) VALUES (@p0, @p1, @p2)", from.Channel, from.Address, person.Id.Value);
        return new Known(person, new Dialogue { Channel = from.Channel, Address = from.Address });
    }

    private static Person ReadPerson(DbDataReader row) => Person.Read(
        row.GetGuid(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        Moment(row, 2),
        row.IsDBNull(3) ? null : row.GetInt32(3),
        Moment(row, 4),
        Moment(row, 5),
        UtcTime.Read(row.GetDateTime(6)));

    private static Dialogue ReadDialogue(DbDataReader row, ChannelAddress from) => new()
    {
        Channel = from.Channel,
        Address = from.Address,
        Topic = Words(row, 7),
        Step = Words(row, 8),
        About = Words(row, 9),
        LastPressed = Words(row, 10),
        Misses = row.IsDBNull(11) ? 0 : row.GetInt32(11),
        HeldUntil = Moment(row, 12),
        SilentUntil = Moment(row, 13),
        Answering = row.IsDBNull(14) ? null : row.GetInt64(14),
    };

    private static string? Words(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime? Moment(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : UtcTime.Read(row.GetDateTime(column));

    private sealed record Known(Person Person, Dialogue Dialogue);
}
