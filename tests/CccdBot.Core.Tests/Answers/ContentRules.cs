using System.Text.RegularExpressions;
using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

/// <summary>What an answer must keep before a citizen may read it; every rule tells what breaks it, in a line its author can act on.</summary>
internal static partial class ContentRules
{
    /// <summary>Beside whatever is probably so.</summary>
    public const string OfficerDecides = "cán bộ tiếp nhận sẽ xác định";

    private const int MostSentences = 3;
    private const int MostWords = 12;
    private const int MostWordsInMore = 16;

    /// <summary>The help line of VNeID; no other number was ever verified.</summary>
    private const string HelpLine = "19000368";

    /// <summary>Asked of an elder at somebody else's phone, the one place where "bác" may stand.</summary>
    private const string WhosePhone = "máy này có phải của bác không";

    public static IEnumerable<string> NotInForce(AnswerTopic topic, DateOnly today) =>
        topic.InForce(today) is null ? [$"{topic.Id}: no passage is in force on {today:yyyy-MM-dd}"] : [];

    public static IEnumerable<string> PastReview(AnswerTopic topic, DateOnly today) =>
        topic.Reviewed.AddMonths(12) < today ? [$"{topic.Id}: reviewed {topic.Reviewed:yyyy-MM-dd}, more than a year before {today:yyyy-MM-dd}"] : [];

    public static IEnumerable<string> TooLong(AnswerTopic topic) => topic.Passages
        .SelectMany(passage => TooManySentences(passage)
            .Concat(LongSentences(passage.Text, MostWords))
            .Concat(LongSentences(passage.More ?? "", MostWordsInMore))
            .Select(fault => Told(topic, passage, fault)));

    public static IEnumerable<string> MixedPronouns(AnswerTopic topic) => Messages(topic)
        .Where(message => Voices(You(), message.Text) > 1 || Voices(I(), message.Text) > 1)
        .Select(message => Told(topic, message.Of, "more than one way to say you or I"));

    public static IEnumerable<string> StrangeNumbers(AnswerTopic topic) =>
        from message in Messages(topic)
        from Match number in Phone().Matches(message.Text)
        where NotADigit().Replace(number.Value, "") != HelpLine
        select Told(topic, message.Of, $"{number.Value} looks like a phone number");

    /// <summary>The parser refuses most of it; this says that what it lets through stands on something.</summary>
    public static IEnumerable<string> Unfounded(AnswerTopic topic) => topic.Passages
        .Where(passage => passage.Facts.Count == 0 && !IsOwnRule(passage))
        .Select(passage => Told(topic, passage, "neither a fact nor our own rule"));

    public static IEnumerable<string> WrongFacts(AnswerTopic topic) =>
        from passage in topic.Passages
        from fault in passage.Facts.Select(id => Fault(passage, id)).Append(OutOfDays(passage)).OfType<string>()
        select Told(topic, passage, fault);

    private static IEnumerable<string> TooManySentences(Passage passage) =>
        Sentences(passage.Text).Length > MostSentences ? [$"more than {MostSentences} sentences"] : [];

    private static IEnumerable<string> LongSentences(string text, int most) =>
        Sentences(text).Where(sentence => Words(sentence) > most).Select(sentence => $"{Words(sentence)} words: {sentence}");

    private static string[] Sentences(string text) => [.. SentenceEnd().Split(text).Where(sentence => sentence.Length > 0)];

    private static int Words(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The answer is one message, and what is behind "Xem thêm" is another.</summary>
    private static IEnumerable<(Passage Of, string Text)> Messages(AnswerTopic topic) =>
        topic.Passages.SelectMany(passage => new[] { (passage, passage.Text), (passage, passage.More ?? "") });

    private static int Voices(Regex way, string text) =>
        way.Matches(text.Replace(WhosePhone, "", StringComparison.OrdinalIgnoreCase)).Select(match => match.Value.ToUpperInvariant()).Distinct().Count();

    private static string? Fault(Passage passage, string id) => KnownFacts.ById.GetValueOrDefault(id) switch
    {
        null => $"{id} is no fact",
        { Confidence: "low" } => $"{id} has no source and may not be asserted",
        { Confidence: "medium" } when !$"{passage.Text} {passage.More}".Contains(OfficerDecides, StringComparison.OrdinalIgnoreCase) => $"{id} needs \"{OfficerDecides}\"",
        _ => null,
    };

    private static string? OutOfDays(Passage passage)
    {
        var facts = passage.Facts.Where(KnownFacts.ById.ContainsKey).Select(id => KnownFacts.ById[id]).ToList();
        return facts.Count == 0 || facts.Exists(fact => fact.From <= passage.From && (passage.To ?? DateOnly.MaxValue) <= fact.To)
            ? null
            : "none of its facts holds on all its days";
    }

    private static bool IsOwnRule(Passage passage) => passage.Basis.Contains(Passage.OwnRule, StringComparison.Ordinal);

    private static string Told(AnswerTopic topic, Passage passage, string fault) => $"{topic.Id} {passage.From:yyyy-MM-dd}: {fault}";

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<!\p{L})(?:bà con|bạn(?! bè)|quý khách|quý vị|anh[/ ]chị|cô[/ ]bác|cô chú|ông bà|bác)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex You();

    /// <summary>"Trẻ em", "anh em" and "con em" are other people.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:(?<!trẻ |anh |con )em|tôi|cháu(?! bé))(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex I();

    /// <summary>Not a sum (15.000), a day (01/07/2024) or a law (26/2023).</summary>
    [GeneratedRegex(@"(?<![\d/.,])(?:\+?84|0|1[89]00)(?:[ .\-]?\d){4,10}(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotADigit();
}
