using System.Globalization;
using CccdBot.Core.Answers;
using CccdBot.Core.Booking;
using CccdBot.Core.Conversation;
using CccdBot.Core.Tests.Answers;
using Xunit.Abstractions;

namespace CccdBot.Core.Tests.Booking.Sentences;

/// <summary>Wishes and questions come in by the same door: which of the two a sentence is taken for.</summary>
public sealed class TakenForAWishTests(ITestOutputHelper output)
{
    private static readonly DateTime Now = new(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc);

    private static readonly WishEar Ear = new(Sentences.Reader);

    [Fact]
    public void Hardly_any_sentence_that_books_moves_or_cancels_is_taken_for_a_question()
    {
        var wishes = Sentences.All.Where(one => one.Meaning.Split('|')[0] is "book" or "reschedule" or "cancel").ToList();
        var missed = wishes.Where(one => !IsTaken(one.Utterance, DateTime.Parse(one.Now, CultureInfo.InvariantCulture).AddHours(-7))).ToList();

        output.WriteLine($"{missed.Count} of {wishes.Count}:\n{string.Join('\n', missed.Select(one => one.Utterance))}");
        Assert.True(missed.Count <= 0.03 * wishes.Count);
    }

    [Fact]
    public void Hardly_any_question_about_something_else_is_taken_for_a_wish()
    {
        var questions = Books.Shipped.Phrasings.Where(one => !one.Topic.IsAboutEvenings).Where((_, i) => i % 5 == 0).ToList();
        var taken = questions.Where(one => IsTaken(one.Phrasing.Text, Now)).ToList();

        output.WriteLine($"{taken.Count} of {questions.Count}:\n{string.Join('\n', taken.Select(one => $"{one.Topic.Id}: {one.Phrasing.Text}"))}");
        Assert.True(taken.Count <= 0.02 * questions.Count);
    }

    private static bool IsTaken(string text, DateTime now) => Ear.Hears(text, now, isAsked: false) switch
    {
        Hearing.Surely => true,
        Hearing.Maybe => Books.Shipped.Search(text) is not Found.Sure(var topics) || topics.Any(topic => topic.IsAboutEvenings),
        _ => false,
    };
}
