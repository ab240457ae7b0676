using QRCoder;

namespace CccdBot.Host.Printing;

/// <summary>A code as a picture that any phone reads, drawn into the page itself.</summary>
internal static class QrPicture
{
    /// <summary>Legible with a seventh of it creased or dirty.</summary>
    private const QRCodeGenerator.ECCLevel Legible = QRCodeGenerator.ECCLevel.M;

    public static string SvgOf(string code)
    {
        using var modules = QRCodeGenerator.GenerateQrCode(code, Legible);
        using var picture = new SvgQRCode(modules);
        return picture.GetGraphic(1, "#000", "#fff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
