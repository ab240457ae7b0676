using CccdBot.Core.Conversation;

namespace CccdBot.Core.Tests.Conversation;

public class IdNumbersTests
{
    private const int Samples = 800;

    [Fact]
    public void At_least_99_in_100_personal_numbers_are_hidden_and_the_rest_of_the_text_stays()
    {
        var missed = NumberSamples.WithPersonalNumber(Samples).Where(IsNotExactlyHidden).ToList();

        Assert.True(missed.Count <= Samples / 100, Listed(missed.Select(sample => sample.Text)));
    }

    [Fact]
    public void At_least_99_in_100_old_card_numbers_are_hidden_and_the_rest_of_the_text_stays()
    {
        var missed = NumberSamples.WithOldNumber(Samples).Where(IsNotExactlyHidden).ToList();

        Assert.True(missed.Count <= Samples / 100, Listed(missed.Select(sample => sample.Text)));
    }

    [Fact]
    public void At_least_95_in_100_hidden_texts_held_an_id_number()
    {
        var wronglyHidden = NumberSamples.LookAlikes(Samples).Where(IdNumbers.AreIn).ToList();
        var rightlyHidden = NumberSamples.WithPersonalNumber(Samples).Count(sample => IdNumbers.AreIn(sample.Text));

        Assert.True(rightlyHidden >= 0.95 * (rightlyHidden + wronglyHidden.Count), Listed(wronglyHidden));
        Assert.True(wronglyHidden.Count <= Samples / 100, Listed(wronglyHidden));
    }

    [Theory]
    [InlineData("079203001234", "#")]
    [InlineData("079 rồi 203 tiếp 001234", "#")]
    [InlineData("so cccd la 064 203 001 234", "so cccd la #")]
    [InlineData("không bảy chín hai lẻ ba không không một hai ba bốn ạ", "# ạ")]
    [InlineData("khong bay chin hai khong ba khong khong mot hai ba bon", "#")]
    [InlineData("không bảy chín hai trăm lẻ ba không không một hai trăm ba mươi tư", "#")]
    [InlineData("ba số đầu 079, ba số tiếp 203, sáu số cuối 001234", "ba số đầu #")]
    [InlineData("079203\n001234", "#")]
    [InlineData("079\u200b203\u200b001234", "#")]
    [InlineData("٠٧٩٢٠٣٠٠١٢٣٤", "#")]
    [InlineData("𝟎𝟕𝟗𝟐𝟎𝟑𝟎𝟎𝟏𝟐𝟑𝟒", "#")]
    [InlineData("O792O3OO1234", "#")]
    [InlineData("CCCD079203001234A", "CCCD#A")]
    [InlineData("07 92 03 00 12 34", "#")]
    [InlineData("0 7 9 - 2 0 3 - 0 0 1 2 3 4", "#")]
    [InlineData("079 nhé bác 203 nha bác 001234", "#")]
    [InlineData("079_203_001_234", "#")]
    [InlineData("079203001234 064203001235", "# #")]
    [InlineData("cccd 12 số: 079 203 001 234 17 tuổi", "cccd 12 số: # 17 tuổi")]
    [InlineData("Cccd 0792 0300 1234, sđt 0912.345.678, 7h30 ngày 5/12", "Cccd #, sđt 0912.345.678, 7h30 ngày 5/12")]
    public void A_personal_number_is_hidden_however_it_is_written(string text, string expected) =>
        Assert.Equal(expected.Replace("#", IdNumbers.Masked, StringComparison.Ordinal), IdNumbers.Mask(text));

    [Theory]
    [InlineData("0912 345 678 17 Lê Lợi")]
    [InlineData("(091) 234 5678 - 17 Lê Lợi")]
    [InlineData("09 12 34 56 78 - 09 87 65 43 21")]
    [InlineData("+84 912 345 678")]
    [InlineData("+84 (0) 912 345 678")]
    [InlineData("84912345678")]
    [InlineData("gọi 1900 0368")]
    [InlineData("024 3825 1234, 2 người")]
    [InlineData("129.000.000 đồng")]
    [InlineData("làm cmnd hết 129.000.000 đồng")]
    [InlineData("50.000.000đ, 22.000")]
    [InlineData("20/11/2026 19h30")]
    [InlineData("05/12/2026 19:30")]
    [InlineData("05/11 đến 07/12 và 09/12")]
    [InlineData("A17")]
    [InlineData("2 người, 3 đứa, sinh năm 1966, 7h30 ngày 5/12")]
    [InlineData("ghế 01, 02, 03, 04, 05, 06")]
    [InlineData("0451 0001 2345 6789")]
    [InlineData("0451000123, 12 bao")]
    [InlineData("12345678 0451000123 04510001234 0451000123456 04510001234567")]
    [InlineData("không chín một hai ba bốn năm sáu bảy tám, hai ba đứa")]
    [InlineData("ba mẹ tôi không có con năm tuổi")]
    public void A_look_alike_stays_as_written(string text) => Assert.Equal(text, IdNumbers.Mask(text));

    [Theory]
    [InlineData("cmnd 987654321", true)]
    [InlineData("chứng minh 123.456.789", true)]
    [InlineData("số 123456789", true)]
    [InlineData("123456789", true)]
    [InlineData("123 456 789", true)]
    [InlineData("cmnd của tôi là một hai ba bốn năm sáu bảy tám chín", true)]
    [InlineData("123456789 đồng", false)]
    [InlineData("129000000", false)]
    [InlineData("123.456.789", false)]
    [InlineData("sđt 912345678", false)]
    [InlineData("làm cmnd, sđt 912345678", false)]
    [InlineData("mã đơn hàng 123456789", false)]
    [InlineData("SPX123456789VN", false)]
    [InlineData("chứng minh nhân dân số 212345678 do công an Gia Lai cấp", true)]
    [InlineData("cmnd 024.022.937 cap nam 2009", true)]
    [InlineData("912345678", false)]
    public void Nine_digits_are_judged_by_what_stands_around(string text, bool hidden) =>
        Assert.Equal(hidden, IdNumbers.AreIn(text));

    // Text made to hurt: one loop too many in the search and this would not end in minutes.
    [Theory]
    [InlineData("0 ")]
    [InlineData("09 ")]
    [InlineData("không ")]
    [InlineData("1/")]
    [InlineData("+84 ")]
    [InlineData("\u0301")]
    [InlineData("o")]
    public void Behind_64_KB_of_noise_an_id_number_is_still_found(string piece)
    {
        var noise = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var masked = IdNumbers.Mask($"{noise}. Số căn cước: 079203001234");

        Assert.EndsWith(IdNumbers.Masked, masked, StringComparison.Ordinal);
    }

    private static bool IsNotExactlyHidden((string Text, string Number) sample) =>
        IdNumbers.Mask(sample.Text) != sample.Text.Replace(sample.Number, IdNumbers.Masked, StringComparison.Ordinal);

    private static string Listed(IEnumerable<string> texts) =>
        string.Join('\n', texts.Take(25).Select(text => $"{text} => {IdNumbers.Mask(text)}"));
}
