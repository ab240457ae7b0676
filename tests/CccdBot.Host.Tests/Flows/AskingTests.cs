using CccdBot.Host.Tests.Support;

namespace CccdBot.Host.Tests.Flows;

public sealed class AskingTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData("Làm thẻ căn cước hết bao nhiêu tiền")]
    [InlineData("lam the can cuoc het bao nhieu tien")]
    [InlineData("LAM THE CAN CUOC HET BAO NHIEU TIEN?")]
    public async Task A_question_is_answered_with_the_rule_of_today_its_law_and_its_days(string question)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(question);

        Assert.Contains("mất hay hỏng 35.000 đồng", told.Text, StringComparison.Ordinal);
        Assert.Contains("Theo Thông tư 73/2024/TT-BTC, Điều 4,", told.Text, StringComparison.Ordinal);
        Assert.EndsWith("· áp dụng từ 15/08/2026 đến 31/12/2026", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hồi 2023 làm thẻ mất bao nhiêu tiền")]
    [InlineData("hoi 2023 lam the mat bao nhieu tien")]
    public async Task A_question_about_an_earlier_year_is_answered_with_the_rule_of_that_time(string question)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(question);

        Assert.StartsWith("Quy định thời đó: Dạ, làm CCCD lần đầu không mất tiền.", told.Text, StringComparison.Ordinal);
        Assert.Contains("mất hay hỏng 70.000 đồng", told.Text, StringComparison.Ordinal);
        Assert.EndsWith("Theo Thông tư 59/2019/TT-BTC · áp dụng từ 16/10/2019 đến 30/06/2024", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_of_an_answer_is_shown_in_the_same_message_with_the_same_source()
    {
        var lan = village.NewCitizen();
        var first = await lan.SaysAsync("lam the can cuoc het bao nhieu tien");

        var more = await lan.TapsAsync("Xem thêm");

        Assert.Equal(first.MessageId, more.MessageId);
        Assert.Contains("hộ nghèo", more.Text, StringComparison.Ordinal);
        Assert.EndsWith("· áp dụng từ 15/08/2026 đến 31/12/2026", more.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_under_an_answer_leads_straight_to_booking()
    {
        var lan = village.NewCitizen();
        await lan.SaysAsync("lam the can cuoc het bao nhieu tien");

        var told = await lan.TapsAsync("Đặt lịch tối");

        Assert.Contains("làm ở đâu", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("căn cước")]
    [InlineData("can cuoc")]
    public async Task What_can_mean_several_things_is_asked_back_with_choices_and_a_human_last(string question)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(question);
        var chosen = await lan.SaysAsync("1");

        Assert.Contains("chưa chắc", told.Text, StringComparison.Ordinal);
        Assert.True(told.Buttons.Count >= 3);
        Assert.EndsWith("Gặp người thật", told.Buttons[^1].Label, StringComparison.Ordinal);
        Assert.Contains("áp dụng từ", chosen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("có người xưng công an gọi bảo đóng tiền làm căn cước")]
    [InlineData("co nguoi goi bao doc ma otp de cap nhat vneid")]
    [InlineData("mất thẻ căn cước, có người gọi bảo chuyển tiền thì làm lại nhanh")]
    public async Task Whoever_may_be_cheated_right_now_is_warned_before_anything_else(string question)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(question);

        Assert.StartsWith("Dạ, coi chừng lừa đảo", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mất hộ chiếu thì làm lại ở đâu")]
    [InlineData("lam bang lai xe o dau")]
    [InlineData("tối nay đội tuyển đá với ai")]
    public async Task What_is_another_offices_matter_is_said_to_be_so_with_where_to_ask(string question)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(question);

        Assert.Contains("ngoài phần em biết", told.Text, StringComparison.Ordinal);
        Assert.Contains("một cửa", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_name_of_a_place_is_understood_and_its_new_one_said_once()
    {
        var lan = village.NewCitizen();

        var first = await lan.SaysAsync("toi o an phuoc, lam lai the bi mat het bao nhieu tien");
        var second = await lan.SaysAsync("o an phuoc thi lam the can mang giay to gi");

        Assert.StartsWith("An Phước nay thuộc phường An Khê, bà con nhé.", first.Text, StringComparison.Ordinal);
        Assert.Contains("35.000 đồng", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nay thuộc", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_offers_what_is_often_asked()
    {
        var lan = village.NewCitizen();

        var menu = await lan.SaysAsync("/hoi");
        var told = await lan.TapsAsync("Cảnh báo lừa đảo");

        Assert.Equal(5, menu.Buttons.Count);
        Assert.StartsWith("Dạ, coi chừng lừa đảo", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_lists_every_command()
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync("/trogiup");
        var more = await lan.TapsAsync("Xem thêm");

        string[] commands = ["/hoi", "/datlich", "/lichcuatoi", "/doilich", "/huylich", "/gapnguoi", "/trogiup", "/ngung", "/xoadulieu"];
        Assert.All(commands, command => Assert.Contains(command, told.Text + more.Text, StringComparison.Ordinal));
    }
}
