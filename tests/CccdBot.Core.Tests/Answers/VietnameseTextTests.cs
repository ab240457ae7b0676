using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Answers;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Đặt lịch", "dat lich")]
    [InlineData("CĂN CƯỚC", "can cuoc")]
    [InlineData("Nhà rông buôn Blăk", "nha rong buon blak")]
    [InlineData("dat lich 7h", "dat lich 7h")]
    public void Marked_and_bare_writing_fold_to_the_same_text(string written, string bare)
    {
        var folded = VietnameseText.Fold(written);

        Assert.Equal(bare, folded);
    }

    [Fact]
    public void A_letter_sent_in_pieces_becomes_one_letter()
    {
        const string inPieces = "le\u0323\u0302";

        var composed = VietnameseText.Nfc(inPieces);

        Assert.Equal("l\u1ec7", composed);
    }
}
