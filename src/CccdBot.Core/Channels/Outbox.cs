using System.Data.Common;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Channels;

/// <summary>What we have promised to say: written with the change it speaks of, taken out by the postman alone.</summary>
public sealed class Outbox(Statements sql, TimeProvider clock)
{
    private const string Columns =
        "id, channel, address, kind, text, choices, keeps, replaces, about, priority, keeps_quiet_hours, not_before, expires_at, created_at, tries";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Writes a message down; it leaves after the transaction is committed.</summary>
    public void Add(OutgoingMessage message) => message.Id = sql.Number(
        "INSERT INTO outgoing_messages (channel, address, kind, text, choices, keeps, replaces, about, priority, "
        + "keeps_quiet_hours, not_before, expires_at, created_at, state, tries) "
        + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, 'Queued', 0) RETURNING id",
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
        message.CreatedAt);

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

    /// <summary>The next messages of a channel, first things first.</summary>
    public IReadOnlyList<OutgoingMessage> Due(string channel, int most) => sql.All(
        $"SELECT {Columns} FROM outgoing_messages WHERE state = 'Queued' AND channel = @p0 AND not_before <= @p1 "
        + "AND (@p2 OR NOT keeps_quiet_hours) ORDER BY priority, id LIMIT @p3",
        Read,
        channel,
        Now,
        !QuietHours.Covers(Now),
        most);

    /// <summary>Counts the try before it is made. False: called back, lapsed or nobody there, and it must not be sent.</summary>
    public bool Claim(OutgoingMessage message)
    {
        message.Tries++;
        return sql.First(
            "UPDATE outgoing_messages SET tries = @p1, state = CASE WHEN expires_at <= @p2 THEN 'Expired' "
            + "WHEN EXISTS (SELECT 1 FROM closed_addresses c WHERE c.channel = outgoing_messages.channel "
            + "AND c.address = outgoing_messages.address) THEN 'Refused' ELSE 'Sending' END "
            + "WHERE id = @p0 AND state = 'Queued' RETURNING state",
            row => row.GetString(0),
            message.Id,
            message.Tries,
            Now) == nameof(OutgoingState.Sending);
    }

    /// <summary>Writes down how a try ended and what follows from it.</summary>
    public void Record(OutgoingMessage message, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent sent:
                sql.Execute(
                    "UPDATE outgoing_messages SET state = 'Sent', sent_at = @p1, provider_message_id = @p2 WHERE id = @p0",
                    message.Id,
                    Now,
                    sent.ProviderMessageId);
                break;
            case SendResult.TryLater later:
                PutBack(message, message.Tries - 1, Now, later.Problem);
                break;
            case SendResult.Unknown unknown when message.Tries < DeliveryPolicy.Of(message.Kind).Tries:
                PutBack(message, message.Tries, Now + DeliveryPolicy.Of(message.Kind).SecondTryAfter, unknown.Problem);
                break;
            case SendResult.Unknown unknown:
                Close(message.Id, OutgoingState.Unknown, unknown.Problem);
                break;
            case SendResult.Refused refused:
                Close(message.Id, OutgoingState.Refused, refused.Problem);
                break;
            case SendResult.Gone gone:
                Close(message.Id, OutgoingState.Refused, gone.Problem);
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

    /// <summary>Takes the words out of what has been said to this chat; what still waits is said.</summary>
    /// <remarks>What is just on its way has its words in hand; it expires, so that it is not tried again without them.</remarks>
    public void BlankSaid(ChannelAddress address) => sql.Execute(
        "UPDATE outgoing_messages SET text = '', choices = '[]', "
        + "expires_at = CASE WHEN state = 'Sending' THEN @p2 ELSE expires_at END "
        + "WHERE channel = @p0 AND address = @p1 AND state <> 'Queued'",
        address.Channel,
        address.Address,
        Now);

    /// <summary>Takes a name, where it stands on a line of its own, out of what was said to this chat.</summary>
    public void TakeOutName(ChannelAddress address, string name) => sql.Execute(
        "UPDATE outgoing_messages SET text = REPLACE(text, @p2, @p3) WHERE channel = @p0 AND address = @p1",
        address.Channel,
        address.Address,
        $"\n{name}\n",
        "\n…\n");

    /// <summary>What was on its way when the service stopped: the outcome is unknown, and each kind's policy says what follows.</summary>
    public void TakeUpAfterCrash()
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            sql.Execute(
                "UPDATE outgoing_messages SET state = CASE WHEN tries < @p1 THEN 'Queued' ELSE 'Unknown' END, problem = 'stopped while sending' "
                + "WHERE state = 'Sending' AND kind = @p0",
                kind,
                DeliveryPolicy.Of(kind).Tries);
        }
    }

    private void PutBack(OutgoingMessage message, int tries, DateTime notBefore, string problem) => sql.Execute(
        "UPDATE outgoing_messages SET state = 'Queued', tries = @p1, not_before = @p2, problem = @p3 WHERE id = @p0",
        message.Id,
        tries,
        notBefore,
        problem);

    private void Close(long id, OutgoingState state, string problem) =>
        sql.Execute("UPDATE outgoing_messages SET state = @p1, problem = @p2 WHERE id = @p0", id, state, problem);

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
    };
}
