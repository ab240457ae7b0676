using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

public sealed class SearchTests
{
    private readonly AnswerBook _book = Books.Shipped;

    [Theory]
    [InlineData("lam the can cuoc het bao nhieu tien vay ad", "card-fee")]
    [InlineData("lm cccd hết bn tiền z ad", "card-fee")]
    [InlineData("e quen mk vnid", "vneid-forgot-password")]
    [InlineData("bà tui liệt, cán bộ tới nhà mần được hông", "home-visit")]
    [InlineData("em bij maatj cawn cuwowcs, mất căn cưỡc rồii", "lost-card")]
    [InlineData("la2m la5i ca8n cu7o71c he61t bao nhie6u tie62n", "card-fee")]
    [InlineData("tui rớt cái thẻ mô mất tiêu, chừ mần răng đây", "lost-card")]
    public void However_it_is_written_the_topic_is_found(string question, string topic)
    {
        var found = _book.Search(question);

        Assert.Equal(topic, Assert.Single(Assert.IsType<Found.Sure>(found).Topics).Id);
    }

    [Theory]
    [InlineData("Có số lạ gọi bảo đọc mã OTP để làm thẻ căn cước, hết bao nhiêu tiền")]
    [InlineData("nhan tin bao dong 22k kich hoat vneid")]
    [InlineData("người ta gửi link lạ biểu cài app mới, em quên mật khẩu VNeID")]
    [InlineData("Hôm qua em đang ở rẫy thì có người gọi, nói là công an huyện, biểu em chuyển tiền để làm lại thẻ, giờ em lo quá không biết sao")]
    public void A_smell_of_swindle_comes_before_everything(string question)
    {
        var found = _book.Search(question);

        Assert.Equal("scam-warning", Assert.IsType<Found.Sure>(found).Topics[0].Id);
    }

    [Theory]
    [InlineData("Làm hộ chiếu hết bao nhiêu tiền")]
    [InlineData("gia ca phe hom nay")]
    [InlineData("mất thẻ ngân hàng thì làm lại ở đâu")]
    [InlineData("trận bóng tối nay mấy giờ")]
    public void What_other_offices_do_is_said_to_be_theirs(string question)
    {
        var found = _book.Search(question);

        Assert.Equal(AnswerBook.NotOurs, Assert.IsType<Found.Sure>(found).Topics[0].Id);
    }

    [Theory]
    [InlineData("Chào cán bộ ạ", "greeting")]
    [InlineData("dạ em cảm ơn cán bộ nhiều ạ", "thanks")]
    [InlineData("???", "unclear")]
    [InlineData("vậy làm sao", "unclear")]
    public void A_courtesy_or_a_fragment_is_taken_as_one(string said, string topic)
    {
        var found = _book.Search(said);

        Assert.Equal(topic, Assert.IsType<Found.Sure>(found).Topics[0].Id);
    }

    [Theory]
    [InlineData("căn cước")]
    [InlineData("VNeID")]
    public void A_question_that_fits_several_topics_is_offered_as_a_choice(string question)
    {
        var found = _book.Search(question);

        Assert.InRange(Assert.IsType<Found.Unsure>(found).Choices.Count, 2, 4);
    }

    [Fact]
    public void Words_the_book_has_never_heard_find_nothing()
    {
        var found = _book.Search("zyzzyva quokka");

        Assert.IsType<Found.Nothing>(found);
    }

    [Theory]
    [InlineData("Làm lại thẻ mất hết bao nhiêu tiền? Với lại chờ bao nhiêu ngày thì có thẻ?", "card-fee", "card-time")]
    [InlineData("di lam can cuoc can mang giay to gi va toi nay lam o thon nao", "card-bring", "session-where-when")]
    public void Two_questions_get_two_answers_in_their_order(string question, string first, string second)
    {
        var found = _book.Search(question);

        Assert.Equal([first, second], Assert.IsType<Found.Sure>(found).Topics.Select(topic => topic.Id));
    }

    [Theory]
    [InlineData("lost-card", "tốn bao nhiêu", "card-fee")]
    [InlineData("card-age-renewal", "còn con tôi 10 tuổi thì sao", "child-6-13")]
    [InlineData("card-fee", "còn con tôi thì sao?", "card-fee")]
    public void What_leans_on_the_answer_before_is_understood_by_it(string before, string question, string topic)
    {
        var found = _book.Search(question, _book.Find(before));

        Assert.Equal(topic, Assert.IsType<Found.Sure>(found).Topics[0].Id);
    }
}
