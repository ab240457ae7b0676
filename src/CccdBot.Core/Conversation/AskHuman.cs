using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>"/gapnguoi": leave word for an officer, who answers in this same chat.</summary>
internal sealed class AskHuman(CccdDb db, HelpDesk help, CommuneProfile commune) : ITopic
{
    public const string Called = "/gapnguoi";

    private const string Words = "words";

    public string Command => Called;

    public string Title => ConversationTexts.HumanTitle;

    /// <summary>The button that hands this question on as it stands.</summary>
    public static Choice HandOn(string question) => new(ConversationTexts.HandOnLabel, Called, Choice.Yes, question);

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Words:
                db.Add(UnansweredQuestion.Of(turn, turn.Text, NoAnswer.ForPerson));
                await PassOnAsync(turn, turn.Text, ct);
                break;
            case Choice.Yes:
                await PassOnAsync(turn, turn.Value, ct);
                break;
            default:
                turn.Ask(Words, "", ConversationTexts.AskHuman(commune));
                break;
        }
    }

    private async Task PassOnAsync(Turn turn, string question, CancellationToken ct)
    {
        await help.AskAsync(turn, question, ct);
        turn.Say(ConversationTexts.HumanAsked);
    }
}
