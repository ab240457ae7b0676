using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Answers;

/// <summary>"/hoi" and every question asked freely: an answer with its source and dates, or the honest word that we are not sure.</summary>
internal sealed class Ask(AnswerBook book, IServiceProvider house) : IAnswersQuestions
{
    public const string Called = "/hoi";

    private const string About = "about";
    private const string More = "more";

    /// <summary>More buttons than these under an answer are a menu, not a next step.</summary>
    private const int MostNext = 3;

    /// <summary>Kinds of small talk: they can be heard, but nobody is asked whether he meant them.</summary>
    private static readonly string[] NeverOffered = ["greeting", "thanks", "human-please", "out-of-scope", "unclear"];

    private static readonly string[] OftenAsked = ["card-fee", "card-bring", "lost-card", "vneid-level2-register", "scam-warning"];

    public string Command => Called;

    public string Title => AnswersTexts.AskTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        turn.Say(turn.Step switch
        {
            About => Answer(turn, TopicOf(turn.Value), AsOf(turn.Value), inFull: false),
            More => Answer(turn, TopicOf(turn.Value), AsOf(turn.Value), inFull: true),
            _ when turn.Text.Length > 0 => Find(turn),
            _ => new Reply(AnswersTexts.WhatAbout, [.. OftenAsked.Select(id => ChoiceOf(book.Find(id)!, Today(turn)))]),
        });
        return Task.CompletedTask;
    }

    private Reply Find(Turn turn)
    {
        var asOf = AsOfDate.In(turn.Text, Today(turn)) ?? Today(turn);
        return book.Search(turn.Text) switch
        {
            Found.Sure(var topic) => Answer(turn, topic, asOf, inFull: false),
            Found.Unsure(var choices) when choices.Any(CanBeOffered) => new Reply(
                AnswersTexts.NotSure, [.. choices.Where(CanBeOffered).Select(topic => ChoiceOf(topic, asOf)), AskForHuman]),
            _ => new Reply(AnswersTexts.NoAnswer, AskForHuman, new Choice(AnswersTexts.AskTitle, Called, "")),
        };
    }

    private static bool CanBeOffered(AnswerTopic topic) => !NeverOffered.Contains(topic.Id);

    private Reply Answer(Turn turn, AnswerTopic topic, DateOnly asOf, bool inFull)
    {
        if (topic.InForce(asOf) is not { } passage)
        {
            return new Reply(AnswersTexts.NothingInForce(topic.Title, asOf), AskForHuman, new Choice(AnswersTexts.AskTitle, Called, ""));
        }

        var next = topic.Next.Select(id => NextStep(id, asOf)).Take(MostNext);
        return inFull || passage.More is null
            ? new Reply(AnswersTexts.Passage(passage, inFull ? passage.More! : passage.Text, Today(turn)), [.. next])
            : new Reply(
                AnswersTexts.Passage(passage, passage.Text, Today(turn)),
                [new Choice(AnswersTexts.MoreLabel, Called, More, ValueOf(topic, asOf)), .. next]);
    }

    private Choice NextStep(string id, DateOnly asOf) => id.StartsWith('/')
        ? new Choice(house.GetServices<ITopic>().First(topic => topic.Command == id).Title, id, "")
        : ChoiceOf(book.Find(id)!, asOf);

    private AnswerTopic TopicOf(string value) => book.Find(value.Split('|')[0])!;

    private static DateOnly AsOf(string value) => DateOnly.ParseExact(value.Split('|')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Choice ChoiceOf(AnswerTopic topic, DateOnly asOf) => new(topic.Title, Called, About, ValueOf(topic, asOf));

    private static string ValueOf(AnswerTopic topic, DateOnly asOf) =>
        string.Create(CultureInfo.InvariantCulture, $"{topic.Id}|{asOf:yyyy-MM-dd}");

    private static Choice AskForHuman => new(ConversationTexts.HumanTitle, AskHuman.Called, "");

    private static DateOnly Today(Turn turn) => VietnamTime.DateOf(turn.Now);
}
