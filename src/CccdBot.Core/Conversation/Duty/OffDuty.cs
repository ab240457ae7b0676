namespace CccdBot.Core.Conversation.Duty;

/// <summary>"/thoitruc": the officer's own chat is told nothing more.</summary>
internal sealed class OffDuty(StaffChats chats) : ITopic
{
    public string Command => "/thoitruc";

    public string Title => DutyTexts.OffTitle;

    public bool IsForStaff => true;

    public async Task HandleAsync(Turn turn, CancellationToken ct) =>
        turn.Say(await chats.WhoMayAsync(turn.From, Command, ct) is not null && await chats.UnlinkAsync(turn.From, ct)
            ? DutyTexts.Unlinked
            : DutyTexts.ForStaffOnly);
}
