using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

public sealed class AnswerBookTests
{
    [Fact]
    public void A_file_becomes_a_topic_with_its_passages()
    {
        var fee = Files.Book().Find("card-fee")!;

        var first = fee.Passages[0];

        Assert.Equal("Lệ phí làm thẻ", fee.Title);
        Assert.Equal([new("first", "Làm thẻ căn cước hết bao nhiêu tiền"), new("second", "mất thẻ làm lại tốn nhiêu")], fee.Phrasings);
        Assert.Equal(["/datlich", "lost-card"], fee.Next);
        Assert.Equal(new DateOnly(2026, 11, 23), fee.Reviewed);
        Assert.Equal(("Giảm một nửa.", "Hộ nghèo được miễn."), (first.Text, first.More));
        Assert.Null(fee.Passages[1].More);
    }

    [Theory]
    [InlineData(2026, 11, 25, "Giảm một nửa.")]
    [InlineData(2026, 12, 31, "Giảm một nửa.")]
    [InlineData(2027, 1, 1, "Hết giảm.")]
    public void Each_day_has_the_text_in_force_on_it(int year, int month, int day, string text)
    {
        var fee = Files.Book().Find("card-fee")!;

        var passage = fee.InForce(new DateOnly(year, month, day));

        Assert.Equal(text, passage?.Text);
    }

    [Fact]
    public void Before_the_first_passage_nothing_is_in_force()
    {
        var fee = Files.Book().Find("card-fee")!;

        var passage = fee.InForce(new DateOnly(2025, 6, 30));

        Assert.Null(passage);
    }

    [Fact]
    public void The_source_names_the_law_and_its_days()
    {
        var fee = Files.Book().Find("card-fee")!;

        var sources = fee.Passages.Select(passage => passage.SourceLine);

        Assert.Equal(
            [
                "Theo Thông tư 64/2025/TT-BTC · áp dụng từ 01/07/2025 đến 31/12/2026",
                "Theo Luật Căn cước 2023, Điều 38 · áp dụng từ 01/01/2027",
            ],
            sources);
    }

    [Fact]
    public void The_facts_a_passage_rests_on_are_read_and_not_shown()
    {
        var book = Files.BookWith("Điều 38 | card-fee-01 card-fee-02", "Điều 38");

        var passage = book.Find("card-fee")!.Passages[1];

        Assert.Equal(["card-fee-01", "card-fee-02"], passage.Facts);
        Assert.Equal("Theo Luật Căn cước 2023, Điều 38 · áp dụng từ 01/01/2027", passage.SourceLine);
    }

    [Fact]
    public void Our_own_rule_needs_no_law_and_no_day()
    {
        var visit = Files.Book().Find("home-visit")!;

        var source = visit.Passages[0].SourceLine;

        Assert.Equal("Quy định của dịch vụ", source);
    }

    [Theory]
    [InlineData("title: Lệ phí làm thẻ\n", "", "\"title\" is missing")]
    [InlineData("group: C Thủ tục\n", "", "\"group\" is missing")]
    [InlineData("about: Tiền lệ phí cấp, đổi, cấp lại thẻ căn cước.\n", "", "\"about\" is missing")]
    [InlineData("next: [/datlich, lost-card]\n", "", "\"next\" is missing")]
    [InlineData("also: []\n", "", "\"also\" is missing")]
    [InlineData("reviewed: 2026-11-23\n", "", "\"reviewed\" is missing")]
    [InlineData("title: Lệ phí làm thẻ", "title: Lệ phí làm thẻ căn cước", "longer than 20")]
    [InlineData("reviewed: 2026-11-23", "reviewed: 23/11/2026", "not a date")]
    [InlineData("2025-07-01 ..", "2025-13-01 ..", "not a date")]
    [InlineData("2026-12-31 |", "2025-06-30 |", "ends before it begins")]
    [InlineData("2026-12-31 |", "2027-01-01 |", "overlap")]
    [InlineData(".. 2026-12-31 | Thông tư 64/2025/TT-BTC", ".. 2026-12-31", "lacks \"|\"")]
    [InlineData("| Luật Căn cước 2023, Điều 38", "| ", "\"basis\" is missing")]
    [InlineData("Hết giảm.", "", "has no text")]
    [InlineData("[/datlich, lost-card]", "[/datlich, lost-cart]", "\"lost-cart\"")]
    [InlineData("[/datlich, lost-card]", "[/datlick]", "\"/datlick\"")]
    [InlineData("also: []", "also: [late-fee]", "\"late-fee\"")]
    [InlineData("also: []", "alas: []", "not readable")]
    public void A_bad_file_is_refused_with_its_name_and_the_reason(string of, string instead, string reason)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Files.BookWith(instead, of));

        var message = refused.Message;

        Assert.Contains("card-fee.md", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrasing_in_quotes_is_read_without_them()
    {
        var quoted = "    - \"Cán bộ nói: \\\"mất tiền\\\", đúng không\"";

        var fee = Files.BookWith(quoted, of: "    - mất thẻ làm lại tốn nhiêu").Find("card-fee")!;

        Assert.Equal("Cán bộ nói: \"mất tiền\", đúng không", fee.Phrasings[1].Text);
    }

    [Fact]
    public void A_family_of_no_topic_is_refused()
    {
        var orphan = ("football.md", "---\nof: sport\nphrasings:\n  first:\n    - ai thắng trận tối qua\n---\n");

        var refused = Assert.Throws<InvalidDataException>(() => AnswerBook.Of([("card-fee.md", Files.Fee.Replace(", lost-card", "", StringComparison.Ordinal))], [orphan]));

        Assert.Contains("football.md", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_without_a_voice_has_nothing_of_it()
    {
        var book = AnswerBook.Load(withoutVoice: "farmer");

        Assert.DoesNotContain(book.Phrasings, one => one.Phrasing.Voice == "farmer");
        Assert.Contains(Books.Shipped.Phrasings, one => one.Phrasing.Voice == "farmer");
    }

    [Fact]
    public void A_file_without_a_head_is_refused()
    {
        var noHead = ("card-fee.md", "## 2020-01-01 .. | Quy định của dịch vụ\nChào.");

        var refused = Assert.Throws<InvalidDataException>(() => AnswerBook.Of([noHead]));

        Assert.Contains("between two lines", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_book_that_is_shipped_can_be_opened()
    {
        var book = AnswerBook.Shipped;

        var withoutText = book.Topics.Where(topic => topic.Passages.Count == 0);

        Assert.NotEmpty(book.Topics);
        Assert.Empty(withoutText);
    }
}
