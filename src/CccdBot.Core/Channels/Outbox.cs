using System.Data.Common;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Channels;

/// <summary>What we have promised to say: written with the change it speaks of, taken out by the postman alone.</summary>
public sealed class Outbox(Statements sql, SendPace pace, LedgerEngine engine, Node me, TimeProvider clock) : IInherits
{
    private const string Columns =
        "id, channel, address, kind, text, choices, keeps, replaces, about, priority, keeps_quiet_hours, not_before, expires_at, created_at, tries, encloses";

    /// <summary>Where the state stands after the <see cref="Columns"/>.</summary>
    private const int StateColumn = 16;

    private const string IsInOurHand = "id = @p0 AND claimed_by = @p1 AND tries = @p2 AND state = 'Sending'";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Writes a message down; it leaves after the transaction is committed.</summary>
    public void Add(OutgoingMessage message) => message.Id = sql.Number(
        "INSERT INTO outgoing_messages (channel, address, kind, text, choices, keeps, replaces, about, priority, "
        + "keeps_quiet_hours, not_before, expires_at, created_at, encloses, state, tries) "
        + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, 'Queued', 0) RETURNING id",
        message.Channel,
        message.Address,
        message.Kind,
        message.Text,
        ChoicesJson.Write(message.Choices),
        message.Keeps,
        message.Replaces,
        message.About,
        message.Priority,
        message.KeepsQuietHours,
        message.NotBefore,
        message.ExpiresAt,
        message.CreatedAt,
        message.Encloses?.ToString());

    /// <summary>Calls back what is about something that no longer holds; what is just leaving is not tried again.</summary>
    public void CallBack(string about, MessageKind kind) => sql.Execute(
        "UPDATE outgoing_messages SET state = CASE WHEN state = 'Queued' THEN 'Cancelled' ELSE state END, expires_at = @p2 "
        + "WHERE about = @p0 AND kind = @p1 AND state IN ('Queued', 'Sending')",
        about,
        kind,
        Now);

    /// <summary>A message by its number, for the button that was tapped on it; null when it was cleared away.</summary>
    public OutgoingMessage? Find(long id) =>
        sql.First($"SELECT {Columns} FROM outgoing_messages WHERE id = @p0", Read, id);

    /// <summary>True when something may wait to be taken out; a cheap look before the pen is asked for.</summary>
    public bool AnyDue(string channel) => sql.First(
        "SELECT channel FROM outgoing_messages WHERE state = 'Queued' AND channel = @p0 AND not_before <= @p1 "
        + "AND (@p2 OR NOT keeps_quiet_hours) LIMIT 1",
        row => row.GetString(0),
        channel,
        Now,
        !QuietHours.Covers(Now)) is not null;

    /// <summary>Takes the next messages of a channel in hand, first things first, as many as its budget allows now.</summary>
    /// <remarks>Each try is counted before it is made. One node takes out at a time, so that no two have a chat's letters in hand.</remarks>
    public List<OutgoingMessage> TakeOut(IChannel channel, int most)
    {
        sql.Alone($"post {channel.Name}");
        var room = pace.RoomNow(channel, Now);
        var taken = TakeOut(channel.Name, 0, DeliveryPolicy.BulkFrom, Math.Min(most, room.ForAll));
        taken.AddRange(TakeOut(channel.Name, DeliveryPolicy.BulkFrom, int.MaxValue, Math.Min(most, room.ForBulk) - taken.Count));
        pace.Count(channel, taken, Now);
        return taken;
    }

    /// <summary>Writes down how a try ended and what follows from it; a try that was taken from our hands meanwhile is no longer ours to judge.</summary>
    public void Record(OutgoingMessage message, SendResult result)
    {
        pace.Land(message, Now);
        switch (result)
        {
            case SendResult.Sent sent:
                End(message, OutgoingState.Sent, problem: null, sent.ProviderMessageId);
                break;
            case SendResult.TryLater later:
                // Not from now on: another pen whose now is a breath older would find it not yet due, and let the next one pass.
                PutBack(message, message.Tries - 1, message.NotBefore, later.Problem);
                if (later.After is { } silence)
                {
                    pace.Rest(message.Channel, Now + silence);
                }

                break;
            case SendResult.Unknown unknown when message.Tries < DeliveryPolicy.Of(message.Kind).Tries && DeliveryPolicy.Of(message.Kind).IsTriedAgainAfterSilence:
                PutBack(message, message.Tries, Now + DeliveryPolicy.Of(message.Kind).SecondTryAfter, unknown.Problem);
                break;
            case SendResult.Unknown unknown:
                End(message, OutgoingState.Unknown, unknown.Problem);
                break;
            case SendResult.Refused refused:
                End(message, OutgoingState.Refused, refused.Problem);
                break;
            case SendResult.Gone gone:
                End(message, OutgoingState.Refused, gone.Problem);
                CloseAddress(message.To);
                break;
            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    /// <summary>Nobody is at this address any more: nothing further is tried there until they write again.</summary>
    public void CloseAddress(ChannelAddress address)
    {
        sql.Execute(
            "INSERT INTO closed_addresses (channel, address, since) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING",
            address.Channel,
            address.Address,
            Now);
        sql.Execute(
            "UPDATE outgoing_messages SET state = 'Refused', problem = 'address closed' "
            + "WHERE channel = @p0 AND address = @p1 AND state = 'Queued'",
            address.Channel,
            address.Address);
    }

    public void OpenAddress(ChannelAddress address) => sql.Execute(
        "DELETE FROM closed_addresses WHERE channel = @p0 AND address = @p1", address.Channel, address.Address);

    /// <summary>What still waits for this chat is not sent.</summary>
    public void DropWaiting(ChannelAddress address) => sql.Execute(
        "UPDATE outgoing_messages SET state = 'Cancelled' WHERE channel = @p0 AND address = @p1 AND state = 'Queued'",
        address.Channel,
        address.Address);

    /// <summary>What of this kind still waits for this chat is not sent.</summary>
    public void DropWaiting(ChannelAddress address, MessageKind kind) => sql.Execute(
        "UPDATE outgoing_messages SET state = 'Cancelled' WHERE channel = @p0 AND address = @p1 AND kind = @p2 AND state = 'Queued'",
        address.Channel,
        address.Address,
        kind);

    /// <summary>Takes the words out of what has been said to this chat; what still waits is said.</summary>
    /// <remarks>What is just on its way has its words in hand; it expires, so that it is not tried again without them.</remarks>
    public void BlankSaid(ChannelAddress address) => sql.Execute(
        "UPDATE outgoing_messages SET text = '', choices = '[]', "
        + "expires_at = CASE WHEN state = 'Sending' THEN @p2 ELSE expires_at END "
        + "WHERE channel = @p0 AND address = @p1 AND state <> 'Queued'",
        address.Channel,
        address.Address,
        Now);

    /// <summary>Takes the words out of everything that is about this, wherever it was said; what still waits is not sent.</summary>
    public void BlankAbout(string about) => sql.Execute(
        "UPDATE outgoing_messages SET text = '', choices = '[]', expires_at = CASE WHEN state = 'Sending' THEN @p1 ELSE expires_at END, "
        + "state = CASE WHEN state = 'Queued' THEN 'Cancelled' ELSE state END WHERE about = @p0",
        about,
        Now);

    /// <summary>Takes a name, where it stands on a line of its own, out of what was said to this chat.</summary>
    public void TakeOutName(ChannelAddress address, string name) => sql.Execute(
        "UPDATE outgoing_messages SET text = REPLACE(text, @p2, @p3) WHERE channel = @p0 AND address = @p1",
        address.Channel,
        address.Address,
        $"\n{name}\n",
        "\n…\n");

    /// <summary>What a node had in hand when it went: the outcome is unknown, and each kind's policy says what follows.</summary>
    public void TakeUp()
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            sql.Execute(
                "UPDATE outgoing_messages SET state = CASE WHEN tries < @p1 THEN 'Queued' ELSE 'Unknown' END, problem = 'stopped while sending' "
                + "WHERE state = 'Sending' AND kind = @p0 AND (claimed_by IS NULL OR claimed_by NOT IN (SELECT id FROM nodes))",
                kind,
                DeliveryPolicy.Of(kind).Tries);
        }
    }

    /// <summary>At most one message of a chat is in hand at a time, and none overtakes an earlier one of its rank.</summary>
    /// <remarks>What was called back, has lapsed or would reach nobody is closed on the way and not among those returned.</remarks>
    private List<OutgoingMessage> TakeOut(string channel, int fromPriority, int belowPriority, int most) => most <= 0 ? [] : [.. sql.All(
        "UPDATE outgoing_messages SET tries = tries + 1, claimed_by = @p5, state = CASE WHEN expires_at <= @p1 THEN 'Expired' "
        + "WHEN EXISTS (SELECT 1 FROM closed_addresses c WHERE c.channel = outgoing_messages.channel "
        + "AND c.address = outgoing_messages.address) THEN 'Refused' ELSE 'Sending' END "
        + "WHERE id IN (SELECT id FROM outgoing_messages m WHERE state = 'Queued' AND channel = @p0 AND not_before <= @p1 "
        + "AND (@p2 OR NOT keeps_quiet_hours) AND priority >= @p3 AND priority < @p6 "
        + "AND NOT EXISTS (SELECT 1 FROM outgoing_messages b WHERE b.channel = m.channel AND b.address = m.address "
        + "AND b.state IN ('Queued', 'Sending') AND b.id <> m.id AND (b.state = 'Sending' "
        + "OR ((b.priority < m.priority OR (b.priority = m.priority AND b.id < m.id)) "
        + "AND (b.tries > 0 OR (b.not_before <= @p1 AND (@p2 OR NOT b.keeps_quiet_hours)))))) "
        + "AND NOT EXISTS (SELECT 1 FROM chat_paces c WHERE c.channel = m.channel AND c.address = m.address AND c.ready_at > @p1) "
        + $"ORDER BY priority, id LIMIT @p4 {engine.SkipLocked}) RETURNING {Columns}, state",
        row => (Message: Read(row), State: row.GetString(StateColumn)),
        channel,
        Now,
        !QuietHours.Covers(Now),
        fromPriority,
        most,
        me.Id,
        belowPriority)
        .Where(taken => taken.State == nameof(OutgoingState.Sending))
        .Select(taken => taken.Message)
        .OrderBy(message => message.Priority)
        .ThenBy(message => message.Id)];

    private void PutBack(OutgoingMessage message, int tries, DateTime notBefore, string problem) => sql.Execute(
        $"UPDATE outgoing_messages SET state = 'Queued', tries = @p3, not_before = @p4, problem = @p5 WHERE {IsInOurHand}",
        message.Id,
        me.Id,
        message.Tries,
        tries,
        notBefore,
        problem);

    private void End(OutgoingMessage message, OutgoingState state, string? problem, string? providerId = null) => sql.Execute(
        $"UPDATE outgoing_messages SET state = @p3, problem = @p4, provider_message_id = @p5, sent_at = @p6 WHERE {IsInOurHand}",
        message.Id,
        me.Id,
        message.Tries,
        state,
        problem,
        providerId,
        state == OutgoingState.Sent ? Now : null);

    private static OutgoingMessage Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Channel = row.GetString(1),
        Address = row.GetString(2),
        Kind = Enum.Parse<MessageKind>(row.GetString(3)),
        Text = row.GetString(4),
        Choices = ChoicesJson.Read(row.GetString(5)),
        Keeps = row.GetBoolean(6),
        Replaces = row.IsDBNull(7) ? null : row.GetString(7),
        About = row.IsDBNull(8) ? null : row.GetString(8),
        Priority = row.GetInt32(9),
        KeepsQuietHours = row.GetBoolean(10),
        NotBefore = UtcTime.Read(row.GetDateTime(11)),
        ExpiresAt = UtcTime.Read(row.GetDateTime(12)),
        CreatedAt = UtcTime.Read(row.GetDateTime(13)),
        Tries = row.GetInt32(14),
        Encloses = Enclosed.Read(row.IsDBNull(15) ? null : row.GetString(15)),
    };
}
