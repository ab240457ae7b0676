using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace CccdBot.Host.Tests.Printing;

/// <summary>A telephone that reads a drawn code, by another library than the one that draws it.</summary>
internal static partial class QrReader
{
    /// <summary>Dots of the photograph for each dot of the code.</summary>
    private const int Scale = 6;

    /// <summary>The first code drawn on a page.</summary>
    public static string ReadFrom(string page) => Read(Picture().Match(page).Value);

    public static string Read(string svg)
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

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();
}
