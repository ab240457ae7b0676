namespace CccdBot.Core.Conversation.Duty;

/// <summary>"/nhanviec": whoever was invited says who they are; the chief then knows whom to let in.</summary>
internal sealed class ComeIn(Invites invites) : ITopic
{
    public const string Called = "/nhanviec";

    /// <summary>How the code travels in a link that opens the chat.</summary>
    public const string InLink = "nhanviec-";

    private const string TellName = "name";

    public string Command => Called;

    public string Title => DutyTexts.ComeInTitle;

    public bool IsForStaff => true;

    public string? LinkBegins => InLink;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Step == TellName)
        {
            await NameAsync(turn, CitizenText.Clean(turn.Text), ct);
        }
        else if (await invites.OpenAsync(turn.Text, turn.From, turn.Now, ct) is { } invite)
        {
            turn.Ask(TellName, "", DutyTexts.WhoAreYou(invite.Role));
        }
        else
        {
            turn.Say(DutyTexts.WrongInvite);
        }
    }

    private async Task NameAsync(Turn turn, string name, CancellationToken ct)
    {
        if (name.Length is 0 or > People.Staff.StaffMember.LongestName)
        {
            turn.Ask(TellName, "", DutyTexts.NameAgain);
        }
        else
        {
            turn.TellElsewhere();
            turn.Say(await invites.NameAsync(turn.From, name, turn.Now, ct) ? DutyTexts.ChiefIsAsked : DutyTexts.WrongInvite);
        }
    }
}
