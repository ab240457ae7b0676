using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Conversation;

/// <summary>Handles one message from beginning to end inside one transaction: read, decide, and write what changed and what is said.</summary>
internal sealed class Clerk(
    CccdDb db, Inbox inbox, Outbox outbox, Dialogues dialogues, Listener listener, TimeProvider clock)
{
    /// <summary>Null when the message was already handled.</summary>
    public async Task<Handled?> HandleAsync(IncomingMessage message, CancellationToken ct)
    {
        if (!inbox.Handle(message))
        {
            return null;
        }

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
        inbox.SetAside(message);
        if (message.Kind is not (IncomingKind.Blocked or IncomingKind.Unblocked))
        {
            outbox.Add(OutgoingMessage.For(message.From, MessageKind.Answer, ConversationTexts.OurFault, Now));
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Handled Gone(IncomingMessage message)
    {
        outbox.CloseAddress(message.From);
        return new Handled("blocked", 0);
    }

    private Handled Back(IncomingMessage message)
    {
        outbox.OpenAddress(message.From);
        return new Handled("unblocked", 0);
    }

    private async Task<Handled> TalkAsync(IncomingMessage message, CancellationToken ct)
    {
        // Who writes is there again, whether or not the channel told us so.
        outbox.OpenAddress(message.From);
        var (person, dialogue) = dialogues.Open(message.From, Now);
        var (pressedBefore, openBefore) = (dialogue.LastPressed, (dialogue.Topic, dialogue.Step, dialogue.About));
        var heard = listener.Hear(message, dialogue);
        var turn = TurnFor(heard, person, message);
        if (heard is Heard.Wish wish)
        {
            await wish.Topic.HandleAsync(turn, ct);
            await db.SaveChangesAsync(ct);
            dialogues.Save(person);
            (dialogue.Topic, dialogue.Step, dialogue.About) =
                turn.Open is { } open ? (wish.Topic.Command, open.Step, open.About) : default((string?, string?, string?));
        }

        if (dialogue.LastPressed != pressedBefore || (dialogue.Topic, dialogue.Step, dialogue.About) != openBefore)
        {
            dialogues.Save(dialogue);
        }

        Write(turn, heard, message);
        return new Handled(heard is Heard.Wish done ? done.Topic.Command : heard.GetType().Name, turn.Said.Count);
    }

    private Turn TurnFor(Heard heard, People.Person person, IncomingMessage message)
    {
        var turn = heard is Heard.Wish wish
            ? new Turn(person, message.From, Now) { Text = wish.Text, Step = wish.Step, Value = wish.Value }
            : new Turn(person, message.From, Now);
        if (heard is Heard.Remark remark)
        {
            turn.Say(remark.Reply);
        }

        return turn;
    }

    /// <summary>The answer to a tap takes the place of the tapped message; everything else is said below.</summary>
    private void Write(Turn turn, Heard heard, IncomingMessage message)
    {
        if (heard is Heard.Wish { Tapped: true } && turn.Said.Count > 0)
        {
            turn.Said[0].Replaces = message.TappedMessage;
        }

        foreach (var said in turn.Said)
        {
            outbox.Add(said);
        }
    }
}

/// <summary>How a turn went, for the log: which topic took it and how many replies it wrote.</summary>
internal sealed record Handled(string Topic, int Replies);
