using System.Globalization;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>"/vao": who is known in this chat opens the desk on the screen in front of them.</summary>
internal sealed class AtTheDoor(StaffChats chats, DoorCalls calls, AuditBook audit) : ITopic
{
    public const string Called = "/vao";
    public const string Pick = "pick";

    public string Command => Called;

    public string Title => DutyTexts.DoorTitle;

    public bool IsForStaff => true;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (await chats.WhoMayAsync(turn.From, Called, ct) is not { } who)
        {
            turn.Say(DutyTexts.ForStaffOnly);
        }
        else if (turn.Step == Pick)
        {
            await OpenAsync(turn, who, int.Parse(turn.Value, CultureInfo.InvariantCulture), ct);
        }
        else
        {
            turn.Say(await calls.ChoicesAsync(turn.Now, ct) is { Count: > 0 } numbers ? DutyTexts.WhichNumber(numbers) : DutyTexts.NoScreenWaits);
        }
    }

    private async Task OpenAsync(Turn turn, StaffMember who, int number, CancellationToken ct)
    {
        var isOpen = await calls.AnswerAsync(number, who.Id, turn.Now, ct);
        audit.Note(who.Id, isOpen ? $"chat {Called} {Pick}" : "chọn nhầm số ở /vao", "", "", turn.Now);
        turn.Say(isOpen ? DutyTexts.DoorOpen : DutyTexts.NoSuchScreen);
    }
}
