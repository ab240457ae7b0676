using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>A citizen's go in the conversation: what they said or tapped, and what they are told.</summary>
public sealed class Turn(Person person, ChannelAddress from, DateTime now)
{
    private readonly List<OutgoingMessage> _said = [];

    public Person Person { get; } = person;

    public ChannelAddress From { get; } = from;

    public DateTime Now { get; } = now;

    /// <summary>The citizen's own words; empty when a button was tapped.</summary>
    public string Text { get; init; } = "";

    /// <summary>What they said aloud, where the topic hears it.</summary>
    public Recording? Recording { get; init; }

    /// <summary>Which step of the topic is meant; empty at its beginning.</summary>
    public string Step { get; init; } = "";

    /// <summary>What the chosen answer, or the open question, carries.</summary>
    public string Value { get; init; } = "";

    public IReadOnlyList<OutgoingMessage> Said => _said;

    /// <summary>The question left open: the next words, if they are no command or choice, come back to this step.</summary>
    public (string? Topic, string Step, string About)? Open { get; private set; }

    /// <summary>How often in a row, before this turn, the bot could not help.</summary>
    public int Misses { get; init; }

    /// <summary>This time it could not help either.</summary>
    public bool HasMissed { get; private set; }

    public void Miss() => HasMissed = true;

    /// <summary>Something was written to other chats too.</summary>
    public bool IsHeardElsewhere { get; private set; }

    public void TellElsewhere() => IsHeardElsewhere = true;

    /// <summary>Tells something; its buttons are good until the next message with buttons.</summary>
    public OutgoingMessage Say(Reply reply, MessageKind kind = MessageKind.Answer)
    {
        var message = OutgoingMessage.For(From, kind, reply, Now);
        _said.Add(message);
        return message;
    }

    /// <summary>Asks something that is answered in the citizen's own words.</summary>
    /// <param name="topic">Who takes the answer, where it is not the one who asks.</param>
    public void Ask(string step, string about, Reply question, string? topic = null)
    {
        Say(question);
        Open = (topic, step, about);
    }
}
