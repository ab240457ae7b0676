using CccdBot.Core.Channels;

namespace CccdBot.Core.Conversation;

/// <summary>"/ngung": no messages that were not asked for, all of them or of one kind; bookings stay as they are.</summary>
internal sealed class StopMessages(Outbox outbox) : ITopic
{
    public const string Called = "/ngung";

    /// <summary>The words of the commune to many; the reminders of one's own evenings go on.</summary>
    public const string Notices = "notices";

    public const string Again = "again";
    public const string NoticesAgain = "notices-again";

    public string Command => Called;

    public string Title => ConversationTexts.StopTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Again:
                turn.Person.WantRemindersAgain();
                turn.Say(ConversationTexts.RemindersAgain);
                break;
            case NoticesAgain:
                turn.Person.WantNoticesAgain();
                turn.Say(ConversationTexts.NoticesAgain);
                break;
            case Notices:
                Stop(turn, MessageKind.Notice);
                turn.Say(ConversationTexts.NoticesStopped);
                break;
            default:
                Stop(turn, MessageKind.Reminder);
                Stop(turn, MessageKind.Notice);
                turn.Say(ConversationTexts.Stopped);
                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>At once: also what waits to be sent is not.</summary>
    private void Stop(Turn turn, MessageKind kind)
    {
        turn.Person.Stop(kind, turn.Now);
        outbox.DropWaiting(turn.From, kind);
    }
}
