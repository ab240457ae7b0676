using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Outreach.Rosters;

/// <summary>"/danhsach": those who work with us paste a list of people, one a line, and get each bad line answered by itself.</summary>
internal sealed class PasteRoster(StaffChats chats, RosterDesk desk, StaffPages pages, AuditBook audit) : ITopic
{
    public const string Called = "/danhsach";
    public const string Lines = "lines";
    public const string Book = "book";
    public const string Print = "print";

    private const string SheetPath = "/truc/to-goi";

    /// <summary>Telegram breaks a long paste after 4,096 characters: what is nearly so long may go on in the next message.</summary>
    private const int MayGoOn = 3_500;

    /// <summary>What fits into one message with room for what stands around it.</summary>
    private const int MostInMessage = 3_000;

    public string Command => Called;

    public string Title => RosterTexts.Title;

    public bool IsForStaff => true;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (await chats.WhoMayAsync(turn.From, Called, ct) is not { } who)
        {
            turn.Say(DutyTexts.ForStaffOnly);
        }
        else if (turn.Step == Book)
        {
            KeepSeats(turn, who);
        }
        else if (turn.Step == Print)
        {
            turn.Say(RosterTexts.SheetIsThere);
        }
        else if (string.IsNullOrWhiteSpace(turn.Text))
        {
            turn.Ask(Lines, "", RosterTexts.HowTo);
        }
        else
        {
            Take(turn, who);
        }
    }

    private void Take(Turn turn, StaffMember who)
    {
        var roster = desk.Take(turn.Text, who, turn.Now);
        audit.Note(who.Id, $"chat {Called} {Lines}", string.Create(CultureInfo.InvariantCulture, $"added={roster.Added.Count} known={roster.Known.Count}"), "", turn.Now);
        foreach (var some in InMessages(roster.Bad.Select(bad => RosterTexts.BadLine(bad.Line, bad.Why))))
        {
            turn.Say(RosterTexts.ToMend(some));
        }

        var done = RosterTexts.Taken(roster.Added.Count, roster.Known.Count, roster.Bad.Count);
        var choices = roster.Ids.Length == 0 ? [] : new[] { RosterTexts.KeepSeats(roster.Ids), Sheet(turn.From) };
        if (turn.Text.Length >= MayGoOn)
        {
            turn.Ask(Lines, "", done with { Choices = choices });
        }
        else
        {
            turn.Say(done with { Choices = choices });
        }
    }

    private void KeepSeats(Turn turn, StaffMember who)
    {
        var kept = desk.Book(turn.Value.Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture)), who, turn.Now);
        audit.Note(who.Id, $"chat {Called} {Book}", string.Create(CultureInfo.InvariantCulture, $"booked={kept.Kept.Count}"), "", turn.Now);
        turn.Say(RosterTexts.SeatsKept(kept.Kept.Count, kept.Already.Count, kept.Full.Count, kept.NobodyCarries.Count) with { Choices = [Sheet(turn.From)] });
        foreach (var some in InMessages([.. kept.Kept, .. kept.NobodyCarries.Select(RosterTexts.NobodyCarries), .. kept.Full.Select(RosterTexts.Full)]))
        {
            turn.Say(new Reply(some));
        }
    }

    private Choice Sheet(ChannelAddress chat) => RosterTexts.PrintSheet with { Link = pages(SheetPath, chat) };

    private static IEnumerable<string> InMessages(IEnumerable<string> lines)
    {
        var message = "";
        foreach (var line in lines)
        {
            if (message.Length + line.Length > MostInMessage)
            {
                yield return message;
                message = "";
            }

            message = message.Length == 0 ? line : $"{message}\n{line}";
        }

        if (message.Length > 0)
        {
            yield return message;
        }
    }
}
