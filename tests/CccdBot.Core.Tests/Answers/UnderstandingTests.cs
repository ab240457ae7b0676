using System.Text;
using CccdBot.Core.Answers;
using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Answers;

/// <summary>How it is typed must not change what is understood.</summary>
public sealed class UnderstandingTests
{
    private static readonly string[] Courtesies =
        [" ạ", " nhé", " vậy ạ", " giúp em với", ", em cảm ơn", " ad ơi", " cán bộ ơi", ", cảm ơn cán bộ nhiều ạ"];

    public static TheoryData<string> Typings => [.. Ways.Keys];

    private static readonly Dictionary<string, Func<string, string>> Ways = new()
    {
        ["without marks"] = VietnameseText.Fold,
        ["in pieces"] = question => question.Normalize(NormalizationForm.FormD),
        ["half of the marks"] = HalfMarked,
        ["shouted"] = question => question.ToUpperInvariant(),
        ["small"] = question => question.ToLowerInvariant(),
        ["double spaces"] = question => $"  {question.Replace(" ", "  ", StringComparison.Ordinal)} ",
        ["question marks"] = question => $"{question}??",
    };

    [Theory]
    [MemberData(nameof(Typings))]
    public void A_question_that_was_right_stays_right_however_it_is_typed(string way)
    {
        var changed = Right().Where(one => !IsRight(one.Topic, Ways[way](one.Question)));

        Assert.Empty(changed);
    }

    [Fact]
    public void A_courtesy_at_the_end_changes_nothing()
    {
        var changed = from one in Right()
                      from courtesy in Courtesies
                      where !IsRight(one.Topic, one.Question + courtesy)
                      select one.Question + courtesy;

        Assert.Empty(changed);
    }

    [Fact]
    public void Nine_of_ten_questions_never_heard_are_answered_and_hardly_one_wrongly()
    {
        var wrong = HeldOut.Questions.Where(one => Books.Shipped.Search(one.Question) is Found.Sure sure && sure.Topics[0].Id != one.Topic).ToList();

        Assert.True(Right().Count >= 0.9 * HeldOut.Questions.Count, $"{Right().Count} right");
        Assert.True(wrong.Count <= 0.02 * HeldOut.Questions.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void What_is_held_out_is_in_no_file_of_the_book()
    {
        var learned = Books.Shipped.Phrasings.Select(one => VietnameseText.Fold(one.Phrasing.Text)).ToHashSet();

        var leaked = HeldOut.Questions.Where(one => learned.Contains(VietnameseText.Fold(one.Question)));

        Assert.Empty(leaked);
    }

    [Fact]
    public void Every_topic_has_sixty_phrasings_or_more_in_several_voices()
    {
        var short_ = Books.Shipped.Topics.Where(topic => topic.Phrasings.Count < 60 && topic.Id != AnswerBook.NotOurs);

        Assert.Empty(short_.Select(topic => $"{topic.Id} {topic.Phrasings.Count}"));
        Assert.All(Books.Shipped.Topics, topic => Assert.True(topic.Phrasings.Select(phrasing => phrasing.Voice).Distinct().Count() >= 4));
    }

    [Fact]
    public void Every_family_of_talk_that_is_not_ours_has_sixty_phrasings_or_more_in_several_voices()
    {
        Assert.All(Books.Shipped.Families, family => Assert.InRange(family.Phrasings.Count, 60, int.MaxValue));
        Assert.All(Books.Shipped.Families, family => Assert.True(family.Phrasings.Select(phrasing => phrasing.Voice).Distinct().Count() >= 4));
    }

    private static List<(string Topic, string Question)> Right() =>
        [.. HeldOut.Questions.Where(one => IsRight(one.Topic, one.Question))];

    private static bool IsRight(string topic, string question) =>
        Books.Shipped.Search(question) is Found.Sure sure && sure.Topics[0].Id == topic;

    /// <summary>As from a telephone that gives up now and then: every other word has lost its marks.</summary>
    private static string HalfMarked(string question) =>
        string.Join(' ', question.Split(' ').Select((word, i) => i % 2 == 0 ? word : VietnameseText.Fold(word)));
}
