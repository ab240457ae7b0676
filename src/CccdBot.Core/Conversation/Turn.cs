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

    /// <summary>Which step of the topic is meant; empty at its beginning.</summary>
    public string Step { get; init; } = "";

    /// <summary>What the chosen answer, or the open question, carries.</summary>
    public string Value { get; init; } = "";

    public IReadOnlyList<OutgoingMessage> Said => _said;

    /// <summary>The question left open: the next words, if they are no command or choice, come back to this step.</summary>
    public (string Step, string About)? Open { get; private set; }

    /// <summary>Tells something; its buttons are good until the next message with buttons.</summary>
    public OutgoingMessage Say(Reply reply, MessageKind kind = MessageKind.Answer)
    {
        var message = OutgoingMessage.For(From, kind, reply, Now);
        _said.Add(message);
        return message;
    }

    /// <summary>Asks something that is answered in the citizen's own words.</summary>
    public void Ask(string step, string about, Reply question)
    {
        Say(question);
        Open = (step, about);
    }
}
