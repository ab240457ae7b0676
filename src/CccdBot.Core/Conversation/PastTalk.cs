using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>What has been said in a chat so far; its words can be taken out, the rows stay to know an old delivery by.</summary>
public sealed class PastTalk(Statements sql, Outbox outbox, IEnumerable<IShowsTalk> pages)
{
    /// <summary>The newest lines both ways, in their order; a button that was tapped reads as its label.</summary>
    public IReadOnlyList<TalkLine> Newest(ChannelAddress chat, int most) =>
        [.. Heard(chat, most).Concat(Said(chat, most)).Where(line => line.Text.Length > 0).OrderBy(line => line.At).ThenBy(line => line.Who).TakeLast(most)];

    public void Blank(ChannelAddress chat)
    {
        BlankHeard(chat);
        outbox.BlankSaid(chat);
    }

    /// <summary>The words of all messages about this, in whichever chats.</summary>
    public void BlankAbout(string about)
    {
        foreach (var page in pages)
        {
            page.BlankAbout(about);
        }

        outbox.BlankAbout(about);
    }

    /// <summary>A name its bearer did not agree to have kept goes out of everything said; the buttons stay.</summary>
    public void TakeOutName(ChannelAddress chat, string name)
    {
        BlankHeard(chat);
        outbox.TakeOutName(chat, name);
        foreach (var page in pages)
        {
            page.TakeOutName(chat, name);
        }
    }

    private IEnumerable<TalkLine> Heard(ChannelAddress chat, int most)
    {
        var heard = sql.All(
            "SELECT kind, text, received_at FROM incoming_messages WHERE channel = @p0 AND address = @p1 AND kind IN ('Text', 'Choice') "
            + "ORDER BY id DESC LIMIT @p2",
            row => (IsTap: row.GetString(0) == nameof(IncomingKind.Choice), Text: row.GetString(1), At: UtcTime.Read(row.GetDateTime(2))),
            chat.Channel,
            chat.Address,
            most);
        return heard.Select(line => new TalkLine(Speaker.Citizen, line.IsTap ? LabelOf(line.Text) : line.Text, line.At));
    }

    private List<TalkLine> Said(ChannelAddress chat, int most) => sql.All(
        "SELECT kind, text, created_at FROM outgoing_messages WHERE channel = @p0 AND address = @p1 AND state NOT IN ('Cancelled', 'Expired') "
        + "ORDER BY id DESC LIMIT @p2",
        row => row.GetString(0) == nameof(MessageKind.FromStaff)
            ? new TalkLine(Speaker.Officer, WordsOfOfficer(row.GetString(1)), UtcTime.Read(row.GetDateTime(2)))
            : new TalkLine(Speaker.Bot, row.GetString(1), UtcTime.Read(row.GetDateTime(2))),
        chat.Channel,
        chat.Address,
        most);

    private static string WordsOfOfficer(string told) =>
        told.StartsWith(ConversationTexts.OfficerBegins, StringComparison.Ordinal) ? told[ConversationTexts.OfficerBegins.Length..] : told;

    private string LabelOf(string key) =>
        ChoiceKey.Read(key) is { } read && outbox.Find(read.Message) is { } screen && read.Choice < screen.Choices.Count
            ? screen.Choices[read.Choice].Label
            : "";

    private void BlankHeard(ChannelAddress chat) => sql.Execute(
        "UPDATE incoming_messages SET text = '' WHERE channel = @p0 AND address = @p1 AND state <> 'Waiting'", chat.Channel, chat.Address);
}
