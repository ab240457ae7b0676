using System.Xml.Linq;
using CccdBot.Core.Booking;
using CccdBot.Host.Printing;

namespace CccdBot.Host.Tests.Printing;

/// <summary>The drawn code, read back by another library than the one that draws it.</summary>
public sealed class QrPictureTests
{
    [Fact]
    public void A_phone_reads_the_booking_and_nothing_else()
    {
        var booking = Guid.CreateVersion7();

        var read = QrReader.Read(QrPicture.SvgOf(CheckInCode.Of(booking)));

        Assert.Equal($"CCCD:{booking:N}", read, ignoreCase: true);
    }

    [Fact]
    public void Canary_a_picture_of_another_booking_reads_otherwise() => Assert.NotEqual(
        QrReader.Read(QrPicture.SvgOf(CheckInCode.Of(Guid.CreateVersion7()))), QrReader.Read(QrPicture.SvgOf(CheckInCode.Of(Guid.CreateVersion7()))));

    [Fact]
    public void It_needs_no_style_and_no_other_file()
    {
        var picture = XElement.Parse(QrPicture.SvgOf(CheckInCode.Of(Guid.CreateVersion7())));

        Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "href" or "class");
        Assert.All(picture.Descendants(), part => Assert.True(part.Name.LocalName is "rect" or "path"));
    }
}
