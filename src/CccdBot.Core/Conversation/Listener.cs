using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Time;

namespace CccdBot.Core.Conversation;

/// <summary>Makes out what a message wants: a command, a button, a number of the menu, an answer to an open question, or a question.</summary>
internal sealed class Listener(
    IEnumerable<ITopic> topics, IHearsWishes wishes, IAnswersQuestions answers, Menu menu, Outbox outbox, Dialogues dialogues, IEnumerable<IChannel> channels)
{
    /// <summary>Longer than any label: then it is a sentence, not a choice typed out.</summary>
    private const int LongestTypedLabel = 24;

    /// <summary>"12.": longer ones are a phone number or a year, not a choice.</summary>
    private const int LongestNumber = 3;

    /// <summary>A citizen's message of this length is a letter; nobody can answer it in three sentences.</summary>
    private const int LongestQuestion = 1000;

    private readonly Dictionary<string, ITopic> _byCommand = topics.ToDictionary(t => t.Command, StringComparer.Ordinal);

    public Heard Hear(IncomingMessage message, Dialogue dialogue, DateTime now) => message.Kind switch
    {
        IncomingKind.Choice => HearTap(message, dialogue),
        IncomingKind.Text => HearText(message, dialogue, now),
        IncomingKind.Voice when HearVoice(message, dialogue) is { } wish => wish,
        IncomingKind.Edited or IncomingKind.NotText or IncomingKind.Voice when dialogue.IsSilent(now) => new Heard.Silence(),
        IncomingKind.Edited => Aside(ConversationTexts.Edited, message.From),
        IncomingKind.Photo => Aside(ConversationTexts.NoPhotos, message.From),
        IncomingKind.OwnContact or IncomingKind.OtherContact => Aside(ConversationTexts.NoContacts, message.From),
        IncomingKind.InGroup => InGroup(message),
        _ => Aside(ConversationTexts.WordsOnly, message.From),
    };

    private Heard HearTap(IncomingMessage message, Dialogue dialogue)
    {
        if (message.Text == dialogue.LastPressed)
        {
            return new Heard.Silence();
        }

        if (ChoiceKey.Read(message.Text) is not { } key
            || outbox.Find(key.Message) is not { } screen
            || screen.To != message.From
            || key.Choice >= screen.Choices.Count
            || !(screen.Keeps || dialogues.CurrentScreen(message.From) == screen.Id))
        {
            return new Heard.Remark(ConversationTexts.OldButton(CurrentScreen(message.From) ?? menu.Screen));
        }

        dialogue.LastPressed = message.Text;
        return Chosen(screen.Choices[key.Choice], tapped: true);
    }

    /// <summary>Null where nobody asked for a voice.</summary>
    private Heard.Wish? HearVoice(IncomingMessage message, Dialogue dialogue) =>
        Answering(dialogue, "") is { Topic.HearsVoice: true } asked ? asked with { Recording = message.Recording } : null;

    private Heard HearText(IncomingMessage message, Dialogue dialogue, DateTime now)
    {
        // After words of their own, the same button again is a new wish.
        dialogue.LastPressed = null;
        var text = message.Text;
        if (text.StartsWith('/'))
        {
            return HearCommand(text);
        }

        if (dialogue.Answering is not null)
        {
            return new Heard.Wish(_byCommand[OnDuty.Called], OnDuty.Words, Text: text);
        }

        if (dialogue.IsSilent(now) && !IsAsked(dialogue))
        {
            return new Heard.ForOfficer();
        }

        if (text.Length > LongestQuestion && !IsAskedOfStaff(dialogue))
        {
            return Aside(ConversationTexts.TooLong, message.From);
        }

        var folded = VietnameseText.Fold(text).Trim();
        if (!folded.Any(char.IsLetterOrDigit))
        {
            return Aside(ConversationTexts.NotUnderstood, message.From);
        }

        return HearNumber(folded, message.From)
            ?? HearYesOrNo(text, message.From)
            ?? HearLabel(SmallTalk.Words(text), message.From, dialogue)
            ?? HearAnswer(text, dialogue, now)
            ?? HearWish(text, now)
            ?? HearQuestion(text, dialogue);
    }

    /// <summary>A question with a button or a command of its own was begun after the officer came in: its answer is still the bot's.</summary>
    private bool IsAsked(Dialogue dialogue) => dialogue.Topic is { } topic && topic != answers.Command;

    /// <summary>Who works with us may be asked for a whole list.</summary>
    private bool IsAskedOfStaff(Dialogue dialogue) => dialogue.Topic is { } topic && _byCommand.TryGetValue(topic, out var asked) && asked.IsForStaff;

    private Heard HearCommand(string text)
    {
        var command = text.Split([' ', '@', '\n'], 2)[0].ToLowerInvariant();
        var rest = text.Split([' ', '\n'], 2) is [_, var more] ? more.Trim() : "";
        if (command == Menu.StartCommand && _byCommand.Values.FirstOrDefault(topic => LeadsTo(topic, rest)) is { LinkBegins: { } begins } linked)
        {
            return new Heard.Wish(linked, Text: rest[begins.Length..]);
        }

        return _byCommand.TryGetValue(command, out var topic)
            ? new Heard.Wish(topic, Text: topic.TakesWords ? rest : "")
            : new Heard.Remark(ConversationTexts.UnknownCommand(menu.Screen));
    }

    private static bool LeadsTo(ITopic topic, string link) => topic.LinkBegins is { } begins && link.StartsWith(begins, StringComparison.Ordinal);

    /// <summary>"2", "2.", "2)", "số 2": that choice of the newest menu, never of an older one.</summary>
    private Heard? HearNumber(string folded, ChannelAddress from)
    {
        var digits = folded.StartsWith("so ", StringComparison.Ordinal) ? folded[3..] : folded;
        if (!int.TryParse(digits.TrimEnd('.', ')', ' '), out var number) || digits.Length > LongestNumber)
        {
            return null;
        }

        // The page greets with the menu before anything is written down: its numbers count too.
        var screen = CurrentScreen(from) ?? menu.Screen;
        return number >= 1 && number <= screen.Choices.Count
            ? Chosen(screen.Choices[number - 1])
            : new Heard.Remark(ConversationTexts.NotOnTheMenu(screen));
    }

    /// <summary>"ok", "dạ đồng ý ạ", "thôi": the choice that says so, where there is one.</summary>
    private Heard.Wish? HearYesOrNo(string text, ChannelAddress from)
    {
        var step = SmallTalk.IsYes(text) ? Choice.Yes : SmallTalk.IsNo(text) ? Choice.No : null;
        return step is not null && CurrentScreen(from)?.Choices.FirstOrDefault(c => c.Step == step) is { } said ? Chosen(said) : null;
    }

    /// <summary>A label typed out, or the one word that tells it from the others ("sui").</summary>
    private Heard.Wish? HearLabel(string folded, ChannelAddress from, Dialogue dialogue)
    {
        if (folded.Length is < 3 or > LongestTypedLabel || CurrentScreen(from) is not { } screen)
        {
            return null;
        }

        var exact = screen.Choices.Where(choice => SmallTalk.Words(choice.Label) == folded).ToList();
        var fits = exact.Count > 0 || dialogue.Topic is not null
            ? exact
            : screen.Choices.Where(choice => $" {SmallTalk.Words(choice.Label)} ".Contains($" {folded} ", StringComparison.Ordinal)).ToList();
        return fits.Count == 1 ? Chosen(fits[0]) : null;
    }

    /// <summary>The answer to a question left open. Whoever listens for wishes leaves alone what is none; an answered question is not one left open.</summary>
    private Heard.Wish? HearAnswer(string text, Dialogue dialogue, DateTime now)
    {
        var isOpen = dialogue.Topic is { } topic && topic != answers.Command && (topic != wishes.Command || IsWishStillOpen(text, dialogue, now));
        return isOpen ? Answering(dialogue, text) : null;
    }

    private bool IsWishStillOpen(string text, Dialogue dialogue, DateTime now) =>
        !wishes.HasLapsed(dialogue.About ?? "", now) && wishes.Hears(text, now, isAsked: true) != Hearing.NoWish;

    private Heard.Wish? HearWish(string text, DateTime now) => wishes.Hears(text, now, isAsked: false) switch
    {
        Hearing.Surely => new Heard.Wish(wishes, Text: text),
        Hearing.Maybe when !answers.IsSureOfAnother(text) => new Heard.Wish(wishes, Text: text),
        _ => null,
    };

    private Heard.Wish HearQuestion(string text, Dialogue dialogue) =>
        dialogue.Topic == answers.Command && Answering(dialogue, text) is { } leaning ? leaning : new Heard.Wish(answers, Text: text);

    private Heard.Wish? Answering(Dialogue dialogue, string text) =>
        dialogue.Topic is not null && _byCommand.TryGetValue(dialogue.Topic, out var asked)
            ? new Heard.Wish(asked, dialogue.Step ?? "", dialogue.About ?? "", text)
            : null;

    /// <summary>A remark in passing: what was on offer stays on offer, so that a sticker does not cost a half-made booking.</summary>
    private Heard.Remark Aside(Reply remark, ChannelAddress at) =>
        new(CurrentScreen(at) is { } current ? remark with { Choices = current.Choices } : remark);

    private Heard.Remark InGroup(IncomingMessage message)
    {
        var talk = channels.FirstOrDefault(channel => channel.Name == message.Channel)?.PrivateTalk;
        return new Heard.Remark(ConversationTexts.InGroup(talk));
    }

    private Heard.Wish Chosen(Choice choice, bool tapped = false) =>
        new(_byCommand[choice.Topic], choice.Step, choice.Value, Tapped: tapped);

    private Reply? CurrentScreen(ChannelAddress at) =>
        dialogues.CurrentScreen(at) is { } id && outbox.Find(id) is { } screen ? new Reply(screen.Text, screen.Choices) : null;
}
