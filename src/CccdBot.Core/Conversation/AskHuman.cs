using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>"/gapnguoi": leave word for an officer, who answers in this same chat.</summary>
internal sealed class AskHuman(CccdDb db, CommuneProfile commune) : ITopic
{
    public const string Called = "/gapnguoi";

    private const string Words = "words";

    public string Command => Called;

    public string Title => ConversationTexts.HumanTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Step == Words)
        {
            PassOn(turn);
        }
        else
        {
            turn.Ask(Words, "", ConversationTexts.AskHuman(commune));
        }

        return Task.CompletedTask;
    }

    private void PassOn(Turn turn)
    {
        db.Add(new HelpRequest
        {
            PersonId = turn.Person.Id,
            Channel = turn.From.Channel,
            Address = turn.From.Address,
            Text = turn.Text,
            AskedAt = turn.Now,
        });
        turn.Say(ConversationTexts.HumanAsked);
    }
}
