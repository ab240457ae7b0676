using System.Diagnostics;
using System.Globalization;
using System.Text;
using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Booking.Sentences;

public sealed class SentenceReaderTests
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 0, 0);

    [Fact]
    public void Every_sentence_of_our_own_is_understood()
    {
        var wrong = Sentences.All.Where(said => Sentences.Understood(said.Utterance, said.Now) != said.Meaning)
            .Select(said => $"{said.Utterance}: {said.Meaning}, read {Sentences.Understood(said.Utterance, said.Now)}");

        Assert.True(Sentences.All.Count >= 250);
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Without_marks_it_means_the_same() => AssertMeansTheSame(VietnameseText.Fold);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void With_marks_on_some_words_only_it_means_the_same(int seed)
    {
        var random = new Random(seed);

        AssertMeansTheSame(said => string.Join(' ', said.Split(' ').Select(word => random.Next(seed + 1) == 0 ? VietnameseText.Fold(word) : word)));
    }

    [Fact]
    public void Letters_sent_in_pieces_mean_the_same() => AssertMeansTheSame(said => said.Normalize(NormalizationForm.FormD));

    [Fact]
    public void Shouted_it_means_the_same() => AssertMeansTheSame(said => said.ToUpperInvariant());

    [Fact]
    public void Whispered_it_means_the_same() => AssertMeansTheSame(said => said.ToLowerInvariant());

    [Fact]
    public void Blanks_too_many_mean_nothing() => AssertMeansTheSame(said => $"  {said.Replace(" ", "   ", StringComparison.Ordinal)} ");

    [Theory]
    [InlineData("đặt cho tôi tối thứ hai hoặc thứ sáu ở Sui", "date", "2026-11-30", "2026-11-27")]
    [InlineData("đặt cho tôi tối mai ở Sui hoặc Blăk", "place", "sui", "blak")]
    [InlineData("tối mai ở Sui hay Dan cũng được, cho em một suất", "place", "sui", "dan")]
    [InlineData("cho em lịch thứ năm ngày 27/11 ở Dan", "date", "2026-11-26", "2026-11-27")]
    public void What_can_be_meant_in_two_ways_is_told_and_left_open(string said, string field, string one, string other)
    {
        var wish = Sentences.Reader.Read(said, Wednesday);

        var doubt = Assert.Single(wish.Doubts);
        Assert.Equal((field, one, other), (doubt.Field, doubt.Readings[0], doubt.Readings[1]));
        Assert.Null(field == "date" ? wish.From : wish.Place);
    }

    [Fact]
    public void A_day_no_calendar_has_is_told()
    {
        var wish = Sentences.Reader.Read("đặt lịch ngày 31/11 ở Sui", Wednesday);

        Assert.Null(wish.From);
        Assert.Equal("date", Assert.Single(wish.Doubts).Field);
    }

    [Theory]
    [InlineData("cho em lịch rằm tháng này ở Sui", "2026-12-23")]
    [InlineData("rằm tháng chạp em lên uỷ ban làm thẻ", "2027-01-22")]
    [InlineData("mùng 1 âm cho tôi đặt ở Dan", "2026-12-09")]
    [InlineData("mùng 6 tết cho tôi đặt ở Dan", "2027-02-11")]
    public void Days_of_the_moon_are_days_on_the_wall(string said, string day)
    {
        var wish = Sentences.Reader.Read(said, Wednesday);

        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), wish.From);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    [InlineData("😀😀")]
    [InlineData("99999999999999999999/99/9999 99h99")]
    [InlineData("ngày 0 tháng 0 lúc 25h")]
    public void Nonsense_asks_for_nothing(string said)
    {
        var wish = Sentences.Reader.Read(said, Wednesday);

        Assert.Null(wish.From);
        Assert.Null(wish.Place);
    }

    [Fact]
    public void Any_jumble_of_known_words_can_be_read()
    {
        var random = new Random(2026);
        var words = Sentences.All.SelectMany(said => said.Utterance.Split(' ')).Distinct().ToArray();
        for (var i = 0; i < 2000; i++)
        {
            var jumble = string.Join(' ', random.GetItems(words, random.Next(1, 25)));

            var wish = Sentences.Reader.Read(jumble, Wednesday);

            Assert.True(wish.From <= wish.To || wish.From is null, jumble);
        }
    }

    /// <summary>Half of all messages within a millisecond, measured warm; the bound here is wide for a busy machine.</summary>
    [Fact]
    public void A_sentence_is_read_at_once()
    {
        var times = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            times.Clear();
            foreach (var said in Sentences.All)
            {
                var start = Stopwatch.GetTimestamp();
                Sentences.Reader.Read(said.Utterance, Wednesday);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Assert.InRange(times.Order().ElementAt(times.Count / 2), 0, 5);
    }

    private static void AssertMeansTheSame(Func<string, string> written)
    {
        var changed = Sentences.All.Where(said => Sentences.Understood(written(said.Utterance), said.Now) != said.Meaning)
            .Select(said => $"{written(said.Utterance)}: {said.Meaning}, read {Sentences.Understood(written(said.Utterance), said.Now)}");

        Assert.Equal([], changed);
    }
}
