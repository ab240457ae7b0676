using System.Globalization;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>"/buoi": an officer sees in the own chat which evenings wait for a word, and gives it in one tap.</summary>
internal sealed class ConfirmEvening(StaffChats chats, Unconfirmed unconfirmed, EveningDesk desk, AuditBook audit) : ITopic
{
    public const string Called = "/buoi";
    public const string Confirm = "confirm";

    /// <summary>More would fill the screen; the page shows them all.</summary>
    private const int MostShown = 5;

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    public string Command => Called;

    public string Title => EveningTexts.ConfirmTitle;

    public bool IsForStaff => true;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (await chats.WhoMayAsync(turn.From, Called, ct) is not { } who)
        {
            turn.Say(DutyTexts.ForStaffOnly);
        }
        else if (turn.Step == Confirm)
        {
            var evening = long.Parse(turn.Value, CultureInfo.InvariantCulture);
            audit.Note(who.Id, $"chat {Called} {Confirm}", Unconfirmed.AboutOf(evening), "", turn.Now);
            turn.TellElsewhere();
            turn.Say(EveningTexts.Confirmed(desk.Confirm(evening, who.Id, turn.Now), desk.LastHandOf(evening)?.Name));
        }
        else
        {
            Show(turn);
        }
    }

    private void Show(Turn turn)
    {
        var waiting = unconfirmed.Coming(turn.Now, turn.Now + Ahead);
        foreach (var evening in waiting.Take(MostShown))
        {
            turn.Say(EveningTexts.StillUnconfirmed(evening)).KeepFor(Unconfirmed.AboutOf(evening.Id));
        }

        if (waiting.Count == 0)
        {
            turn.Say(EveningTexts.NoneToConfirm);
        }
    }
}
