using System.Globalization;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Relay;

/// <summary>"/baotin": a volunteer sees whom to tell next, and says in one tap how it went.</summary>
internal sealed class CarryWord(StaffChats chats, RelayBook book, AuditBook audit) : ITopic
{
    public const string Called = "/baotin";
    public const string Receipt = "receipt";
    public const string WhichDay = "which-day";

    private const char Between = '|';

    public string Command => Called;

    public string Title => RelayTexts.Title;

    public bool IsForStaff => true;

    /// <summary>What a button of a receipt carries.</summary>
    public static string ValueOf(long task, RelayState state, DateOnly? day = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{task}{Between}{state}{Between}{day:yyyy-MM-dd}");

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (await chats.WhoMayAsync(turn.From, Called, ct) is not { } who)
        {
            turn.Say(DutyTexts.ForStaffOnly);
            return;
        }

        if (turn.Step == WhichDay)
        {
            turn.Say(RelayTexts.WhichDay(long.Parse(turn.Value, CultureInfo.InvariantCulture), VietnamTime.DateOf(turn.Now)));
            return;
        }

        var noted = turn.Step == Receipt ? Note(turn, who) : "";
        turn.Say(book.Next(who, turn.Now) is { } next ? RelayTexts.Next(noted, next) : RelayTexts.NobodyLeft(noted));
    }

    private string Note(Turn turn, StaffMember who)
    {
        var parts = turn.Value.Split(Between);
        var (task, state) = (long.Parse(parts[0], CultureInfo.InvariantCulture), Enum.Parse<RelayState>(parts[1]));
        DateOnly? day = DateOnly.TryParse(parts[2], CultureInfo.InvariantCulture, out var said) ? said : null;
        audit.Note(who.Id, $"chat {Called} {state}", string.Create(CultureInfo.InvariantCulture, $"relay={task}"), "", turn.Now);
        return book.Receipt(task, state, day, who, turn.Now) ? RelayTexts.Noted : RelayTexts.NotedBefore;
    }
}
