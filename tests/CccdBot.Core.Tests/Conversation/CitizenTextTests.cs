using CccdBot.Core.Conversation;

namespace CccdBot.Core.Tests.Conversation;

public class CitizenTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" \n\t ", "")]
    [InlineData("  Chào   cán bộ \n\n\n\n tôi  hỏi ", "Chào cán bộ\n\ntôi hỏi")]
    [InlineData("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("079\u200b203\u202e001\ufeff234", "079203001234")]
    [InlineData("tie\u0302\u0301ng Vie\u0323\u0302t", "tiếng Việt")]
    [InlineData("cột\tkhác", "cột khác")]
    [InlineData("cảm ơn 🙏", "cảm ơn 🙏")]
    public void What_hides_or_reorders_text_is_gone_and_the_words_stay(string? raw, string clean) =>
        Assert.Equal(clean, CitizenText.Clean(raw));

    [Fact]
    public void Halves_of_surrogate_pairs_are_dropped() =>
        Assert.Equal("abc", CitizenText.Clean("a\ud83db\ude4fc\ud83d"));

    [Fact]
    public void No_text_at_all_makes_it_throw_and_cleaning_twice_changes_nothing()
    {
        var random = new Random(1811);
        for (var made = 0; made < 5_000; made++)
        {
            var raw = string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next(0x10000)));

            var clean = CitizenText.Clean(raw);

            Assert.Equal(clean, CitizenText.Clean(clean));
            Assert.NotNull(IdNumbers.Mask(raw));
        }
    }
}
