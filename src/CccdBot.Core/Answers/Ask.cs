using System.Globalization;
using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Core.Voices;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Answers;

/// <summary>"/hoi" and every question asked freely: an answer with its source and dates, or the honest word that we are not sure.</summary>
internal sealed class Ask(OpenBook open, HelpDesk help, CccdDb db, CommuneProfile commune, PastTalk past, VoicedAnswers voiced, ClipDesk clips, IServiceProvider house) : IAnswersQuestions
{
    public const string Called = "/hoi";

    /// <summary>After ten minutes "phí bao nhiêu?" is a new question and no longer about what was answered before.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private const string About = "about";
    private const string More = "more";
    private const string Further = "further";

    /// <summary>More buttons than these under an answer are a menu, not a next step.</summary>
    private const int MostNext = 3;

    private const int MostGuesses = 3;

    private const int LinesOfOneTalk = 20;

    private static readonly string[] OftenAsked = ["card-fee", "card-bring", "lost-card", "vneid-level2-register", "scam-warning"];

    public string Command => Called;

    public string Title => AnswersTexts.AskTitle;

    private AnswerBook Book => open.Present;

    public bool IsSureOfAnother(string text) =>
        Book.Search(text) is Found.Sure(var topics) && !topics.Any(topic => topic.IsAboutEvenings);

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case About:
                await SayAsync(turn, AnswerBook.Answer([TopicOf(turn.Value)], AsOf(turn.Value), Today(turn)), ct);
                break;
            case More:
                await SayMoreAsync(turn, TopicOf(turn.Value), AsOf(turn.Value), ct);
                break;
            case var _ when turn.Text.Length > 0:
                await SayAsync(turn, Advise(turn), ct);
                break;
            default:
                turn.Say(new Reply(AnswersTexts.WhatAbout, [.. OftenAsked.Select(id => ChoiceOf(Book.Find(id)!, About, Today(turn)))]));
                break;
        }
    }

    /// <summary>An old name of a place is understood, and what it belongs to now is said once; nobody is corrected.</summary>
    private Advice Advise(Turn turn)
    {
        var advice = open.Advise(turn.Text, Today(turn), LeaningOn(turn));
        if (OldPlaces.In(turn.Text, advice.AsOf) is not var (old, today) || IsOurs(old))
        {
            return advice;
        }

        if (advice is not Advice.Answer && open.Advise(OldPlaces.Without(turn.Text), Today(turn), LeaningOn(turn)) is Advice.Answer understood)
        {
            advice = understood;
        }

        return WasToldNow(turn, today) || advice is not Advice.Answer answer || answer.Text.Contains(today, StringComparison.Ordinal)
            ? advice
            : answer with { Text = $"{AnswersTexts.BelongsNow(old, today)}\n{answer.Text}" };
    }

    /// <summary>A commune that goes on under its old name here is not told otherwise.</summary>
    private bool IsOurs(string place) => commune.Name.Contains(place, StringComparison.OrdinalIgnoreCase);

    private bool WasToldNow(Turn turn, string today) => past.Newest(turn.From, LinesOfOneTalk).Any(line => line.Who == Speaker.Bot && line.Text.Contains(today, StringComparison.Ordinal));

    private async Task SayAsync(Turn turn, Advice advice, CancellationToken ct)
    {
        switch (advice)
        {
            case Advice.Answer answer:
                Remember(turn, answer.Given[0].Topic, new Reply(answer.Text, [.. MoreOf(answer), .. NextOf(answer), .. HeardIn(answer)]));
                if (answer.Given[0].Topic.Id == AnswerBook.NotOurs)
                {
                    Note(turn, NoAnswer.NotOurs);
                }

                break;
            case Advice.HandOver { Withheld: { } topic }:
                await PassOnAsync(turn, topic, advice.AsOf, ct);
                break;
            default:
                Miss(turn, advice);
                break;
        }
    }

    /// <summary>We know what it is about and may not read it out: an officer gets it, without being asked for.</summary>
    private async Task PassOnAsync(Turn turn, AnswerTopic topic, DateOnly asOf, CancellationToken ct)
    {
        Note(turn, NoAnswer.Withheld, topic.Id);
        await help.AskAsync(turn, turn.Text.Length > 0 ? turn.Text : topic.Title, ct);
        turn.Say(new Reply(AnswersTexts.PassedOn(topic.Title, asOf), new Choice(AnswersTexts.AskTitle, Called, "")));
    }

    /// <summary>The first time it is asked back; the second time in a row a person is offered, who gets the question as it stands.</summary>
    private void Miss(Turn turn, Advice advice)
    {
        turn.Miss();
        var again = turn.Misses > 0;
        var person = again ? AskHuman.HandOn(turn.Text) : AskForHuman;
        if (again || advice is not Advice.Choose)
        {
            Note(turn, again ? NoAnswer.MissedTwice : NoAnswer.NotFound);
        }

        if (advice is Advice.Choose choose)
        {
            turn.Say(new Reply(
                again ? AnswersTexts.StillNotSure : choose.Text, [.. choose.Topics.Select(topic => ChoiceOf(topic, About, choose.AsOf)), person]));
        }
        else
        {
            turn.Say(new Reply(again ? AnswersTexts.OfferPerson : advice.Text, person, new Choice(AnswersTexts.AskTitle, Called, "")));
        }
    }

    /// <summary>Officers will see what people ask and the bot does not know.</summary>
    private void Note(Turn turn, NoAnswer why, string? topic = null)
    {
        if (turn.Text.Length > 0)
        {
            var guesses = topic is null ? Book.Likeliest(turn.Text, MostGuesses).Select(likely => likely.Id) : [topic];
            db.Add(UnansweredQuestion.Of(turn, turn.Text, why, guesses));
        }
    }

    private async Task SayMoreAsync(Turn turn, AnswerTopic topic, DateOnly asOf, CancellationToken ct)
    {
        if (topic.InForce(asOf) is { More: { } more } passage)
        {
            var next = topic.Next.Select(id => NextStep(id, asOf)).Take(MostNext);
            Remember(turn, topic, new Reply(AnswersTexts.Passage(passage, more, Today(turn)), [.. next]));
        }
        else
        {
            await SayAsync(turn, AnswerBook.Answer([topic], asOf, Today(turn)), ct);
        }
    }

    /// <summary>The next words may lean on this answer: "còn con tôi thì sao?".</summary>
    private static void Remember(Turn turn, AnswerTopic topic, Reply answer) =>
        turn.Ask(Further, string.Create(CultureInfo.InvariantCulture, $"{topic.Id}|{turn.Now:O}"), answer);

    private AnswerTopic? LeaningOn(Turn turn) =>
        turn.Step == Further && turn.Now - AnsweredAt(turn.Value) <= Remembered ? Book.Find(turn.Value.Split('|')[0]) : null;

    private static DateTime AnsweredAt(string value) =>
        DateTime.Parse(value.Split('|')[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static IEnumerable<Choice> MoreOf(Advice.Answer answer) =>
        from given in answer.Given
        where given.Passage.More is not null
        let label = answer.Given.Count == 1 ? AnswersTexts.MoreLabel : given.Topic.Title
        select ChoiceOf(given.Topic, More, answer.AsOf) with { Label = label };

    /// <summary>Of an answer for another day nobody has said anything aloud.</summary>
    private IEnumerable<Choice> HeardIn(Advice.Answer answer) => answer.Given.SelectMany(given => clips.ButtonsFor(voiced.Of(given.Topic, given.Passage)));

    private IEnumerable<Choice> NextOf(Advice.Answer answer) => answer.Given
        .SelectMany(given => given.Topic.Next)
        .Distinct()
        .Where(id => answer.Given.All(given => given.Topic.Id != id))
        .Take(MostNext)
        .Select(id => NextStep(id, answer.AsOf));

    private Choice NextStep(string id, DateOnly asOf) => id.StartsWith('/')
        ? new Choice(house.GetServices<ITopic>().First(topic => topic.Command == id).Title, id, "")
        : ChoiceOf(Book.Find(id)!, About, asOf);

    private AnswerTopic TopicOf(string value) => Book.Find(value.Split('|')[0])!;

    private static DateOnly AsOf(string value) => DateOnly.ParseExact(value.Split('|')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Choice ChoiceOf(AnswerTopic topic, string step, DateOnly asOf) =>
        new(topic.Title, Called, step, string.Create(CultureInfo.InvariantCulture, $"{topic.Id}|{asOf:yyyy-MM-dd}"));

    private static Choice AskForHuman => new(ConversationTexts.HumanTitle, AskHuman.Called, "");

    private static DateOnly Today(Turn turn) => VietnamTime.DateOf(turn.Now);
}
