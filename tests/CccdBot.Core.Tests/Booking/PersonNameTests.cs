using CccdBot.Core.Booking;

namespace CccdBot.Core.Tests.Booking;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Siu H'Bia", "Siu H'Bia")]
    [InlineData("  Rơ   Châm\nHơn ", "Rơ Châm Hơn")]
    [InlineData("Lan", "Lan")]
    [InlineData("Ksor Y-Bil 2", "Ksor Y-Bil 2")]
    public void A_name_is_read_on_one_line(string text, string name) => Assert.Equal(name, PersonName.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345")]
    [InlineData("😀😀")]
    [InlineData("[số giấy tờ đã che]")]
    [InlineData("Lan [số]")]
    [InlineData("có mất tiền không?")]
    [InlineData("một câu chuyện dài hơn bốn mươi chữ cái thì không phải là tên")]
    public void What_cannot_be_a_name_is_none(string text) => Assert.Null(PersonName.Read(text));
}
