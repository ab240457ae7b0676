using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

public sealed class AdviceTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void The_line_that_was_asked_for_comes_out_from_behind_the_button()
    {
        var told = Books.Shipped.Advise("phat bao nhieu neu giu the cua nguoi khac", Today);

        Assert.Contains("Chỉ cơ quan có thẩm quyền mới được giữ thẻ.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_question_gets_the_short_answer_alone()
    {
        var told = Books.Shipped.Advise("làm lại căn cước hết bao nhiêu tiền", Today);

        Assert.Single(Assert.IsType<Advice.Answer>(told).Given);
        Assert.Equal(3, told.Text.Split('\n').Length);
    }

    [Theory]
    [InlineData("hồi 2023 làm lại căn cước hết bao nhiêu tiền", 2023)]
    [InlineData("làm lại căn cước hết bao nhiêu tiền", 2026)]
    public void The_day_asked_about_decides_what_is_told(string question, int year)
    {
        var told = Books.Shipped.Advise(question, Today);

        Assert.Equal(year, told.AsOf.Year);
        Assert.True(Assert.IsType<Advice.Answer>(told).Given[0].Passage.IsInForce(told.AsOf));
    }

    [Fact]
    public void Both_answers_of_two_questions_stand_in_one_text_with_both_sources()
    {
        var told = Books.Shipped.Advise("Làm lại thẻ mất hết bao nhiêu tiền? Với lại chờ bao nhiêu ngày thì có thẻ?", Today);

        var given = Assert.IsType<Advice.Answer>(told).Given;
        Assert.Equal(["card-fee", "card-time"], given.Select(one => one.Topic.Id));
        Assert.All(given, one => Assert.Contains(one.Passage.SourceLine, told.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_in_force_a_person_has_to_help()
    {
        var fee = Books.Shipped.Find("card-fee")!;

        var told = AnswerBook.Answer([fee], new DateOnly(2015, 1, 1), Today);

        Assert.IsType<Advice.HandOver>(told);
    }
}
