using System.Data.Common;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>What came in and is not yet dealt with: once a message lies here it may be acknowledged to its channel.</summary>
public sealed class Inbox(Statements sql)
{
    private const string Columns = "id, channel, address, delivery_id, kind, text, tapped_message, received_at, tries";

    /// <summary>Lets in what is new, numbered; a delivery that came before is left out.</summary>
    public IReadOnlyList<IncomingMessage> Store(IReadOnlyList<IncomingMessage> messages) => [.. messages.Where(StoreIfNew)];

    /// <summary>All that still waits, in the order it came.</summary>
    public IReadOnlyList<IncomingMessage> Waiting() => sql.All(
        $"SELECT {Columns} FROM incoming_messages WHERE state = 'Waiting' ORDER BY id", Read);

    public IncomingMessage? Find(long id) => sql.First($"SELECT {Columns} FROM incoming_messages WHERE id = @p0", Read, id);

    /// <summary>Marks it handled in the same transaction as its effects; false when someone else already has.</summary>
    public bool Handle(IncomingMessage message) => sql.Execute(
        "UPDATE incoming_messages SET state = 'Handled' WHERE id = @p0 AND state = 'Waiting'", message.Id) == 1;

    public void CountTry(IncomingMessage message) => sql.Execute(
        "UPDATE incoming_messages SET tries = @p1 WHERE id = @p0", message.Id, ++message.Tries);

    /// <summary>It could not be handled: staff see it on their page and may try again.</summary>
    public void SetAside(IncomingMessage message) => sql.Execute(
        "UPDATE incoming_messages SET state = 'SetAside' WHERE id = @p0 AND state = 'Waiting'", message.Id);

    /// <summary>Back into the queue; null when it was not set aside (any more).</summary>
    public IncomingMessage? TakeUpAgain(long id) => sql.Execute(
        "UPDATE incoming_messages SET state = 'Waiting', tries = 0 WHERE id = @p0 AND state = 'SetAside'", id) == 1
        ? Find(id)
        : null;

    private bool StoreIfNew(IncomingMessage message)
    {
        var id = sql.Number(
            "INSERT INTO incoming_messages (channel, address, delivery_id, kind, text, tapped_message, received_at, state, tries) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 'Waiting', 0) ON CONFLICT (channel, delivery_id) DO NOTHING RETURNING id",
            message.Channel,
            message.Address,
            message.DeliveryId,
            message.Kind,
            message.Text,
            message.TappedMessage,
            message.ReceivedAt);
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
    };
}
