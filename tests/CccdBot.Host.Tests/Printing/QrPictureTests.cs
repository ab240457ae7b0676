using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CccdBot.Core.Booking;
using CccdBot.Host.Printing;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace CccdBot.Host.Tests.Printing;

/// <summary>The drawn code, read back by another library than the one that draws it.</summary>
public sealed partial class QrPictureTests
{
    /// <summary>Dots of the photograph for each dot of the code.</summary>
    private const int Scale = 6;

    [Fact]
    public void A_phone_reads_the_booking_and_nothing_else()
    {
        var booking = Guid.CreateVersion7();

        var read = Scan(QrPicture.SvgOf(CheckInCode.Of(booking)));

        Assert.Equal($"CCCD:{booking:N}", read, ignoreCase: true);
    }

    [Fact]
    public void Canary_a_picture_of_another_booking_reads_otherwise() => Assert.NotEqual(
        Scan(QrPicture.SvgOf(CheckInCode.Of(Guid.CreateVersion7()))), Scan(QrPicture.SvgOf(CheckInCode.Of(Guid.CreateVersion7()))));

    [Fact]
    public void It_needs_no_style_and_no_other_file()
    {
        var picture = XElement.Parse(QrPicture.SvgOf(CheckInCode.Of(Guid.CreateVersion7())));

        Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "href" or "class");
        Assert.All(picture.Descendants(), part => Assert.True(part.Name.LocalName is "rect" or "path"));
    }

    private static string Scan(string svg)
    {
        var picture = XElement.Parse(svg);
        var width = Number(picture.Attribute("viewBox")!.Value.Split(' ')[2]) * Scale;
        var photograph = new byte[width * width];
        Array.Fill(photograph, byte.MaxValue);
        foreach (Match bar in Bar().Matches(picture.Descendants().Single(part => part.Name.LocalName == "path").Attribute("d")!.Value))
        {
            Paint(photograph, width, Number(bar.Groups[1].Value), Number(bar.Groups[2].Value), Number(bar.Groups[3].Value));
        }

        var light = new RGBLuminanceSource(photograph, width, width, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)))?.Text ?? "";
    }

    /// <summary>A dark bar of one dot's height.</summary>
    private static void Paint(byte[] photograph, int width, int left, int top, int dots)
    {
        for (var y = top * Scale; y < (top + 1) * Scale; y++)
        {
            photograph.AsSpan((y * width) + (left * Scale), dots * Scale).Clear();
        }
    }

    private static int Number(string written) => int.Parse(written, CultureInfo.InvariantCulture);

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1h-[0-9]+z")]
    private static partial Regex Bar();
}
