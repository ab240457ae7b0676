using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>The written talk of the web chats.</summary>
internal sealed class ChatLines(CccdDb db, Statements sql, Outbox outbox, TimeProvider clock) : IForgetsPerson, IClearsOld, IShowsTalk
{
    private const int ShownAtFirst = 50;

    private static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the citizen said, already covered and cleaned; the same id again changes nothing.</summary>
    public void WriteMine(string address, string clientId, string text)
    {
        HoldPen(address);
        sql.Execute(
            "INSERT INTO chat_lines (address, is_mine, text, keeps, client_id, at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT DO NOTHING",
            address,
            true,
            text,
            false,
            clientId,
            Now);
    }

    /// <summary>What we say; the same message again changes nothing.</summary>
    public void WriteOurs(OutgoingMessage message)
    {
        HoldPen(message.Address);
        sql.Execute(
            "INSERT INTO chat_lines (address, is_mine, text, labels, keeps, outgoing_id, at, encloses) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7) "
            + "ON CONFLICT DO NOTHING",
            message.Address,
            false,
            message.Text,
            message.Choices.Count == 0 ? null : string.Join('\n', message.Choices.Select(choice => choice.Link is null ? choice.Label : $"{choice.Label}\t{choice.Link}")),
            message.Keeps,
            message.Id,
            Now,
            message.Encloses?.ToString());
    }

    /// <summary>What the button said that carries this key; null when it is none of this chat's.</summary>
    public string? LabelOf(string address, string key) =>
        ChoiceKey.Read(key) is { } read && outbox.Find(read.Message) is { } message
        && message.To == new ChannelAddress(WebChatChannel.ChannelName, address) && read.Choice < message.Choices.Count
            ? message.Choices[read.Choice].Label
            : null;

    public Task<List<ChatLine>> AfterAsync(string address, long last, CancellationToken ct) => db.ChatLines.AsNoTracking()
        .Where(line => line.Address == address && line.Id > last).OrderBy(line => line.Id).ToListAsync(ct);

    public async Task<List<ChatLine>> NewestAsync(string address, CancellationToken ct)
    {
        var newest = await db.ChatLines.AsNoTracking().Where(line => line.Address == address)
            .OrderByDescending(line => line.Id).Take(ShownAtFirst).ToListAsync(ct);
        newest.Reverse();
        return newest;
    }

    /// <summary>A page that has seen a line asks for those after it: in one chat a lower number must not appear later.</summary>
    private void HoldPen(string address) => sql.Alone($"lines {address}");

    public void TakeOutName(ChannelAddress chat, string name)
    {
        if (chat.Channel == WebChatChannel.ChannelName)
        {
            sql.Execute("UPDATE chat_lines SET text = '…' WHERE address = @p0 AND is_mine AND text = @p1", chat.Address, name);
            sql.Execute(
                "UPDATE chat_lines SET text = REPLACE(text, @p1, @p2) WHERE address = @p0 AND NOT is_mine", chat.Address, $"\n{name}\n", "\n…\n");
        }
    }

    public void BlankAbout(string about) => sql.Execute(
        "UPDATE chat_lines SET text = '', labels = NULL WHERE outgoing_id IN (SELECT id FROM outgoing_messages WHERE about = @p0)", about);

    public async Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        var mine = addresses.Where(a => a.Channel == WebChatChannel.ChannelName).Select(a => a.Address).ToList();
        await db.ChatLines.Where(line => mine.Contains(line.Address)).ExecuteDeleteAsync(ct);
    }

    public Task<int> ClearAsync(DateTime now, CancellationToken ct)
    {
        var old = now - Keeps;
        return db.ChatLines.Where(line => line.At < old).ExecuteDeleteAsync(ct);
    }
}
