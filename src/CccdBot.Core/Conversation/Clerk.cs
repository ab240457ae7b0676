using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>Handles one message from beginning to end inside one transaction: read, decide, and write what changed and what is said.</summary>
internal sealed class Clerk(
    CccdDb db, Inbox inbox, Outbox outbox, Dialogues dialogues, Listener listener, HelpDesk help, TimeProvider clock)
{
    /// <summary>Handles what is next in the chat; null when nothing is.</summary>
    /// <param name="inHand">Is told which message it is, as the caller must know it when the handling fails.</param>
    public async Task<Handled?> HandleNextAsync(ChannelAddress chat, Action<IncomingMessage> inHand, CancellationToken ct)
    {
        if (inbox.TakeNext(chat, Now) is not { } message)
        {
            return null;
        }

        inHand(message);
        return message.Kind switch
        {
            IncomingKind.Blocked => Gone(message),
            IncomingKind.Unblocked => Back(message),
            _ => await TalkAsync(message, ct),
        };
    }

    /// <summary>The message could not be handled at all: staff will see it, and the citizen is told.</summary>
    public void SetAside(IncomingMessage message)
    {
        if (inbox.SetAside(message) && message.Kind is not (IncomingKind.Blocked or IncomingKind.Unblocked))
        {
            outbox.Add(OutgoingMessage.For(message.From, MessageKind.Answer, ConversationTexts.OurFault, Now));
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Handled Gone(IncomingMessage message)
    {
        outbox.CloseAddress(message.From);
        return new Handled(message.Id, "blocked", 0, false);
    }

    private Handled Back(IncomingMessage message)
    {
        outbox.OpenAddress(message.From);
        return new Handled(message.Id, "unblocked", 0, false);
    }

    private async Task<Handled> TalkAsync(IncomingMessage message, CancellationToken ct)
    {
        // Who writes is there again, whether or not the channel told us so.
        outbox.OpenAddress(message.From);
        var (person, dialogue) = dialogues.Open(message.From, Now);
        var (pressedBefore, missesBefore, openBefore) = (dialogue.LastPressed, dialogue.Misses, (dialogue.Topic, dialogue.Step, dialogue.About));
        var heard = listener.Hear(message, dialogue, Now);
        var turn = TurnFor(heard, person, message, dialogue);
        if (heard is Heard.Wish wish)
        {
            await HandleAsync(wish, turn, dialogue, message, ct);
        }

        if (dialogue.IsHeld(Now) && IsForOfficer(heard, message))
        {
            await BringToOfficerAsync(turn, heard, message, ct);
        }

        if (dialogue.LastPressed != pressedBefore || dialogue.Misses != missesBefore || (dialogue.Topic, dialogue.Step, dialogue.About) != openBefore)
        {
            dialogues.Save(dialogue);
        }

        Write(turn, heard, message);
        return new Handled(
            message.Id, heard is Heard.Wish done ? done.Topic.Command : heard.GetType().Name, turn.Said.Count, turn.IsHeardElsewhere || dialogue.IsHeld(Now));
    }

    private async Task HandleAsync(Heard.Wish wish, Turn turn, Dialogue dialogue, IncomingMessage message, CancellationToken ct)
    {
        await wish.Topic.HandleAsync(turn, ct);
        await db.SaveChangesAsync(ct);
        dialogues.Save(turn.Person);
        if (!wish.Topic.LeavesQuestionOpen)
        {
            (dialogue.Topic, dialogue.Step, dialogue.About) =
                turn.Open is { } open ? (open.Topic ?? wish.Topic.Command, open.Step, open.About) : default((string?, string?, string?));
        }

        dialogue.Misses = turn.HasMissed ? dialogue.Misses + 1 : 0;
        if (wish.Topic.IsForStaff && wish.Text.Length > 0)
        {
            // A code, or words about a citizen that must go when the citizen wishes: no second copy here.
            inbox.Blank(message);
        }
    }

    /// <summary>What is said freely while an officer has the conversation in hand; a tap or a name for a booking is not.</summary>
    private static bool IsForOfficer(Heard heard, IncomingMessage message) =>
        heard is Heard.ForOfficer || (message.Kind == IncomingKind.Text && heard is Heard.Wish { Topic: IAnswersQuestions, Text.Length: > 0 });

    private async Task BringToOfficerAsync(Turn turn, Heard heard, IncomingMessage message, CancellationToken ct)
    {
        if (await help.BringAsync(message.From, message.Text, isAnswered: heard is not Heard.ForOfficer, Now, ct))
        {
            turn.Say(ConversationTexts.OfficerIsHere);
        }
    }

    private Turn TurnFor(Heard heard, People.Person person, IncomingMessage message, Dialogue dialogue)
    {
        var turn = heard is Heard.Wish wish
            ? new Turn(person, message.From, Now) { Text = wish.Text, Recording = wish.Recording, Step = wish.Step, Value = wish.Value, Misses = dialogue.Misses }
            : new Turn(person, message.From, Now);
        if (heard is Heard.Remark remark)
        {
            turn.Say(remark.Reply);
        }

        return turn;
    }

    /// <summary>The answer to a tap takes the place of the tapped message; everything else, what encloses something, and what is said in passing stands below.</summary>
    private void Write(Turn turn, Heard heard, IncomingMessage message)
    {
        if (heard is Heard.Wish { Tapped: true, Topic.LeavesQuestionOpen: false } && turn.Said is [{ Encloses: null }, ..])
        {
            turn.Said[0].Replaces = message.TappedMessage;
        }

        foreach (var said in turn.Said)
        {
            outbox.Add(said);
        }
    }
}

/// <summary>How a turn went, for the log: which message, which topic took it and how many replies it wrote; and for the postman, whether other chats are told something too.</summary>
internal sealed record Handled(long MessageId, string Topic, int Replies, bool IsHeardElsewhere);
