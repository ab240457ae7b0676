using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

public sealed class AsOfDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("hồi 2023 làm thẻ mất bao nhiêu tiền", "2023-07-01")]
    [InlineData("nam 2022 thi lam o dau", "2022-07-01")]
    [InlineData("năm ngoái lệ phí bao nhiêu", "2025-07-01")]
    [InlineData("từ 1/7/2025 nộp ở đâu", "2025-07-01")]
    [InlineData("ngày 15-02-2025 thì tới công an nào", "2025-02-15")]
    [InlineData("hồi tháng 6 năm 2023 có quét mắt không", "2023-06-01")]
    [InlineData("tháng 3/2024 phạt bao nhiêu", "2024-03-01")]
    [InlineData("trước 2024 thì sao", "2023-12-31")]
    [InlineData("trước ngày 1/7/2024 có làm cho trẻ em không", "2024-06-30")]
    [InlineData("năm 2026 lệ phí bao nhiêu", "2026-11-25")]
    [InlineData("sang năm lệ phí bao nhiêu", "2027-01-01")]
    public void A_day_that_is_asked_about_is_understood(string question, string day)
    {
        var asked = AsOfDate.In(question, Today);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), asked);
    }

    [Theory]
    [InlineData("làm thẻ hết bao nhiêu tiền")]
    [InlineData("em sinh năm 1966 phải đổi chưa")]
    [InlineData("sn 2001 năm nay đổi đúng không")]
    [InlineData("con sinh ngày 12/5/2018 làm được chưa")]
    [InlineData("em sinh 5-2012 làm thẻ ở đâu")]
    [InlineData("CMND ghi hạn tới 2030 dùng được không")]
    [InlineData("thẻ gắn chip em làm hồi 2022, giờ có phải đổi không")]
    [InlineData("Luật Căn cước 2023 nói gì")]
    [InlineData("thông tư 64/2025 nói gì")]
    [InlineData("gọi số 0912 2023 phải không")]
    [InlineData("đóng 2020 đồng")]
    [InlineData("năm ngoái em làm rồi mà chưa có thẻ")]
    public void A_year_told_by_the_way_is_no_such_day(string question)
    {
        var asked = AsOfDate.In(question, Today);

        Assert.Null(asked);
    }
}
