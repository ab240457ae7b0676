namespace CccdBot.Core.Conversation;

/// <summary>"/ngung": no messages that were not asked for; bookings stay as they are.</summary>
internal sealed class StopReminders : ITopic
{
    public const string Called = "/ngung";
    public const string Again = "again";

    public string Command => Called;

    public string Title => ConversationTexts.StopTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Step == Again)
        {
            turn.Person.WantRemindersAgain();
            turn.Say(ConversationTexts.RemindersAgain);
        }
        else
        {
            turn.Person.StopReminders(turn.Now);
            turn.Say(ConversationTexts.Stopped);
        }

        return Task.CompletedTask;
    }
}
