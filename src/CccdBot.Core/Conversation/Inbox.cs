using System.Data.Common;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>What came in and is not yet dealt with: once a message lies here it may be acknowledged to its channel.</summary>
public sealed class Inbox(Statements sql)
{
    private const string Columns = "id, channel, address, delivery_id, kind, text, tapped_message, received_at, tries, recording";

    /// <summary>Lets in what is new, numbered; a delivery that came before is left out.</summary>
    public IReadOnlyList<IncomingMessage> Store(IReadOnlyList<IncomingMessage> messages) => [.. messages.Where(StoreIfNew)];

    /// <summary>Chats in which something has waited since before <paramref name="before"/>, with how much waits there.</summary>
    public List<(ChannelAddress Chat, int Waiting)> Lying(DateTime before) => sql.All(
        "SELECT channel, address, COUNT(*) FROM incoming_messages WHERE state = 'Waiting' AND received_at <= @p0 "
        + "GROUP BY channel, address ORDER BY MIN(id)",
        row => (new ChannelAddress(row.GetString(0), row.GetString(1)), row.GetInt32(2)),
        before);

    public IncomingMessage? Find(long id) => sql.First($"SELECT {Columns} FROM incoming_messages WHERE id = @p0", Read, id);

    /// <summary>
    /// Takes the chat's oldest waiting message and marks it handled in the same transaction as its effects; null when none waits,
    /// or when the oldest had a failed try and its next is not due. No other node works on this chat until the transaction ends.
    /// </summary>
    public IncomingMessage? TakeNext(ChannelAddress chat, DateTime now)
    {
        sql.Alone($"chat {chat.Channel} {chat.Address}");
        return sql.First(
            "UPDATE incoming_messages SET state = 'Handled' WHERE id = (SELECT MIN(id) FROM incoming_messages "
            + "WHERE channel = @p0 AND address = @p1 AND state = 'Waiting') AND (retry_at IS NULL OR retry_at <= @p2) "
            + $"RETURNING {Columns}",
            Read,
            chat.Channel,
            chat.Address,
            now);
    }

    /// <summary>Notes a failed try: the next one not before <paramref name="retryAt"/>.</summary>
    public void NoteFailure(IncomingMessage message, DateTime retryAt) => sql.Execute(
        "UPDATE incoming_messages SET tries = @p1, retry_at = @p2 WHERE id = @p0", message.Id, message.Tries + 1, retryAt);

    /// <summary>It could not be handled: staff see it on their page and may try again. False when someone else has set it aside.</summary>
    public bool SetAside(IncomingMessage message) => sql.Execute(
        "UPDATE incoming_messages SET state = 'SetAside' WHERE id = @p0 AND state = 'Waiting'", message.Id) == 1;

    /// <summary>Its words have gone where they belong and are kept there; the row stays to know the delivery by.</summary>
    public void Blank(IncomingMessage message) => sql.Execute("UPDATE incoming_messages SET text = '' WHERE id = @p0", message.Id);

    /// <summary>Back into the queue; null when it was not set aside (any more).</summary>
    public IncomingMessage? TakeUpAgain(long id) => sql.Execute(
        "UPDATE incoming_messages SET state = 'Waiting', tries = 0, retry_at = NULL WHERE id = @p0 AND state = 'SetAside'", id) == 1
        ? Find(id)
        : null;

    private bool StoreIfNew(IncomingMessage message)
    {
        var id = sql.Number(
            "INSERT INTO incoming_messages (channel, address, delivery_id, kind, text, tapped_message, received_at, recording, state, tries) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, 'Waiting', 0) ON CONFLICT (channel, delivery_id) DO NOTHING RETURNING id",
            message.Channel,
            message.Address,
            message.DeliveryId,
            message.Kind,
            message.Text,
            message.TappedMessage,
            message.ReceivedAt,
            message.Recording?.ToString());
        message.Id = id;
        return id != 0;
    }

    private static IncomingMessage Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Channel = row.GetString(1),
        Address = row.GetString(2),
        DeliveryId = row.GetString(3),
        Kind = Enum.Parse<IncomingKind>(row.GetString(4)),
        Text = row.GetString(5),
        TappedMessage = row.IsDBNull(6) ? null : row.GetString(6),
        ReceivedAt = UtcTime.Read(row.GetDateTime(7)),
        Tries = row.GetInt32(8),
        Recording = Recording.Read(row.IsDBNull(9) ? null : row.GetString(9)),
    };
}
