namespace CccdBot.Host.Printing;

/// <summary>What the printed page and the calendar file both say.</summary>
internal static class PrintedTexts
{
    public const string Bring = "Bà con nhớ mang thẻ cũ (CCCD, CMND) nếu còn.";
}
