using System.Globalization;
using CccdBot.Core.Answers;
using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Answers;

/// <summary>No build ships an answer that is out of date, unfounded, long or unkind. Every rule is shown a text that breaks it.</summary>
public sealed class ContentRuleTests
{
    private const string DayOfBuild = "CCCDBOT_CONTENT_DAY";

    /// <summary>Today, or the day given in when an old version is built again.</summary>
    private static readonly DateOnly Today = Environment.GetEnvironmentVariable(DayOfBuild) is { } day
        ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : VietnamTime.DateOf(DateTime.UtcNow);

    [Fact]
    public void Every_topic_has_an_answer_in_force_today() => Keeps(topic => ContentRules.NotInForce(topic, Today));

    [Fact]
    public void Every_topic_was_reviewed_within_a_year() => Keeps(topic => ContentRules.PastReview(topic, Today));

    [Fact]
    public void No_answer_mixes_its_pronouns() => Keeps(ContentRules.MixedPronouns);

    [Fact]
    public void No_number_is_given_but_the_help_line() => Keeps(ContentRules.StrangeNumbers);

    [Fact]
    public void No_answer_says_more_than_its_facts_allow() => Keeps(ContentRules.WrongFacts);

    [Fact]
    public void Answers_are_short() => Keeps(ContentRules.TooLong);

    [Fact]
    public void Answers_name_what_they_stand_on() => Keeps(ContentRules.Unfounded);

    [Theory]
    [InlineData("| Luật Căn cước 2023, Điều 38", "", "lacks \"|\"")]
    [InlineData("| Luật Căn cước 2023, Điều 38", "|", "\"basis\" is missing")]
    [InlineData("| Luật Căn cước 2023, Điều 38", "| | card-fee-01", "\"basis\" is missing")]
    [InlineData("2027-01-01 ..", "..", "not a date")]
    [InlineData("2027-01-01 ..", "2027-01-01", "lacks \"..\"")]
    public void Canary_a_source_or_a_day_that_is_missing(string of, string instead, string reason)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Files.BookWith(instead, of));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Canary_an_answer_that_ended_yesterday()
    {
        var ended = Saying("Dạ, được.", to: new DateOnly(2026, 11, 24));

        Sees("no passage is in force", ContentRules.NotInForce(ended, new DateOnly(2026, 11, 25)));
        Assert.Empty(ContentRules.NotInForce(ended, new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public void Canary_a_review_of_a_year_and_a_day_ago()
    {
        var reviewed = Saying("Dạ, được.") with { Reviewed = new DateOnly(2026, 11, 25) };

        Sees("more than a year", ContentRules.PastReview(reviewed, new DateOnly(2027, 11, 26)));
        Assert.Empty(ContentRules.PastReview(reviewed, new DateOnly(2027, 11, 25)));
    }

    [Theory]
    [InlineData("Một. Hai. Ba. Bốn.", null, "more than 3 sentences")]
    [InlineData("Dạ, bà con mang theo thẻ cũ và giấy khai sinh của trẻ.", null, "13 words")]
    [InlineData("Được.", "Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy.", "17 words")]
    public void Canary_an_answer_that_is_too_long(string text, string? more, string fault) =>
        Sees(fault, ContentRules.TooLong(Saying(text, more)));

    [Theory]
    [InlineData("Dạ, đóng 15.000 đồng từ 01/07/2025. Luật số 26/2023/QH15. Bà con đi nhé.", "Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn.")]
    public void A_short_answer_may_hold_sums_and_days(string text, string more) =>
        Assert.Empty(ContentRules.TooLong(Saying(text, more)));

    [Theory]
    [InlineData("Bà con chờ nhé, bạn xem giấy hẹn.")]
    [InlineData("Quý khách vui lòng chờ. Bà con xem giấy hẹn.")]
    [InlineData("Anh/chị tới xã. Bác mang thẻ cũ.")]
    [InlineData("Em xin lỗi, tôi chưa hiểu.")]
    public void Canary_pronouns_that_are_mixed(string text)
    {
        Sees("you or I", ContentRules.MixedPronouns(Saying(text)));
        Sees("you or I", ContentRules.MixedPronouns(Saying("Dạ.", text)));
    }

    [Theory]
    [InlineData("Em chào bà con. Trẻ em đi cùng cha mẹ, bạn bè nhé.")]
    [InlineData("Bà con ơi, máy này có phải của bác không ạ?")]
    public void One_way_to_say_you_and_one_to_say_I_is_kind(string text) =>
        Assert.Empty(ContentRules.MixedPronouns(Saying(text)));

    [Theory]
    [InlineData("Bà con gọi 0269 3123 456.")]
    [InlineData("Bà con gọi 02693.123.456 nhé.")]
    [InlineData("Bà con gọi +84 912 345 678.")]
    [InlineData("Bà con gọi 1900 1234.")]
    public void Canary_a_number_nobody_verified(string text) =>
        Sees("looks like a phone number", ContentRules.StrangeNumbers(Saying(text)));

    [Theory]
    [InlineData("Bà con gọi 1900 0368, từ 01/07/2024, trong 07 ngày.")]
    [InlineData("Phạt 8.000.000 đến 10.000.000 đồng, Luật 26/2023/QH15, lúc 18h00, số 1986, 1966.")]
    public void Sums_days_and_laws_are_no_phone_numbers(string text) =>
        Assert.Empty(ContentRules.StrangeNumbers(Saying(text)));

    [Fact]
    public void Canary_an_answer_that_stands_on_nothing() => Sees("neither a fact", ContentRules.Unfounded(Saying("Dạ, được.")));

    [Theory]
    [InlineData("Dạ, được.", "card-fee-00", "is no fact")]
    [InlineData("Dạ, cán bộ tiếp nhận sẽ xác định.", "card-pickup-02", "may not be asserted")]
    [InlineData("Dạ, được.", "card-fee-03", "needs")]
    [InlineData("Dạ, được.", "card-fee-10", "holds on all its days")]
    public void Canary_an_answer_that_says_more_than_its_facts(string text, string fact, string fault) =>
        Sees(fault, ContentRules.WrongFacts(Saying(text, facts: fact)));

    [Theory]
    [InlineData("Dạ, được.", "card-fee-01")]
    [InlineData("Dạ, thường được miễn. Cán bộ tiếp nhận sẽ xác định.", "card-fee-03")]
    public void What_is_sure_or_left_to_the_officer_may_be_said(string text, string fact) =>
        Assert.Empty(ContentRules.WrongFacts(Saying(text, facts: fact)));

    private static void Keeps(Func<AnswerTopic, IEnumerable<string>> rule) => Assert.Equal([], Books.Shipped.Topics.SelectMany(rule));

    private static void Sees(string fault, IEnumerable<string> faults) => Assert.Contains(fault, string.Join('\n', faults), StringComparison.Ordinal);

    private static AnswerTopic Saying(string text, string? more = null, DateOnly? to = null, params string[] facts) => new(
        "made-up", "Thử", "A Dịch vụ", "Thử.", [], [], [], new DateOnly(2026, 11, 25),
        [new Passage(text, more, "Luật Căn cước 2023", new DateOnly(2025, 7, 1), to) { Facts = facts }]);
}
