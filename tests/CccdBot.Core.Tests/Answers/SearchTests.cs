using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

public sealed class SearchTests
{
    private readonly AnswerBook _book = Files.Book();

    [Theory]
    [InlineData("Làm thẻ căn cước hết bao nhiêu tiền vậy cán bộ", "card-fee")]
    [InlineData("lam the can cuoc het bao nhieu tien vay ad", "card-fee")]
    [InlineData("lm cccd hết bn tiền z ad", "card-fee")]
    [InlineData("Em quên mật khẩu VNeID", "vneid-forgot-password")]
    [InlineData("e quen mk vnid", "vneid-forgot-password")]
    [InlineData("bà tui liệt, cán bộ tới nhà mần được hông", "home-visit")]
    [InlineData("em bij maatj cawn cuwowcs, mất căn cưỡc rồii", "lost-card")]
    public void However_it_is_written_the_topic_is_found(string question, string topic)
    {
        var found = _book.Search(question);

        var sure = Assert.IsType<Found.Sure>(found);
        Assert.Equal(topic, sure.Topic.Id);
    }

    [Theory]
    [InlineData("Có số lạ gọi bảo đọc mã OTP để làm thẻ căn cước, hết bao nhiêu tiền")]
    [InlineData("nhan tin bao dong 22k kich hoat vneid")]
    [InlineData("người ta gửi link lạ biểu cài app mới, em quên mật khẩu VNeID")]
    public void A_smell_of_swindle_comes_before_everything(string question)
    {
        var found = _book.Search(question);

        Assert.Equal("scam-warning", Assert.IsType<Found.Sure>(found).Topic.Id);
    }

    [Theory]
    [InlineData("Làm hộ chiếu hết bao nhiêu tiền")]
    [InlineData("gia ca phe hom nay")]
    [InlineData("mất thẻ ngân hàng thì làm lại ở đâu")]
    public void What_other_offices_do_is_said_to_be_theirs(string question)
    {
        var found = _book.Search(question);

        Assert.Equal("out-of-scope", Assert.IsType<Found.Sure>(found).Topic.Id);
    }

    [Fact]
    public void Who_names_the_id_card_is_ours_whatever_else_is_named()
    {
        var found = _book.Search("làm hộ chiếu thì mất căn cước có sao không, em bị mất căn cước rồi");

        Assert.Equal("lost-card", Assert.IsType<Found.Sure>(found).Topic.Id);
    }

    [Theory]
    [InlineData("Chào cán bộ ạ", "greeting")]
    [InlineData("???", "unclear")]
    [InlineData("vậy làm sao", "unclear")]
    public void A_courtesy_or_a_fragment_is_taken_as_one(string said, string topic)
    {
        var found = _book.Search(said);

        Assert.Equal(topic, Assert.IsType<Found.Sure>(found).Topic.Id);
    }

    [Fact]
    public void A_question_that_fits_two_topics_is_offered_as_a_choice()
    {
        var found = _book.Search("cán bộ làm căn cước");

        var choices = Assert.IsType<Found.Unsure>(found).Choices.Select(topic => topic.Id).ToList();
        Assert.InRange(choices.Count, 2, 4);
        Assert.Contains("card-fee", choices);
        Assert.Contains("lost-card", choices);
    }

    [Fact]
    public void Words_the_book_has_never_heard_find_nothing()
    {
        var found = _book.Search("zyzzyva quokka");

        Assert.IsType<Found.Nothing>(found);
    }
}
